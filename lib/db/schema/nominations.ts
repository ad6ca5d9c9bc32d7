import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Category } from "@/lib/express-entry/draws/categories";
import type { StudyTarget } from "@/lib/express-entry/nomination/stream-fit";
import type { NominationStatus } from "@/lib/nominations/types";
import { caseFile } from "./cases";
import { createdAt, instant, rowId, rowVersion } from "./columns";
import { document } from "./documents";

const day = () => date({ mode: "string" });

/** The firm's own catalogue of the provinces' Express Entry streams. No client in here. */
export const provinceStream = pgTable(
  "province_stream",
  {
    id: rowId(),
    province: text().notNull(),
    name: text().notNull(),
    nocCodes: jsonb().$type<string[]>().notNull().default([]),
    workMonths: integer(),
    workYears: integer(),
    category: text().$type<Category>(),
    study: text().$type<StudyTarget>(),
    minCrs: integer(),
    /** CLB or NCLC in all four abilities. */
    minLevel: integer(),
    notes: text(),
    link: text(),
    opensOn: day(),
    closesOn: day(),
    /** The day on which the firm read the source. */
    asOf: day().notNull(),
    source: text().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [uniqueIndex("province_stream_name").on(t.province, sql`lower(${t.name})`)],
);

/** What a line of the catalogue said before, field by field. Appended to, never changed. */
export const provinceStreamChange = pgTable(
  "province_stream_change",
  {
    id: rowId(),
    streamId: uuid().notNull(),
    field: text().notNull(),
    before: text(),
    after: text(),
    changedBy: uuid().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.streamId], foreignColumns: [provinceStream.id] }),
    index("province_stream_change_stream").on(t.streamId, t.changedAt.desc()),
  ],
);

/** What a province and a client have said to one another, with the dates of the world. */
export const nomination = pgTable(
  "nomination",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    streamId: uuid().references(() => provinceStream.id),
    province: text().notNull(),
    streamName: text().notNull(),
    status: text().$type<NominationStatus>().notNull(),
    interestOn: day(),
    answerBy: day(),
    appliedOn: day(),
    referenceNumber: text(),
    decisionExpectedOn: day(),
    issuedOn: day(),
    certificateNumber: text(),
    expiresOn: day(),
    offeredOn: day(),
    /** offeredOn + 30. */
    acceptBy: day(),
    acceptedOn: day(),
    endedOn: day(),
    endedReason: text(),
    irccToldOn: day(),
    recordedBy: uuid().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("nomination_case").on(t.caseId, t.createdAt),
    index("nomination_stream").on(t.streamId),
    uniqueIndex("nomination_one_standing")
      .on(t.caseId)
      .where(sql`${t.status} in ('nominated', 'offered', 'accepted')`),
    index("nomination_offered")
      .on(t.acceptBy)
      .where(sql`${t.status} = 'offered'`),
  ],
);

/** A paper that the province asks for. */
export const nominationDocument = pgTable(
  "nomination_document",
  {
    id: rowId(),
    nominationId: uuid()
      .notNull()
      .references(() => nomination.id),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    title: text().notNull(),
    dueOn: day(),
    sentOn: day(),
    documentId: uuid().references(() => document.id),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("nomination_document_nomination").on(t.nominationId, t.createdAt),
    index("nomination_document_case").on(t.caseId),
  ],
);

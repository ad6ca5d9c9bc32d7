import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DescribedPage, EncodingFailure } from "@/lib/encoding/types";
import type {
  Fault,
  Finding,
  PackageState,
  PlannedPage,
  SlotLanguage,
  SlotSource,
  SlotState,
} from "@/lib/packages/types";
import { caseFile } from "./cases";
import { instant, rowId, rowVersion } from "./columns";
import { documentVersion } from "./documents";
import { appUser } from "./users";

/** What goes to IRCC: one that is worked on, and every one that was frozen. */
export const submissionPackage = pgTable(
  "package",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    number: integer().notNull(),
    state: text().$type<PackageState>().notNull().default("reading"),
    plannedOn: date({ mode: "string" }).notNull(),
    letter: text().notNull().default(""),
    letterDraft: text().notNull().default(""),
    createdBy: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: instant().notNull(),
    requestedAt: instant(),
    builtAt: instant(),
    rulesAsOf: text(),
    manifest: text(),
    manifestSha256: text(),
    approvedBy: uuid().references(() => appUser.id),
    approvedAt: instant(),
    approvedDespite: text(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    unique().on(t.caseId, t.number),
    unique("package_with_case").on(t.id, t.caseId, t.clientId),
    uniqueIndex("package_open")
      .on(t.caseId)
      .where(sql`${t.state} <> 'frozen'`),
  ],
);

/** One slot of the portal: what goes into it, and the file that was made for it. */
export const packageSlot = pgTable(
  "package_slot",
  {
    id: rowId(),
    packageId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    position: integer().notNull(),
    slotKey: text().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    personId: uuid(),
    personName: text(),
    required: boolean().notNull(),
    country: text(),
    language: text().$type<SlotLanguage>(),
    sources: jsonb().$type<SlotSource[]>().notNull().default([]),
    pages: jsonb().$type<PlannedPage[]>().notNull().default([]),
    findings: jsonb().$type<Finding[]>().notNull().default([]),
    faults: jsonb().$type<Fault[]>().notNull().default([]),
    state: text().$type<SlotState>().notNull().default("waiting"),
    fileId: uuid().unique(),
    fileName: text(),
    mediaType: text(),
    size: bigint({ mode: "number" }),
    sha256: text(),
    pageCount: integer(),
    storageKey: text().unique(),
    wrappedKey: text(),
    keyId: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.packageId, t.caseId, t.clientId],
      foreignColumns: [submissionPackage.id, submissionPackage.caseId, submissionPackage.clientId],
    }).onDelete("cascade"),
    unique().on(t.packageId, t.slotKey),
    index("package_slot_order").on(t.packageId, t.position),
  ],
);

/** What a received file is made of, read once in a process of its own. */
export const fileDescription = pgTable(
  "file_description",
  {
    versionId: uuid()
      .primaryKey()
      .references(() => documentVersion.id, { onDelete: "cascade" }),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    type: text().$type<"pdf" | "jpeg" | "png">(),
    pages: jsonb().$type<DescribedPage[]>().notNull().default([]),
    failure: text().$type<EncodingFailure>(),
    readAt: instant().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.caseId, t.clientId],
      foreignColumns: [caseFile.id, caseFile.clientId],
    }).onDelete("cascade"),
  ],
);

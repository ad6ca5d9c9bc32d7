import { sql } from "drizzle-orm";
import {
  check,
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
import type { AgreementKind, CaseStage } from "@/lib/cases/types";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { ConfirmedSheet } from "@/lib/submission/sheet/types";
import { createdAt, instant, rowId, rowVersion } from "./columns";
import { appUser } from "./users";

export type { AgreementKind, CaseStage } from "@/lib/cases/types";

/** A client of the firm: the person who retains it. The portal's row-level security is keyed on this id. */
export const client = pgTable(
  "client",
  {
    id: rowId(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    email: text(),
    phone: text(),
    locale: text().notNull().default("en"),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [index("client_email").on(t.email)],
);

export const caseFile = pgTable(
  "case_file",
  {
    id: rowId(),
    /** File number, 26-0412. */
    number: text().notNull(),
    clientId: uuid()
      .notNull()
      .references(() => client.id),
    ownerId: uuid()
      .notNull()
      .references(() => appUser.id),
    stage: text().$type<CaseStage>().notNull().default("ENQUIRY"),
    stageSince: instant().notNull().defaultNow(),
    /** Principal's name as shown in lists; kept equal to the principal's person row by the commands that change it. */
    displayName: text().notNull(),
    /** Class invited under, or best eligible program: CEC, FSW, FST, PNP. Derived, stored for lists. */
    program: text(),
    nocCode: text(),
    /** Derived, stored for lists; `scoredOn` says for which day. */
    crsScore: integer(),
    scoredOn: date({ mode: "string" }),
    source: text(),
    enquiryNote: text(),
    plannedSubmissionOn: date({ mode: "string" }),
    /** Earliest open hard deadline; kept by trigger from `deadline`. */
    nextDeadlineOn: date({ mode: "string" }),
    nextDeadlineKind: text(),
    /** Since when its application is on hold; kept by trigger from `application`. */
    heldOn: date({ mode: "string" }),
    /** Counts of required, live checklist items; kept by trigger from `requirement`. */
    requiredCount: integer().notNull().default(0),
    acceptedCount: integer().notNull().default(0),
    reviewCount: integer().notNull().default(0),
    returnedCount: integer().notNull().default(0),
    /** Version of the facts the client approved or the firm signed off is compared with. */
    factsVersion: integer().notNull().default(1),
    /** Lower-case words of the file for search; kept by trigger. */
    searchText: text().notNull().default(""),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    closedAt: instant(),
    version: rowVersion(),
  },
  (t) => [
    uniqueIndex("case_file_number").on(t.number),
    unique("case_file_with_client").on(t.id, t.clientId),
    index("case_file_client").on(t.clientId),
    index("case_file_owner").on(t.ownerId, t.stage),
    index("case_file_stage").on(t.stage, t.stageSince),
    index("case_file_updated").on(t.updatedAt.desc(), t.id),
    index("case_file_created").on(t.createdAt),
    index("case_file_owner_updated").on(t.ownerId, t.updatedAt.desc(), t.id),
    index("case_file_name").on(t.displayName, t.id),
    index("case_file_deadline").on(t.nextDeadlineOn, t.id),
    index("case_file_score").on(t.crsScore.desc().nullsLast(), t.id),
    index("case_file_program").on(t.program, t.stage),
    index("case_file_our_move")
      .on(t.ownerId, t.nextDeadlineOn, t.stageSince)
      .where(
        sql`${t.stage} in ('ENQUIRY', 'CONSULTATION', 'RETAINER_PENDING', 'RETAINED', 'ASSESSMENT', 'PROFILE_PREPARATION', 'ITA_EXPIRED', 'REJECTED_INCOMPLETE')`,
      ),
    index("case_file_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
  ],
);

/** Every change of stage: who, when, on what evidence. Append-only. */
export const stageChange = pgTable(
  "stage_change",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    fromStage: text().$type<CaseStage>(),
    toStage: text().$type<CaseStage>().notNull(),
    at: instant().notNull(),
    /** Date the step happened in the world, where that differs from when it was recorded. */
    happenedOn: date({ mode: "string" }),
    byUserId: uuid(),
    reason: text(),
    documentId: uuid(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("stage_change_case").on(t.caseId, t.at),
    index("stage_change_left")
      .on(t.at)
      .where(sql`${t.fromStage} is not null`),
  ],
);

/** Consultation and service agreements (Code ss. 23, 24): a date and, when it is there, the signed document. */
export const agreement = pgTable(
  "agreement",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text().$type<AgreementKind>().notNull(),
    signedOn: date({ mode: "string" }).notNull(),
    documentId: uuid(),
    note: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("agreement_case").on(t.caseId),
  ],
);

/** What client and firm write to each other. Without an item it stands in the general thread of its case. */
export const message = pgTable(
  "message",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    /** The item of the checklist that it is about (drizzle/0043 holds it to the same case). */
    requirementId: uuid(),
    authorId: uuid().notNull(),
    authorKind: text().$type<"staff" | "client">().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    readAt: instant(),
    /** When words of the client needed nothing more of the firm. */
    settledAt: instant(),
    settledBy: uuid(),
    settlement: text().$type<"answered" | "not_needed">(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    unique("message_with_case").on(t.id, t.caseId, t.clientId),
    index("message_case").on(t.caseId, t.createdAt),
    index("message_thread").on(t.caseId, t.requirementId, t.createdAt.desc(), t.id.desc()),
    index("message_unread")
      .on(t.caseId, t.authorKind)
      .where(sql`${t.readAt} is null`),
    index("message_unsettled")
      .on(t.caseId)
      .where(sql`${t.authorKind} = 'client' and ${t.settledAt} is null`),
  ],
);

/** Internal notes: staff only; the portal role has no right on this table. */
export const caseNote = pgTable(
  "case_note",
  {
    id: rowId(),
    caseId: uuid()
      .notNull()
      .references(() => caseFile.id),
    authorId: uuid().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("case_note_case").on(t.caseId, t.createdAt)],
);

/** The licensee's review before submission; stands for one version of the facts. */
export const signOff = pgTable(
  "sign_off",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    byUserId: uuid().notNull(),
    at: instant().notNull(),
    factsVersion: integer().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("sign_off_case").on(t.caseId),
  ],
);

/** The client's "these facts are true", with the frozen copy that was shown. */
export const clientApproval = pgTable(
  "client_approval",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    byUserId: uuid().notNull(),
    at: instant().notNull(),
    factsVersion: integer().notNull(),
    factsShown: jsonb().$type<CaseFacts>().notNull(),
    /** The very words, and the SHA-256 of their text; null: of an older release, which kept the facts alone. */
    sheet: jsonb().$type<ConfirmedSheet>(),
    sheetSha256: text(),
    withdrawnAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("client_approval_case").on(t.caseId),
  ],
);

/** The e-APR as sent: instant shown by IRCC's system, which is the application date (IRPR 9.3(1)). */
export const submission = pgTable(
  "submission",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    invitationId: uuid().notNull(),
    submittedAt: instant().notNull(),
    confirmationNumber: text().notNull(),
    /** Exactly what was sent; null where no package was made for it. */
    packageId: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    uniqueIndex("submission_invitation").on(t.invitationId),
    index("submission_case").on(t.caseId, t.submittedAt.desc()),
    check("submission_number", sql`${t.confirmationNumber} <> ''`),
  ],
);

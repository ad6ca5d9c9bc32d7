import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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
import type { RequirementState, Responsible } from "@/lib/checklist/types";
import type { MadeFrom, UploadState, VersionState } from "@/lib/documents/types";
import { caseFile, message } from "./cases";
import { createdAt, instant, rowId, rowVersion } from "./columns";

export type { RequirementState, Responsible } from "@/lib/checklist/types";
export type { UploadState, VersionState } from "@/lib/documents/types";

/** One line of a case's checklist, generated from its facts or added by hand. */
export const requirement = pgTable(
  "requirement",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    personId: uuid(),
    /** Stable identity from the rules: kind + person + subject. */
    ruleKey: text().notNull(),
    kind: text().notNull(),
    subject: text(),
    /** Where it comes from, for kinds that are asked for by country. */
    country: text(),
    title: text().notNull(),
    reason: text().notNull(),
    /** The firm's own words, of the template that the line was made with; null: those of its kind. */
    goodExample: text(),
    /** What the firm has a reviewer tick besides the points of the kind. */
    extraPoints: jsonb().$type<string[]>().notNull().default([]),
    responsible: text().$type<Responsible>().notNull().default("client"),
    required: boolean().notNull().default(true),
    /** The facts no longer call for it; what was received stays. */
    noLongerNeeded: boolean().notNull().default(false),
    state: text().$type<RequirementState>().notNull().default("to_request"),
    leadDays: integer().notNull().default(0),
    position: integer().notNull().default(0),
    dueOn: date({ mode: "string" }),
    /** Read by the reviewer at acceptance. */
    issuedOn: date({ mode: "string" }),
    validUntil: date({ mode: "string" }),
    /** The letter of IRCC that asks for it. */
    letterId: uuid(),
    waivedReason: text(),
    requestedAt: instant(),
    /** The day on which the client applied to whoever issues the document. */
    appliedOn: date({ mode: "string" }),
    receivedAt: instant(),
    decidedAt: instant(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    unique("requirement_with_case").on(t.id, t.caseId, t.clientId),
    uniqueIndex("requirement_rule").on(t.caseId, t.ruleKey),
    index("requirement_by_hand")
      .on(t.createdAt.desc())
      .where(sql`${t.ruleKey} like 'manual:%'`),
    index("requirement_returned")
      .on(t.decidedAt)
      .where(sql`${t.state} = 'returned'`),
    index("requirement_requested")
      .on(t.requestedAt)
      .where(sql`${t.state} = 'requested'`),
    index("requirement_open")
      .on(t.caseId, t.state, t.responsible)
      .where(sql`${t.required} and not ${t.noLongerNeeded} and ${t.state} not in ('accepted', 'waived')`),
    index("requirement_waiting")
      .on(t.receivedAt)
      .where(sql`${t.state} in ('received', 'in_review')`),
  ],
);

export const document = pgTable(
  "document",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    requirementId: uuid(),
    title: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }),
    unique("document_with_case").on(t.id, t.caseId, t.clientId),
    index("document_case").on(t.caseId),
    index("document_requirement").on(t.requirementId),
  ],
);

/** A reservation, then the receipt of the bytes (SECURITY.md 6.1). */
export const upload = pgTable(
  "upload",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    requirementId: uuid(),
    userId: uuid().notNull(),
    fileName: text().notNull(),
    /** What it is, where it answers no checklist line. */
    title: text(),
    /** Who sends it, as they typed it: by a link. */
    senderName: text(),
    /** Bytes, as declared when reserved. */
    size: integer().notNull(),
    declaredSha256: text(),
    state: text().$type<UploadState>().notNull().default("reserved"),
    versionId: uuid(),
    /** Pages of other versions, where the firm put it together itself. */
    madeFrom: jsonb().$type<MadeFrom>(),
    /** It goes with a message, of the item's thread or of the general one. */
    forMessage: boolean().notNull().default(false),
    messageItem: uuid(),
    createdAt: createdAt(),
    completedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }),
    index("upload_case").on(t.caseId),
    index("upload_user_day").on(t.userId, t.createdAt),
    check("upload_named", sql`${t.requirementId} is not null or ${t.title} is not null`),
  ],
);

/** One received file. Never overwritten: a second upload is a second version. */
export const documentVersion = pgTable(
  "document_version",
  {
    id: rowId(),
    documentId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    number: integer().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    extension: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    /** Of the plaintext, hex. */
    sha256: text().notNull(),
    flags: jsonb().$type<string[]>().notNull().default([]),
    /** Random name in storage; the encryption's file id. */
    storageKey: text().notNull(),
    wrappedKey: text().notNull(),
    keyId: text().notNull(),
    state: text().$type<VersionState>().notNull().default("received"),
    /** The account; the link, where it came by one. */
    uploadedBy: uuid().notNull(),
    /** Who sent it, as they typed it, where it came by a link. */
    senderName: text(),
    uploadedAt: instant().notNull(),
    reviewedBy: uuid(),
    reviewedAt: instant(),
    /** Ticked acceptance points. */
    pointsMet: jsonb().$type<string[]>(),
    /** Facts that were found on it, `kind:id:field=value` as they read then. */
    factsMet: jsonb().$type<string[]>(),
    /** Pages of other versions, where the firm put it together itself. */
    madeFrom: jsonb().$type<MadeFrom>(),
    returnCode: text(),
    /** What the client reads: "please redo, because…". */
    returnReason: text(),
    /** The message that it came with. */
    messageId: uuid(),
    /** Whose composer it waits in while its message is not sent: nobody else sees it. */
    draftOf: uuid(),
    /** The thread that it waits for; null: the general one. */
    draftItem: uuid(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({
      columns: [t.messageId, t.caseId, t.clientId],
      foreignColumns: [message.id, message.caseId, message.clientId],
    }),
    foreignKey({
      columns: [t.documentId, t.caseId, t.clientId],
      foreignColumns: [document.id, document.caseId, document.clientId],
    }),
    uniqueIndex("document_version_number").on(t.documentId, t.number),
    uniqueIndex("document_version_storage").on(t.storageKey),
    index("document_version_case").on(t.caseId),
    index("document_version_reviewed")
      .on(t.reviewedAt)
      .where(sql`${t.state} in ('accepted', 'returned')`),
    index("document_version_of_message")
      .on(t.messageId)
      .where(sql`${t.messageId} is not null`),
    index("document_version_drafts")
      .on(t.draftOf, t.caseId)
      .where(sql`${t.draftOf} is not null`),
    check("document_version_return", sql`${t.state} <> 'returned' or ${t.returnReason} is not null`),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, date, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { DutyKind, DutyState } from "@/lib/closing/types";
import type {
  Approval,
  Challenge,
  Completeness,
  Confirmation,
  Decision,
  LetterKind,
  LetterState,
  PermitOutcome,
  StepKind,
  Track,
  TrackState,
} from "@/lib/processing/types";
import { caseFile, submission } from "./cases";
import { instant, rowId, rowVersion } from "./columns";
import { document } from "./documents";
import { appUser } from "./users";

const day = () => date({ mode: "string" });

/** What IRCC has said of one application; made with its acknowledgement of receipt. */
export const application = pgTable(
  "application",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    submissionId: uuid()
      .notNull()
      .references(() => submission.id),
    receivedOn: day().notNull(),
    acknowledgedOn: day().notNull(),
    number: text().notNull(),
    completeness: text().$type<Completeness>(),
    checkedOn: day(),
    missing: text(),
    feesReturnedOn: day(),
    permitAppliedOn: day(),
    permitOutcome: text().$type<PermitOutcome>(),
    permitOutcomeOn: day(),
    permitUntil: day(),
    decision: text().$type<Decision>(),
    decidedOn: day(),
    approvedBy: text().$type<Approval>(),
    rprfPaid: boolean(),
    toldInCanada: boolean(),
    challenge: text().$type<Challenge>(),
    challengedOn: day(),
    /** On hold since; the stage and the clocks stay. */
    heldOn: day(),
    heldReason: text(),
    confirmation: text().$type<Confirmation>(),
    confirmedOn: day(),
    confirmationUntil: day(),
    landedOn: day(),
    landedAt: text(),
    addressGivenOn: day(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    unique("application_submission").on(t.submissionId),
    unique("application_with_case").on(t.id, t.caseId, t.clientId),
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("application_case").on(t.caseId, t.createdAt.desc()),
  ],
);

/** A letter of IRCC and what became of it. `requirement.letter_id` leads from what it asks the client for to it. */
export const irccLetter = pgTable(
  "ircc_letter",
  {
    id: rowId(),
    applicationId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text().$type<LetterKind>().notNull(),
    track: text().$type<Track>(),
    letterOn: day().notNull(),
    dueOn: day().notNull(),
    dueRule: text().notNull(),
    asks: text().notNull(),
    documentId: uuid().references(() => document.id),
    state: text().$type<LetterState>().notNull().default("open"),
    extensionAskedOn: day(),
    extensionReason: text(),
    /** The day it was due before it was extended. */
    extendedFrom: day(),
    answeredOn: day(),
    answer: text(),
    proofDocumentId: uuid().references(() => document.id),
    createdAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({
      columns: [t.applicationId, t.caseId, t.clientId],
      foreignColumns: [application.id, application.caseId, application.clientId],
    }),
    index("ircc_letter_case").on(t.caseId, t.letterOn.desc()),
    index("ircc_letter_application").on(t.applicationId, t.letterOn.desc()),
  ],
);

/** What was recorded of an application, in order. Append-only. */
export const applicationStep = pgTable(
  "application_step",
  {
    id: rowId(),
    applicationId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text().$type<StepKind>().notNull(),
    track: text().$type<Track>(),
    state: text().$type<TrackState>(),
    letterId: uuid().references(() => irccLetter.id),
    happenedOn: day().notNull(),
    note: text(),
    documentId: uuid().references(() => document.id),
    byUserId: uuid()
      .notNull()
      .references(() => appUser.id),
    at: instant().notNull(),
    /** The mail that told the client; null: they had no account. */
    mailId: uuid(),
  },
  (t) => [
    foreignKey({
      columns: [t.applicationId, t.caseId, t.clientId],
      foreignColumns: [application.id, application.caseId, application.clientId],
    }),
    index("application_step_application").on(t.applicationId, t.at.desc(), t.id),
    index("application_step_case").on(t.caseId),
  ],
);

/** What the firm owes a client at the end (Code s. 36). Not the portal's. */
export const closingDuty = pgTable(
  "closing_duty",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text().$type<DutyKind>().notNull(),
    fromOn: day().notNull(),
    dueOn: day().notNull(),
    state: text()
      .$type<DutyState>()
      .notNull()
      .default(sql`'open'`),
    settledOn: day(),
    note: text(),
    documentId: uuid().references(() => document.id),
    settledBy: uuid().references(() => appUser.id),
    createdAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    unique("closing_duty_once").on(t.caseId, t.kind),
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
  ],
);

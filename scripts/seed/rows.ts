import { auditEvent } from "@/lib/db/schema/audit";
import {
  agreement,
  caseFile,
  caseNote,
  client,
  clientApproval,
  message,
  signOff,
  stageChange,
  submission,
} from "@/lib/db/schema/cases";
import { document, documentVersion, requirement, upload } from "@/lib/db/schema/documents";
import { address, credential, familyFact, job, languageTest, person } from "@/lib/db/schema/facts";
import { staffLeave } from "@/lib/db/schema/leave";
import { nomination, provinceStream } from "@/lib/db/schema/nominations";
import { deadline, expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { application, applicationStep, closingDuty, irccLetter } from "@/lib/db/schema/processing";
import { signOffProof } from "@/lib/db/schema/proofs";
import { appUser } from "@/lib/db/schema/users";

/** What a file consists of, in an order that satisfies the foreign keys. The keys are the tables' names. */
export const SEEDED_TABLES = {
  client,
  app_user: appUser,
  staff_leave: staffLeave,
  province_stream: provinceStream,
  case_file: caseFile,
  stage_change: stageChange,
  agreement,
  person,
  address,
  job,
  language_test: languageTest,
  credential,
  family_fact: familyFact,
  express_entry_profile: expressEntryProfile,
  requirement,
  document,
  invitation,
  nomination,
  deadline,
  document_version: documentVersion,
  upload,
  message,
  case_note: caseNote,
  sign_off: signOff,
  sign_off_proof: signOffProof,
  client_approval: clientApproval,
  submission,
  application,
  ircc_letter: irccLetter,
  application_step: applicationStep,
  closing_duty: closingDuty,
  audit_event: auditEvent,
} as const;

export type SeededTable = keyof typeof SEEDED_TABLES;

/** A row as it is inserted: what has a default may be left out, for all rows of its table or for none. */
export type RowOf<T extends SeededTable> = (typeof SEEDED_TABLES)[T]["$inferInsert"];

export type Batch = { [T in SeededTable]: RowOf<T>[] };

export const SEEDED_TABLE_NAMES = Object.keys(SEEDED_TABLES) as SeededTable[];

export function emptyBatch(): Batch {
  return Object.fromEntries(SEEDED_TABLE_NAMES.map((name) => [name, []])) as unknown as Batch;
}

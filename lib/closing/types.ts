import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** What Code s. 36 asks for within so many days of completion or termination, and that records are kept (s. 37). */
export type DutyKind =
  | "return_originals"
  | "account_for_funds"
  | "final_invoice"
  | "refund"
  | "tell_government"
  | "transfer_file"
  | "keep_records";

/** `left`: the file was closed with it open, for a reason that is kept. */
export type DutyState = "open" | "done" | "not_needed" | "left";

/** `completed`: what was agreed is done. `terminated`: the retainer ended before that. */
export type Ending = "completed" | "terminated";

export interface DutyDto {
  id: string;
  kind: DutyKind;
  fromOn: IsoDate;
  dueOn: IsoDate;
  state: DutyState;
  settledOn: IsoDate | null;
  note: string | null;
  settledByName: string | null;
  document: { id: string; title: string } | null;
  version: number;
}

/** The closing duties of a case, as its page shows them. */
export interface ClosingPage {
  caseId: string;
  number: string;
  today: IsoDate;
  /** Empty: they have not begun. */
  duties: DutyDto[];
  documents: { id: string; title: string }[];
  /** How the work would end from the stage the case is at; null: it goes on, or nothing is owed. */
  ending: Ending | null;
  allowed: { settle: boolean; begin: boolean; nameSuccessor: boolean };
}

import type { CaseFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FirmDay } from "@/lib/cases/types";
import type { ApproveStep } from "../rules";

/** One line as it is read: what it is about, and one or several answers. */
export interface SheetLine {
  label: string;
  values: string[];
}

/** What is read, and said to be wrong, as one piece. */
export interface SheetSection {
  /** Stable: `<person>.work`, `family.plans`. */
  id: string;
  title: string;
  lines: SheetLine[];
}

export interface SheetGroup {
  title: string;
  sections: SheetSection[];
}

/** The facts of a family in plain words, as somebody read them: in which language, on which day, under which rules. */
export interface ConfirmedSheet {
  /** The code of the language: `fr`. */
  locale: string;
  on: IsoDate;
  rulesetId: string;
  groups: SheetGroup[];
}

/** One line that says something else than before, with only the values that differ. */
export interface SheetChange {
  /** `Neha Kulkarni, you, Work, Every job`. */
  place: string;
  /** Empty: it said none of this. */
  before: string[];
  now: string[];
}

/** What was confirmed once, exactly as it was. */
export interface Approval {
  id: string;
  at: Date;
  byName: string | null;
  factsVersion: number;
  /** null: of an older release, which kept the facts and not the words. */
  sheet: ConfirmedSheet | null;
  sha256: string | null;
  /** The kept text still has the hash it was kept with. */
  intact: boolean;
  /** Taken back when the file went back to preparation. */
  withdrawn: boolean;
  /** It stands for the facts as they are. */
  holds: boolean;
  /** What is different now, in the reader's language. */
  changes: SheetChange[];
}

/** A client's "this is wrong", and what came of it. */
export interface Objection {
  id: string;
  section: string;
  sectionTitle: string;
  note: string;
  at: Date;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  version: number;
}

/** The client's page: what they would confirm, or have confirmed. */
export interface FactsPage {
  caseId: string;
  factsVersion: number;
  day: FirmDay;
  sheet: ConfirmedSheet;
  sha256: string;
  confirm: ApproveStep;
  mayObject: boolean;
  /** Newest first. */
  approvals: Approval[];
  objections: Objection[];
}

/** The firm's page of what the client has confirmed. */
export interface ConfirmationsPage {
  caseId: string;
  number: string;
  timeZone: string;
  approvals: Approval[];
  objections: Objection[];
  allowed: { answer: boolean };
}

/** The facts and the day a sheet is written for. */
export interface SheetInput {
  facts: CaseFacts;
  locale: string;
  on: IsoDate;
  rulesetId: string;
}

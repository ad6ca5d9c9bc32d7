import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Where a missing or wrong value is put right. */
export type Mend =
  | { kind: "edit"; what: "person" | "job" | "test" | "credential" | "address"; id: string }
  | { kind: "add"; what: "job" | "test" | "credential" | "address"; personId: string; days?: Days }
  | { kind: "family"; part: "place" | "funds" | "nomination" };

export interface Days {
  from: IsoDate;
  to: IsoDate;
}

/** One field of a form. */
export interface FormField {
  label: string;
  /** Exactly as it is typed into the form; null: the facts do not say. */
  value: string | null;
}

/** One row of a form: a job, an address; or days that nothing accounts for. */
export interface FormEntry {
  key: string;
  /** `Gap`: what stands there instead of an entry. */
  gap: { words: string; days: number } | null;
  fields: FormField[];
  mend: Mend | null;
}

/** One screen of the application, its rows in the order in which it asks for them. */
export interface FormSection {
  id: string;
  title: string;
  /** What the form asks here, in a line. */
  asks: string;
  entries: FormEntry[];
  /** What to say, or where to add, when there are none. */
  none: { words: string; mend: Mend | null };
}

/** Who signs IMM 5476. */
export interface Representative {
  name: string;
  licenceNumber: string | null;
  firm: { name: string; address: string | null; phone: string | null; email: string | null };
}

/** Facts as they are, or as they were when they were signed off. */
export type SheetInstant = "now" | "signed";

export interface FormsSheet {
  caseId: string;
  number: string;
  timeZone: string;
  instant: SheetInstant;
  /** When the sign-off that stands was given; null: none stands. */
  signedAt: Date | null;
  /** The facts have changed since that sign-off. */
  changedSince: boolean;
  people: { id: string; name: string; role: string }[];
  personId: string;
  sections: FormSection[];
  /** Gaps and values that are missing, of this person. */
  gaps: number;
  missing: number;
  /** The viewer may put facts right, and this is the sheet of now. */
  mayMend: boolean;
}

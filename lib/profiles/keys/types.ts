import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** What the letter says, as far as it decides the window. */
export interface LetterDates {
  /** Day 0: the date of the invitation. */
  issuedOn: IsoDate;
  /** The last day, where the letter or the account shows one. */
  shownExpiry: IsoDate | null;
}

export type KeysState = "no_letter" | "to_confirm" | "disputed" | "confirmed";

/** Who entered the date of an open invitation, who confirmed it, and what is left to do. */
export interface DateKeys {
  caseId: string;
  number: string;
  timeZone: string;
  state: KeysState;
  /** The last day to which the window runs meanwhile. */
  runsTo: IsoDate;
  letter: { documentId: string; title: string; versionId: string; preview: string } | null;
  /** Documents of the case that could be the letter. */
  documents: { id: string; title: string }[];
  entered: { by: string; at: Date };
  /** What was entered; null for who is to read the letter without being told. */
  says: { issuedOn: IsoDate; deadline: IsoDate; receivedAt: Date; shownExpiry: IsoDate | null } | null;
  confirmed: { by: string; at: Date } | null;
  /** What the second person read, where it differs. */
  read: { by: string; at: Date; issuedOn: IsoDate; deadline: IsoDate } | null;
  /** The viewer has opened the letter since the date was entered. */
  opened: boolean;
  allowed: { attach: boolean; confirm: boolean; change: boolean };
  /** Why the viewer cannot turn the second key, in a sentence; null where they can. */
  waitsFor: string | null;
}

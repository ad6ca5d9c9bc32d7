import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Who has to act now on an open item. */
export type Holder = "client" | "consultant" | "reviewer" | "third_party" | "nobody";

/** The three parts that everything open falls into. */
export type WaitingPart = "client" | "us" | "other";

/** What several open items have in common: one holder, and the longest of them. */
export interface WaitingGroup {
  part: WaitingPart;
  label: string;
  items: number;
  /** The one that has waited longest, and since when. */
  title: string;
  since: IsoDate | null;
}

export interface Waiting {
  holder: Holder;
  /** The holder as the firm speaks of them: `Police authority`; empty for nobody. */
  label: string;
  /** The day from which the holder has had it, in the firm's zone; null where nobody has it, or it is not known. */
  since: IsoDate | null;
}

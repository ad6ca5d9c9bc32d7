import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Who has to act now on an open item. */
export type Holder = "client" | "consultant" | "reviewer" | "third_party" | "nobody";

/** The three parts that everything open falls into. */
export type WaitingPart = "client" | "us" | "other";

export interface Waiting {
  holder: Holder;
  /** The holder as the firm speaks of them: `Police authority`; empty for nobody. */
  label: string;
  /** The day from which the holder has had it, in the firm's zone; null where nobody has it, or it is not known. */
  since: IsoDate | null;
}

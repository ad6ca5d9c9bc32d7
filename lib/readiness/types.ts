import type { Category } from "@/lib/express-entry/draws/categories";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { CutOffDistance } from "@/lib/profiles/types";

/** A document that an invitation would call for and that is not there yet. */
export interface MissingItem {
  key: string;
  /** `Police certificate, India`. */
  title: string;
  /** Usual days from asking to having it. */
  leadDays: number;
  /** Earliest day on which it can be asked for: the day of the invitation for what only counts after it. */
  startOn: IsoDate;
  /** When it is there, asked for on that day. */
  readyOn: IsoDate;
}

/** How a file would stand on the day of an invitation. */
export interface Readiness {
  /** Required documents, and how many of them are there and hold on the planned day. */
  needed: number;
  held: number;
  /** The one that comes last first. */
  missing: MissingItem[];
  /** When the last of them is there; the day of the invitation where nothing is missing. */
  completeOn: IsoDate;
  /** Against day 50, our own target, and day 60, the law's. */
  verdict: "ready" | "in_time" | "tight" | "too_late";
}

/** The window of a hypothetical invitation. */
export interface HypotheticalWindow {
  invitedOn: IsoDate;
  /** Day 50. */
  targetOn: IsoDate;
  /** Day 60. */
  deadline: IsoDate;
}

export interface ReadyClient {
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  /** By facts and rules, as the pool ranks it. */
  score: number;
  submittedAt: Date;
  programs: Program[];
  categories: Category[];
  /** The class an invitation that day would be for, by the facts. */
  invitationClass: Program | null;
  /** The best of the latest rounds the profile competes in; null: none in a year. */
  nearest: CutOffDistance | null;
  /** Within reach of that cut-off. */
  likely: boolean;
  /** null: no class on that day by the facts, so nothing would be called for. */
  readiness: Readiness | null;
  /** The profile's year is over on the day: it cannot be invited then. */
  endsBefore: IsoDate | null;
}

export interface ReadyPage extends HypotheticalWindow {
  today: IsoDate;
  clients: ReadyClient[];
  /** Live profiles the viewer sees. */
  total: number;
  counts: { likely: number; likelyUnready: number; tooLate: number };
  next: string | null;
}

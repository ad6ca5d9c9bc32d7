import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { DeadlineKind, DeadlineState } from "../types";

/** One clock of a case with all that is known of it, running or ended. */
export interface CaseClock {
  id: string;
  kind: DeadlineKind;
  title: string;
  /** The formula in words. */
  rule: string;
  startDate: IsoDate | null;
  dueOn: IsoDate;
  timeZone: string;
  hard: boolean;
  state: DeadlineState;
  closedOn: IsoDate | null;
  version: number;
  /** What it follows from, and where that is seen. */
  source: { label: string; href: string };
  responsible: {
    id: string;
    name: string;
    /** Its own person rather than the owner of the case. */
    own: boolean;
    /** `away until 3 Dec, Marc Tremblay covers`; null: at work. */
    away: { until: IsoDate; cover: string | null } | null;
  };
}

export interface CaseDates {
  today: IsoDate;
  number: string;
  running: CaseClock[];
  ended: CaseClock[];
  /** Who may answer for a clock: at work today. */
  people: { id: string; name: string }[];
  allowed: { assign: boolean };
}

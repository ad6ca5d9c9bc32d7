import type { DeadlineKind } from "@/lib/db/schema/pool";

export type { DeadlineKind } from "@/lib/db/schema/pool";

/** A clock to be set: a calendar date in a named zone, with where it comes from. */
export interface DeadlineToSet {
  kind: DeadlineKind;
  title: string;
  sourceKind: string;
  sourceId: string;
  startDate: string | null;
  timeZone: string;
  /** The formula in words. */
  rule: string;
  dueOn: string;
  hard: boolean;
}

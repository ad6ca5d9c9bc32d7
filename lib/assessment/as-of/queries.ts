import "server-only";
import type { StaffContext } from "@/lib/command/actor-context";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { getFactsAsOf } from "@/lib/people/history/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { hasScorableFacts } from "../rules";
import type { StandingAsOf } from "./types";

/** Null where no fact was changed since the day: then the facts of now are those of the day. */
export async function findStandingAsOf(
  ctx: StaffContext,
  caseId: string,
  day: IsoDate,
): Promise<StandingAsOf | null> {
  const { facts, changes } = await getFactsAsOf(ctx, caseId, day);
  if (changes === 0) return null;
  const tables = await getRuleTables(ctx);
  return {
    day,
    changes,
    score: hasScorableFacts(facts) ? assessCrs(facts, day, { tables }).score.total : null,
  };
}

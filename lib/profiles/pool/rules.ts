/** The ranking of the pool: how far each is from the recent cut-offs, and where a page ends. Pure. */
import { shortLabel } from "@/lib/draws/rules";
import { isInvited, type PoolProfile } from "@/lib/express-entry/draws/invited";
import { addYears, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { CutOffDistance, PoolCursor } from "../types";
import type { RecentRound } from "./types";

/** Rounds of the last year, the newest of each kind: an older cut-off says little about the next one. */
export function recentRounds<R extends Pick<RecentRound, "date">>(newest: readonly R[], today: IsoDate): R[] {
  const oldest = addYears(today, -1);
  return newest.filter(({ date }) => date >= oldest);
}

/** How far a profile is from the cut-off of each round that it could be invited in, the best first. */
export function distancesTo(profile: PoolProfile, rounds: readonly RecentRound[]): CutOffDistance[] {
  return rounds
    .map((round) => ({ round, verdict: isInvited(profile, round) }))
    .filter(({ verdict }) => verdict.reason !== "not_in_round")
    .map(({ round: { id, program, date, lowestCrs }, verdict: { margin, invited } }) => ({
      ...{ roundId: id, label: shortLabel(program), date, lowestCrs, margin, reached: invited },
    }))
    .sort((a, b) => b.margin - a.margin || b.date.localeCompare(a.date));
}

/** A cursor as the link to the next page writes it: `482|2026-06-16T09:41:00.000Z|id`; anything else is the first page. */
export function readCursor(text: string | undefined): PoolCursor | null {
  const [score, at, id] = (text ?? "").split("|");
  const submittedAt = new Date(at ?? "");
  const sound = /^\d{1,4}$/.test(score ?? "") && /^[0-9a-f-]{36}$/.test(id ?? "");
  return sound && id && !Number.isNaN(submittedAt.getTime())
    ? { score: Number(score), submittedAt, id }
    : null;
}

export function writeCursor({ score, submittedAt, id }: PoolCursor): string {
  return `${score}|${submittedAt.toISOString()}|${id}`;
}

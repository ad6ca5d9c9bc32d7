/** What would have been enough on a day for a score that fell short: one thing, in words. */
import { counted } from "../counted";
import type { CaseFacts } from "../facts";
import { forecast } from "../forecast/forecast";
import type { ForecastChange } from "../forecast/types";
import type { TableOptions } from "../rule-tables";
import { addDays, type IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { rankImprovements } from "./rank";

/** Points lost this long before a round, or gained this long after it, are the nearest explanation. */
const AROUND_DAYS = 60;
const AROUND_MONTHS = 2;

const points = (count: number) => counted(count, "point");

/** The cause that moved most of a change. */
function mainCause({ causes }: ForecastChange): string | null {
  const [main] = [...causes].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return main?.label ?? null;
}

function lostBefore(facts: CaseFacts, on: IsoDate, missing: number, options: TableOptions): string | null {
  const from = addDays(on, -AROUND_DAYS);
  const lost = forecast(facts, from, { ...options, months: AROUND_MONTHS }).changes.filter(
    (change) => change.on <= on && change.points <= -missing,
  );
  const last = lost.at(-1);
  const cause = last && mainCause(last);
  return last && cause ? `${points(-last.points)} lost on ${plainDate(last.on)}: ${cause}` : null;
}

function gainedAfter(facts: CaseFacts, on: IsoDate, missing: number, options: TableOptions): string | null {
  const coming = forecast(facts, on, { ...options, months: AROUND_MONTHS }).changes.find(
    (change) => change.points >= missing,
  );
  const cause = coming && mainCause(coming);
  if (!coming || !cause) return null;
  return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}, ${plainDate(coming.on)}: ${points(coming.points)}`;
}

/** The best single thing to do that gains at least `missing` points from a day on; null where there is none. */
export function actionFor(
  facts: CaseFacts,
  on: IsoDate,
  missing: number,
  options: TableOptions = {},
): string | null {
  const { improvements } = rankImprovements(facts, on, options);
  const reaching = improvements.filter(({ gained }) => gained >= missing);
  // A nomination is always enough and rarely to be had: named where nothing else would do.
  const enough = reaching.find(({ kind }) => kind !== "nomination") ?? reaching[0];
  return enough ? `${enough.title}: ${points(enough.gained)}` : null;
}

/**
 * Of points lost shortly before, points that came shortly after, and what the person could have done, the first that
 * makes up for `missing` points; null where no single thing does. An equal score that was sent too late misses one.
 * The forecasts behind it take a tenth of a second and more: for a handful of people, not for a pool.
 */
export function enoughOn(
  facts: CaseFacts,
  on: IsoDate,
  missing: number,
  options: TableOptions = {},
): string | null {
  if (missing <= 1) return "Any 1 point";
  return (
    lostBefore(facts, on, missing, options) ??
    gainedAfter(facts, on, missing, options) ??
    actionFor(facts, on, missing, options)
  );
}

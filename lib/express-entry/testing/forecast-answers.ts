/** What tests ask of a forecast. */
import { assessCrs } from "../crs/assess";
import type { CaseFacts } from "../facts";
import type { CauseKind, Forecast, ForecastCause } from "../forecast/types";
import { addDays, type IsoDate } from "../timing/calendar-date";

interface Found {
  on: IsoDate;
  cause: ForecastCause;
}

/** Every cause of a kind with its date. */
export function found(result: Forecast, kind: CauseKind): Found[] {
  return result.changes.flatMap(({ on, causes }) =>
    causes.filter((cause) => cause.kind === kind).map((cause) => ({ on, cause })),
  );
}

/** The one cause of a kind: when, with which points, in which words. Throws where there are several. */
export function only(result: Forecast, kind: CauseKind) {
  const [first, ...others] = found(result, kind);
  if (others.length > 0) throw new Error(`${kind} is ${others.length + 1} times the cause of a change`);
  return (
    first && {
      on: first.on,
      points: first.cause.points,
      label: first.cause.label,
      lastDay: first.cause.lastDay,
    }
  );
}

/** The score on the eve and on the day, as the engine gives them. */
export function around(facts: CaseFacts, on: IsoDate): [number, number] {
  return [assessCrs(facts, addDays(on, -1)).score.total, assessCrs(facts, on).score.total];
}

/** The sentences over the chart. Pure. */
import type { ForecastPage } from "@/lib/assessment/forecast/types";
import { formatDate } from "@/lib/format/dates";

/** `482 today, 36 short of the last recorded CEC round`. */
export function headline({
  now,
  start,
  today,
  lines,
}: Pick<ForecastPage, "now" | "start" | "today" | "lines">): string {
  const when = start === today ? "today" : `on ${formatDate(start)}`;
  const { entersPool, best } = lines[0].forecast;
  if (now.programs.length === 0) {
    const until = entersPool
      ? ` before ${formatDate(entersPool)}`
      : best.inPool
        ? " yet"
        : " in these 24 months";
    return `${now.score} ${when}, and no program is met${until}`;
  }
  if (now.margin === null) return `${now.score} ${when}; no recent round of its programs is recorded`;
  const { points, kind } = now.margin;
  if (points === 0) return `${now.score} ${when}, equal to the last recorded ${kind.name} round`;
  return points > 0
    ? `${now.score} ${when}, ${points} over the last recorded ${kind.name} round`
    : `${now.score} ${when}, ${-points} short of the last recorded ${kind.name} round`;
}

/** A forecast in plain words. */
import { plainDate } from "../timing/plain-date";
import type { Forecast, ForecastCause, ForecastChange, PoolStanding } from "./types";

/** `+11`, `−149` with a minus sign. */
function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

export function poolMove(before: PoolStanding, after: PoolStanding): ForecastChange["pool"] {
  if (before === after) return null;
  if (before === "eligible") return after === "not_eligible" ? "leaves_pool" : null;
  return after === "eligible" ? "enters_pool" : null;
}

/** One line for a change. */
export function changeText({
  causes,
  points,
  programs,
  pool,
}: Pick<ForecastChange, "causes" | "points" | "programs" | "pool">): string {
  const why = joined(causes.map(({ label }) => label));
  const rest = [
    ...(points === 0 ? [] : [signed(points)]),
    ...programs.map(({ label }) => label),
    ...(pool === "leaves_pool" ? ["leaves the pool"] : []),
  ];
  return rest.length === 0 ? why : `${why}: ${rest.join(", ")}`;
}

/** The causes that a sentence names: those with points, or all where none has any. */
function named(causes: readonly ForecastCause[]): readonly ForecastCause[] {
  const moving = causes.filter(({ points }) => points !== 0);
  return moving.length > 0 ? moving : causes;
}

function phrase(change: ForecastChange, hasProfile: boolean): string | null {
  const { causes, points, pool, programs, standing } = change;
  const reasons = named(causes);
  if (standing.before === "eligible" && standing.after === "unknown") {
    return `${joined(reasons.map(({ clause }) => clause))} and eligibility is then in doubt`;
  }
  if (pool === "leaves_pool") {
    const left = hasProfile ? "the profile leaves the pool" : "no program is left";
    return `${joined(reasons.map(({ clause }) => clause))} and ${left}`;
  }
  if (pool === "enters_pool") {
    const open = programs.find(({ after }) => after === "eligible")?.program ?? "a program";
    const gain = points === 0 ? "" : ` (${signed(points)})`;
    return `${joined(reasons.map(({ noun }) => noun))} ${reasons.length > 1 ? "open" : "opens"} ${open}${gain}`;
  }
  if (points === 0) return null;
  const many = reasons.length > 1;
  const verb = points < 0 ? (many ? "take" : "takes") : many ? "add" : "adds";
  return `${joined(reasons.map(({ noun }) => noun))} ${verb} ${Math.abs(points)}`;
}

/** How many changes a summary tells one by one. */
const MOST_PHRASES = 4;

/** `A birthday takes 6, a year of work adds 11, then the CELPIP ends and the profile leaves the pool`. */
export function summaryOf({ changes, to }: Pick<Forecast, "changes" | "to">, hasProfile: boolean): string {
  const leaving = changes.findIndex(({ pool }) => pool === "leaves_pool");
  const returns = leaving >= 0 && changes.slice(leaving).some(({ pool }) => pool === "enters_pool");
  const told = leaving >= 0 && !returns ? changes.slice(0, leaving + 1) : changes;
  const phrases = told.map((change) => phrase(change, hasProfile)).filter((words) => words !== null);
  if (phrases.length === 0) return `Nothing changes until ${plainDate(to)}`;
  if (phrases.length > MOST_PHRASES) {
    const [last, first] = [phrases.at(-1) ?? "", phrases.slice(0, MOST_PHRASES - 2)];
    const skipped = phrases.length - first.length - 1;
    return capitalized(`${first.join(", ")}, ${skipped} more changes, then ${last}`);
  }
  const [last, earlier] = [phrases.at(-1) ?? "", phrases.slice(0, -1)];
  return capitalized(earlier.length === 0 ? last : `${earlier.join(", ")}, then ${last}`);
}

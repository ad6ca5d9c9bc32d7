/**
 * What is tried, as it stands in the address (a form without a script sends it, a link carries it on), and recorded
 * rounds beside a score: which kinds a person can be invited in, and how far the last of them was. Pure.
 */
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { ForecastStep } from "@/lib/express-entry/forecast/types";
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type {
  Choices,
  LevelChoice,
  Margin,
  Query,
  RecordedRound,
  RoundKind,
  Spouse,
  Study,
  Work,
} from "./types";

/** Level 10 stands for 10 and above. */
const LEVELS = ["4", "5", "6", "7", "8", "9", "10"];
const STUDIES: readonly Study[] = ["one_year", "two_year", "bachelor", "master", "doctorate", "eca"];
const WORKS: readonly Work[] = ["permit", "canada", "abroad", "ends"];
const SPOUSES: readonly Spouse[] = ["stays", "comes", "retest", "union"];
const PROVINCE = /^[A-Z]{2}$/;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";
const many = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());

function dateOf(text: string): IsoDate | null {
  return isIsoDate(text) ? text : null;
}

function oneOf<T extends string>(text: string, values: readonly T[]): T | null {
  return values.find((value) => value === text) ?? null;
}

function levelOf(text: string): number | null {
  return LEVELS.includes(text) ? Number(text) : null;
}

function readLevels(query: Query, key: "english" | "french"): LevelChoice | null {
  const all = levelOf(one(query[key]));
  if (all === null) return null;
  const ability = (letter: string) => levelOf(one(query[`${key}_${letter}`])) ?? all;
  return {
    all,
    listening: ability("l"),
    reading: ability("r"),
    writing: ability("w"),
    speaking: ability("s"),
    on: dateOf(one(query[`${key}_on`])),
  };
}

/** At most so many improvements are added at once: an address is no place for a list. */
const MOST_ADDED = 8;

/** What the address says; what it says wrongly is left out, never guessed. */
export function readChoices(query: Query): Choices {
  const study = oneOf(one(query.education), STUDIES);
  const work = oneOf(one(query.work), WORKS);
  const spouse = oneOf(one(query.spouse), SPOUSES);
  const province = one(query.nomination);
  return {
    from: dateOf(one(query.from)),
    english: readLevels(query, "english"),
    french: readLevels(query, "french"),
    education: study && {
      study,
      abroad: one(query.education_in) === "abroad",
      on: dateOf(one(query.education_on)),
      fullTime: one(query.education_time) === "full",
    },
    work: work && { what: work, on: dateOf(one(query.work_on)), until: dateOf(one(query.work_until)) },
    nomination: PROVINCE.test(province) ? { province, on: dateOf(one(query.nomination_on)) } : null,
    spouse: spouse && {
      what: spouse,
      on: dateOf(one(query.spouse_on)),
      level: levelOf(one(query.spouse_level)),
    },
    add: [...new Set(many(query.add))].filter((id) => /^[\w:.-]{1,80}$/.test(id)).slice(0, MOST_ADDED),
  };
}

/** The keys of the address that say what is tried; the rest is the page's. */
export const CHOICE_KEYS: readonly string[] = [
  ...["english", "french"].flatMap((key) => [
    key,
    ...["l", "r", "w", "s", "on"].map((part) => `${key}_${part}`),
  ]),
  ...["education", "education_in", "education_on", "education_time"],
  ...["work", "work_on", "work_until", "nomination", "nomination_on"],
  ...["spouse", "spouse_on", "spouse_level", "add"],
];

/** The address with an improvement more, or with one less; everything else that is tried stays. */
export function withImprovement(query: Query, id: string, present: boolean): string {
  const params = new URLSearchParams();
  for (const key of ["from", ...CHOICE_KEYS]) {
    for (const value of many(query[key])) {
      if (value !== "" && !(key === "add" && value === id)) params.append(key, value);
    }
  }
  if (present) params.append("add", id);
  return params.toString();
}

/** Short enough for a label in a chart. */
const SHORT_NAMES: Readonly<Record<RoundProgram, string>> = {
  general: "General",
  CEC: "CEC",
  FSW: "FSW",
  FST: "FST",
  PNP: "PNP",
  french: "French",
  healthcare: "Healthcare",
  stem: "STEM",
  trades: "Trades",
  agriculture: "Agriculture",
  education: "Education",
  transport: "Transport",
  physicians: "Physicians",
  senior_managers: "Senior managers",
  researchers: "Researchers",
  military: "Military",
};

/** Rounds by kind; kinds in the order in which an invitation takes programs, then categories as they come. */
export function roundKinds(rounds: readonly RecordedRound[]): RoundKind[] {
  const sorted = [...rounds].sort((a, b) => a.date.localeCompare(b.date));
  const present = Object.keys(SHORT_NAMES) as RoundProgram[];
  return ["PNP" as const, ...present.filter((program) => program !== "PNP")].flatMap((program) => {
    const own = sorted
      .filter((round) => round.program === program)
      .map(({ date, lowestCrs }) => ({ date, lowestCrs }));
    const last = own.at(-1);
    return last ? [{ program, name: SHORT_NAMES[program], rounds: own, last }] : [];
  });
}

type Open = Pick<ForecastStep, "programs" | "categories">;

/** Whether a person who stands like this competes in rounds of a kind (rules reference 4.1). */
export function competesIn({ programs, categories }: Open, program: RoundProgram): boolean {
  if (programs.length === 0) return false;
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  if (programs.includes("PNP")) return program === "PNP";
  if (program === "general") return true;
  return programs.some((own) => own === program) || categories.some((own) => own === program);
}

/** null: under no program on that day, or no round of an open kind is recorded. */
export function marginOf(score: number, step: Open, kinds: readonly RoundKind[]): Margin | null {
  const open = kinds.filter(({ program }) => competesIn(step, program));
  const [first, ...others] = open;
  if (!first) return null;
  const easiest = others.reduce(
    (kept, kind) => (kind.last.lowestCrs < kept.last.lowestCrs ? kind : kept),
    first,
  );
  const own = open.find(({ program }) => step.programs.some((one) => one === program)) ?? first;
  const kind = score >= own.last.lowestCrs ? own : easiest;
  return {
    points: score - kind.last.lowestCrs,
    kind,
    kinds: [kind, ...open.filter((one) => one !== kind)],
  };
}

/** What is tried, as it stands in the address: a form without a script sends it, a link carries it on. Pure. */
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Level 10 stands for 10 and above. */
const LEVELS = ["4", "5", "6", "7", "8", "9", "10"];
const STUDIES = ["one_year", "two_year", "bachelor", "master", "doctorate", "eca"] as const;
const WORKS = ["permit", "canada", "abroad", "ends"] as const;
const SPOUSES = ["stays", "comes", "retest", "union"] as const;
const PROVINCE = /^[A-Z]{2}$/;

export type Study = (typeof STUDIES)[number];
export type Work = (typeof WORKS)[number];
export type Spouse = (typeof SPOUSES)[number];

/** Level of a test in each ability: `l`, `r`, `w`, `s` where one differs from the level in all four. */
export interface LevelChoice {
  all: number;
  listening: number;
  reading: number;
  writing: number;
  speaking: number;
  on: IsoDate | null;
}

export interface Choices {
  /** The first day of the forecast; null: today. */
  from: IsoDate | null;
  english: LevelChoice | null;
  french: LevelChoice | null;
  education: { study: Study; abroad: boolean; on: IsoDate | null; fullTime: boolean } | null;
  work: { what: Work; on: IsoDate | null; until: IsoDate | null } | null;
  nomination: { province: string; on: IsoDate | null } | null;
  spouse: { what: Spouse; on: IsoDate | null; level: number | null } | null;
  /** Improvements taken from the list, by their ids. */
  add: readonly string[];
}

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

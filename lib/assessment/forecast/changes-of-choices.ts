/** What was chosen on the screen, as dated changes of facts. Pure: dates that were not chosen are the usual ones. */
import { bestTestOn } from "@/lib/express-entry/language/valid-tests";
import type { CaseFacts, LanguageTestKind, OfficialLanguage, PersonFacts } from "@/lib/express-entry/facts";
import { partnerOn, principalOf } from "@/lib/express-entry/family";
import { addDays, addYears, maxDate, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { CredentialChange, FactChange } from "@/lib/express-entry/what-if/changes";
import { usualEffort, type EffortTable } from "@/lib/express-entry/what-if/effort";
import { effortKind } from "@/lib/express-entry/what-if/effort-of";
import type { Choices, LevelChoice, Study } from "./types";

const USUAL_TEST: Readonly<Record<OfficialLanguage, LanguageTestKind>> = {
  en: "celpip_general",
  fr: "tef_canada",
};

/** The test the person has taken before, or the usual one of the language. */
function testOf(person: PersonFacts, language: OfficialLanguage, on: IsoDate): LanguageTestKind {
  return bestTestOn(person, language, on)?.test.kind ?? USUAL_TEST[language];
}

const MONTHS: Readonly<Record<Exclude<Study, "eca">, number>> = {
  one_year: 12,
  two_year: 24,
  bachelor: 48,
  master: 20,
  doctorate: 48,
};

const LEVEL_OF_STUDY = {
  one_year: "one_year_post_secondary",
  two_year: "two_year_post_secondary",
  bachelor: "bachelor_or_three_plus_year",
  master: "master_or_entry_to_practice_professional",
  doctorate: "doctorate",
} as const satisfies Record<Exclude<Study, "eca">, CredentialChange["level"]>;

/** A change before its day is known. */
type Undated = FactChange extends infer Change
  ? Change extends FactChange
    ? Omit<Change, "on">
    : never
  : never;

function languageChange(
  person: PersonFacts,
  language: OfficialLanguage,
  { listening, reading, writing, speaking }: Omit<LevelChoice, "all" | "on">,
  start: IsoDate,
): Undated {
  return {
    kind: "language_test",
    person: person.role === "spouse" ? "spouse" : "principal",
    test: testOf(person, language, start),
    result: { levels: { listening, reading, writing, speaking } },
  };
}

function educationChange(
  { study, abroad, fullTime }: NonNullable<Choices["education"]>,
  { countryOfResidence, citizenship }: PersonFacts,
  start: IsoDate,
): Undated {
  if (study === "eca") return { kind: "eca", person: "principal", credentialId: null };
  const home = [countryOfResidence, citizenship].find((code) => code !== null && code !== "CA") ?? "US";
  return {
    kind: "credential",
    person: "principal",
    level: LEVEL_OF_STUDY[study],
    country: abroad ? home : "CA",
    programMonths: MONTHS[study],
    fullTime,
    distanceLearning: false,
    studyFrom: fullTime && !abroad ? start : null,
  };
}

function workChange({ what, until }: NonNullable<Choices["work"]>, { jobs }: PersonFacts): Undated {
  if (what === "permit") return { kind: "permit", person: "principal", until };
  if (what === "ends") return { kind: "work_ends", person: "principal" };
  return {
    kind: "work",
    person: "principal",
    place: what,
    nocCode: null,
    months: what === "abroad" ? 12 : null,
    hoursPerWeek: Math.round(Math.min(jobs.find(({ to }) => to === null)?.hoursPerWeek ?? 40, 40)),
    permitUntil: until,
    leavesPresentWork: what === "abroad",
  };
}

const levelsOf = (level: number) => ({ listening: level, reading: level, writing: level, speaking: level });

function spouseChange(
  { what, level }: NonNullable<Choices["spouse"]>,
  spouse: PersonFacts | null,
  start: IsoDate,
): Undated | null {
  if (what === "union") {
    if (spouse) return null;
    return {
      kind: "union",
      union: "married",
      partner: {
        ...{
          birthDate: null,
          accompanying: true,
          statusInCanada: null,
          education: null,
          canadianWorkYears: 0,
        },
        language: level === null ? null : { test: USUAL_TEST.en, result: { levels: levelsOf(level) } },
      },
    };
  }
  if (!spouse) return null;
  if (what === "retest") return languageChange(spouse, "en", levelsOf(level ?? 7), start);
  return { kind: "spouse_accompanies", accompanying: what === "comes" };
}

/** Studies and work abroad take effect when they are done; a permit, an end of work, a spouse's coming at once. */
function usualDay(change: FactChange, facts: CaseFacts, start: IsoDate, effort: EffortTable): IsoDate {
  const kind = effortKind(change, facts);
  if (kind === null || change.kind === "work" || change.kind === "permit") return start;
  const { weeks } = effort.kinds[kind];
  return weeks === null ? start : addDays(start, weeks * 7);
}

/** Nothing takes effect before the forecast begins, and nothing so late that no forecast would show it. */
function within(on: IsoDate, start: IsoDate): IsoDate {
  return maxDate(start, minDate(on, addYears(start, 10)));
}

/** The changes that the fields of the screen stand for; an empty list where nothing is tried. */
export function changesOfChoices(
  choices: Choices,
  facts: CaseFacts,
  start: IsoDate,
  effort: EffortTable = usualEffort,
): FactChange[] {
  const self = principalOf(facts);
  const { english, french, education, work, nomination, spouse } = choices;
  const wished: ({ change: Undated | null; on: IsoDate | null } | null)[] = [
    english && { change: languageChange(self, "en", english, start), on: english.on },
    french && { change: languageChange(self, "fr", french, start), on: french.on },
    education && { change: educationChange(education, self, start), on: education.on },
    work && { change: workChange(work, self), on: work.on },
    nomination && { change: { kind: "nomination", province: nomination.province }, on: nomination.on },
    spouse && { change: spouseChange(spouse, partnerOn(facts, start), start), on: spouse.on },
  ];
  return wished.flatMap((wish) => {
    if (!wish?.change) return [];
    const change: FactChange = { ...wish.change, on: start };
    return [{ ...change, on: within(wish.on ?? usualDay(change, facts, start, effort), start) }];
  });
}

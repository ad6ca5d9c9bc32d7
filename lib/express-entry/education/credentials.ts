/** Education on a date: which credentials count, the level, Canadian study (1.3, 1.7, 3.2). */
import type { CanadianStudy } from "../data/crs-tables";
import { EDUCATION_LEVELS, type Credential, type EducationLevel, type PersonFacts } from "../facts";
import { maxDate, type IsoDate } from "../timing/calendar-date";
import { ecaLastDay } from "../timing/document-validity";

export const EDUCATION_LABELS: Record<EducationLevel, string> = {
  less_than_secondary: "below secondary",
  secondary: "secondary diploma",
  one_year_post_secondary: "one-year post-secondary credential",
  two_year_post_secondary: "two-year post-secondary credential",
  bachelor_or_three_plus_year: "bachelor's degree or a program of three years or more",
  two_or_more_credentials_one_three_plus_year: "two or more credentials, one of three years or more",
  master_or_entry_to_practice_professional: "master's or entry-to-practice professional degree",
  doctorate: "doctorate",
};

function rank(level: EducationLevel): number {
  return EDUCATION_LEVELS.indexOf(level);
}

function atLeast(credential: Credential, level: EducationLevel): boolean {
  return rank(credential.level) >= rank(level);
}

/**
 * Completed, and Canadian or with an ECA that is less than five years old on `on` (IRPR 75(2)(e), 73(1), MI 3(4)).
 */
export function credentialCountsOn(credential: Credential, on: IsoDate): boolean {
  if (credential.awardedOn === null || credential.awardedOn > on) return false;
  if (credential.country === "CA") return true;
  const { eca } = credential;
  return eca !== null && eca.issuedOn <= on && on <= ecaLastDay(eca.issuedOn);
}

export interface EducationOn {
  level: EducationLevel;
  /** The credentials that give the level: one, or the two or more that are added up. */
  credentialIds: string[];
  /** Completed foreign credentials that do not count because the ECA is missing or five years old. */
  withoutEcaIds: string[];
  /** Last day on which the level stands, where it rests on an ECA. */
  lastDay: IsoDate | null;
  /** Last day on which any credential of secondary level or above counts, where all rest on an ECA. */
  someLastDay: IsoDate | null;
}

/**
 * The highest single level on a date, or "two or more" for two counting post-secondary credentials of which one is
 * from a program of three years or more (1.3). A foreign credential's level is the ECA's equivalency.
 */
export function educationOn(person: PersonFacts, on: IsoDate): EducationOn {
  const counting = person.credentials.filter((credential) => credentialCountsOn(credential, on));
  const withoutEcaIds = person.credentials
    .filter(({ awardedOn }) => awardedOn !== null && awardedOn <= on)
    .filter((credential) => !counting.includes(credential))
    .map(({ id }) => id);
  const highest = counting.reduce<Credential | null>(
    (best, credential) => (best === null || rank(credential.level) > rank(best.level) ? credential : best),
    null,
  );
  if (highest === null) {
    return {
      level: "less_than_secondary",
      credentialIds: [],
      withoutEcaIds,
      lastDay: null,
      someLastDay: null,
    };
  }
  const postSecondary = counting.filter((credential) => atLeast(credential, "one_year_post_secondary"));
  const combined: EducationLevel = "two_or_more_credentials_one_three_plus_year";
  const adds = atLeast(highest, "bachelor_or_three_plus_year");
  const used = adds && rank(highest.level) <= rank(combined) ? postSecondary : [highest];
  return {
    level: used.length > 1 ? combined : highest.level,
    credentialIds: used.map(({ id }) => id),
    withoutEcaIds,
    lastDay: lastDayOf(used),
    someLastDay: latestLastDay(counting.filter((credential) => atLeast(credential, "secondary"))),
  };
}

/** The last of them to lapse; null where one never does. */
function latestLastDay(credentials: readonly Credential[]): IsoDate | null {
  const days = credentials.map(({ country, eca }) =>
    country === "CA" || eca === null ? null : ecaLastDay(eca.issuedOn),
  );
  return days.reduce(
    (latest, day) => (latest === null || day === null ? null : maxDate(latest, day)),
    days[0] ?? null,
  );
}

/** Of credentials added up, the level stands while all of them count; the first to lapse ends it. */
function lastDayOf(credentials: readonly Credential[]): IsoDate | null {
  const days = credentials.flatMap(({ country, eca }) =>
    country === "CA" || eca === null ? [] : [ecaLastDay(eca.issuedOn)],
  );
  return days.reduce<IsoDate | null>((least, day) => (least === null || day < least ? day : least), null);
}

/** Least length of the program for Canadian-study points, in months (1.7, M). */
const CANADIAN_STUDY_MONTHS = 8;

/**
 * CRS additional points for study in Canada (1.7): completed there, full-time, physically present, eight months or
 * more, post-secondary. A length that was not asked is taken from the level, which implies at least a year. `levels`: a
 * ruleset may count the credentials of some levels only.
 */
export function canadianStudyOn(
  person: PersonFacts,
  on: IsoDate,
  levels: readonly EducationLevel[] = EDUCATION_LEVELS,
): CanadianStudy {
  const studied = person.credentials.filter(
    (credential) =>
      credential.country === "CA" &&
      credentialCountsOn(credential, on) &&
      credential.fullTime &&
      !credential.distanceLearning &&
      (credential.programMonths ?? CANADIAN_STUDY_MONTHS) >= CANADIAN_STUDY_MONTHS &&
      levels.includes(credential.level) &&
      atLeast(credential, "one_year_post_secondary"),
  );
  if (studied.some((credential) => atLeast(credential, "bachelor_or_three_plus_year")))
    return "three_year_plus";
  return studied.length > 0 ? "one_or_two_year" : "none";
}

/** Two academic years of study, September to April twice, in months (K). */
const TWO_ACADEMIC_YEARS = 16;
const TWO_YEAR_PROGRAM = 24;

/**
 * FSW adaptability: two academic years of full-time study in Canada in a program of two years or more
 * (IRPR 83(3)). A program is of two years by its months or by its level. null: its length was not asked.
 */
export function twoYearsStudyInCanadaOn(person: PersonFacts, on: IsoDate): boolean | null {
  const studied = person.credentials.filter(
    ({ country, fullTime, distanceLearning, awardedOn }) =>
      country === "CA" && fullTime && !distanceLearning && awardedOn !== null && awardedOn <= on,
  );
  const answers = studied.map(isTwoYearProgram);
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function isTwoYearProgram({ level, programMonths }: Credential): boolean | null {
  const byLevel =
    level === "two_year_post_secondary" ||
    level === "bachelor_or_three_plus_year" ||
    level === "two_or_more_credentials_one_three_plus_year";
  if (programMonths === null)
    return byLevel ? true : rank(level) < rank("two_year_post_secondary") ? false : null;
  return programMonths >= (byLevel ? TWO_ACADEMIC_YEARS : TWO_YEAR_PROGRAM);
}

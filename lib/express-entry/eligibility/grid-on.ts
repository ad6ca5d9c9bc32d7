/** The selection grid of a case on a date, line by line. */
import type { AdaptabilityElement, SelectionGrid } from "../data/crs-tables";
import type { CaseFacts, PersonFacts } from "../facts";
import { EDUCATION_LABELS, educationOn, twoYearsStudyInCanadaOn } from "../education/credentials";
import { ageOf, principalOf, scoredPartnerOn } from "../family";
import { describeLevels, lowestLevel, noLevels, type LanguageLevels } from "../language/levels";
import { validTestsOn } from "../language/valid-tests";
import { legalSource, type RuleSource } from "../rule-source";
import { gridOn, thresholdsOn } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import {
  adaptabilityWork,
  experienceOn,
  fswWork,
  spouseAdaptabilityWork,
  type WorkRule,
} from "../work/experience";
import { jobsWithinStatus } from "../work/within-status";
import { qualifyingOffer } from "./arranged-employment";
import type { EligibilityOptions } from "./criterion";
import { scoreGrid, type GridFactors, type GridScore } from "./grid";

export interface GridLine {
  id: Exclude<keyof GridScore, "total" | "passes">;
  label: string;
  input: string;
  points: number;
  max: number;
  section: string;
  source: RuleSource;
}

export interface GridAssessment {
  /** The grid that was used. */
  version: string;
  factors: GridFactors;
  score: GridScore;
  lines: GridLine[];
  total: number;
  passMark: number;
  passes: boolean;
  /** The total if every question not asked is answered in the person's favour. */
  possibleTotal: number;
}

const ADAPTABILITY_LABELS: Record<AdaptabilityElement, string> = {
  spouse_language_clb4_all_four: "spouse's language",
  applicant_canadian_study_two_years: "two years of study in Canada",
  spouse_canadian_study_two_years: "spouse's two years of study in Canada",
  applicant_canadian_work_one_year_teer0_3: "a year of work in Canada",
  spouse_canadian_work_one_year: "spouse's year of work in Canada",
  relative_in_canada: "a relative in Canada",
  arranged_employment: "arranged employment",
};

/** Least level in all four abilities of an accompanying spouse (IRPR 83(1)(a), CLB 4). */
const SPOUSE_LANGUAGE_LEVEL = 4;

type Answer = boolean | null;

function workedAYear(person: PersonFacts, rule: WorkRule, on: IsoDate): Answer {
  const { years, possibleYears } = experienceOn(jobsWithinStatus(person), rule, on);
  if (years >= 1) return true;
  return possibleYears >= 1 ? null : false;
}

/** Every element with yes, no or not asked. Spouse elements need an accompanying, foreign spouse (3.2). */
function adaptabilityAnswers(facts: CaseFacts, on: IsoDate): Record<AdaptabilityElement, Answer> {
  const principal = principalOf(facts);
  const partner = scoredPartnerOn(facts, on);
  return {
    spouse_language_clb4_all_four:
      partner !== null &&
      validTestsOn(partner, on).some(({ levels }) => lowestLevel(levels) >= SPOUSE_LANGUAGE_LEVEL),
    applicant_canadian_study_two_years: twoYearsStudyInCanadaOn(principal, on),
    spouse_canadian_study_two_years: partner !== null && twoYearsStudyInCanadaOn(partner, on),
    applicant_canadian_work_one_year_teer0_3: workedAYear(principal, adaptabilityWork, on),
    spouse_canadian_work_one_year: partner !== null && workedAYear(partner, spouseAdaptabilityWork, on),
    relative_in_canada: facts.family.relativeInCanada,
    arranged_employment: qualifyingOffer(facts.family.jobOffer) !== null,
  };
}

function elements(
  answers: Record<AdaptabilityElement, Answer>,
  counts: (answer: Answer) => boolean,
): AdaptabilityElement[] {
  return (Object.keys(answers) as AdaptabilityElement[]).filter((element) => counts(answers[element]));
}

interface Languages {
  firstLanguage: LanguageLevels;
  secondLanguage: LanguageLevels | null;
}

/** Every order and pair of tests that count. */
function languageChoices(person: PersonFacts, on: IsoDate): Languages[] {
  const valid = validTestsOn(person, on).map(({ levels }) => levels);
  const choices = valid.flatMap((first) => {
    const others = valid.filter(({ language }) => language !== first.language);
    return (others.length > 0 ? others : [null]).map((second) => ({
      firstLanguage: first,
      secondLanguage: second,
    }));
  });
  return choices.length > 0 ? choices : [{ firstLanguage: noLevels("en"), secondLanguage: null }];
}

/** The grid on a date, with the order of the languages that gives more. */
export function gridPoints(facts: CaseFacts, on: IsoDate, options: EligibilityOptions = {}): GridAssessment {
  const principal = principalOf(facts);
  const grid = gridOn(on, options);
  const work = experienceOn(jobsWithinStatus(principal), fswWork(thresholdsOn(on, options)), on);
  const answers = adaptabilityAnswers(facts, on);
  const age = ageOf(principal, options.ageOn ?? on);
  const base = {
    workYears: work.years,
    // Without a birth date the grid gives nothing for age; the possible total then has no age either.
    age: age ?? 0,
    education: educationOn(principal, on).level,
    arrangedEmployment: qualifyingOffer(facts.family.jobOffer) !== null,
    adaptability: elements(answers, (answer) => answer === true),
  };
  const scored = languageChoices(principal, on).map((languages) => {
    const factors: GridFactors = { ...base, ...languages };
    return { factors, score: scoreGrid(grid, factors) };
  });
  const best = scored.reduce((kept, next) => (next.score.total > kept.score.total ? next : kept));
  const possible = scoreGrid(grid, {
    ...best.factors,
    workYears: work.possibleYears,
    age: age ?? bestAge(grid),
    adaptability: elements(answers, (answer) => answer !== false),
  });
  return {
    version: grid.id,
    factors: best.factors,
    score: best.score,
    lines: gridLines(grid, best.factors, best.score),
    total: best.score.total,
    passMark: grid.pass_mark,
    passes: best.score.passes,
    possibleTotal: possible.total,
  };
}

/** An age with the most points, for a birth date not yet known. */
function bestAge({ age }: SelectionGrid): number {
  return age.rows.find(({ points }) => points === age.max)?.age_min ?? 0;
}

function gridLines(grid: SelectionGrid, factors: GridFactors, score: GridScore): GridLine[] {
  const { secondLanguage, adaptability, workYears } = factors;
  const line = (
    id: GridLine["id"],
    label: string,
    input: string,
    max: number,
    section: string,
  ): GridLine => ({
    id,
    label,
    input,
    points: score[id],
    max,
    section,
    source: legalSource(section, grid.id),
  });
  return [
    line(
      "firstLanguage",
      "First official language",
      describeLevels(factors.firstLanguage),
      grid.first_language.max,
      "IRPR 79",
    ),
    line(
      "secondLanguage",
      "Second official language",
      secondLanguage ? describeLevels(secondLanguage) : "no test that counts",
      grid.second_language.max,
      "IRPR 79",
    ),
    line("education", "Education", EDUCATION_LABELS[factors.education], grid.education.max, "IRPR 78"),
    line(
      "experience",
      "Experience",
      workYears === 1 ? "1 year" : `${workYears} years`,
      grid.experience.max,
      "IRPR 80",
    ),
    line("age", "Age", `${factors.age} years`, grid.age.max, "IRPR 81"),
    line(
      "arrangedEmployment",
      "Arranged employment",
      factors.arrangedEmployment ? "qualifying offer" : "no qualifying offer",
      grid.arranged_employment.max,
      "IRPR 82",
    ),
    line(
      "adaptability",
      "Adaptability",
      adaptability.map((element) => ADAPTABILITY_LABELS[element]).join(", ") || "nothing that counts",
      grid.adaptability.max,
      "IRPR 83",
    ),
  ];
}

/** From dated facts to CRS factors on a date. */
import type { CompleteRuleset } from "../data/crs-tables";
import type { CaseFacts, CertificateOfQualification, Nomination, PersonFacts } from "../facts";
import { canadianStudyOn, educationOn } from "../education/credentials";
import { ageOf, principalOf, scoredPartnerOn } from "../family";
import { noLevels } from "../language/levels";
import { validTestsOn, type ValidTest } from "../language/valid-tests";
import type { TableOptions } from "../rule-tables";
import { addDays, type IsoDate } from "../timing/calendar-date";
import { crsCanadianWork, crsForeignWork, experienceOn } from "../work/experience";
import { jobsWithinStatus } from "../work/within-status";
import type { CrsFactors, SpouseFactors } from "./factors";
import { highWageFactorsOn } from "./high-wage";
import { selectRuleset } from "./rulesets";
import { scoreCrs, spouseLanguagePoints } from "./score";

/** A fact that was not asked and on which the score depends. */
export interface UnknownFact {
  /** Where it is entered, for a link: `birthDate`, `jobs.<id>.nocCode`. */
  path: string;
  personId: string | null;
  message: string;
}

export interface FactorsOn {
  factors: CrsFactors;
  /** The tests behind the two languages and the spouse's; null: none that counts. */
  tests: { first: ValidTest | null; second: ValidTest | null; spouse: ValidTest | null };
  /** What is counted as nothing because nobody has said. */
  unknowns: UnknownFact[];
}

export interface FactorsOptions extends TableOptions {
  /** Age as of another day: an invited person's age is frozen at the invitation (IRPA 11.2(2)(a)). */
  ageOn?: IsoDate;
  /** Decides between the language orders; that of the date by default, or the latest complete one. */
  ruleset?: CompleteRuleset;
}

/** Valid: issued, and not past its date. */
export function certificateCountsOn(certificate: CertificateOfQualification | null, on: IsoDate): boolean {
  if (certificate === null || certificate.issuedOn > on) return false;
  return certificate.expiresOn === null || on <= certificate.expiresOn;
}

/** Counts, and is in an occupation for which the ruleset gives points. */
function certificateEarns(
  ruleset: CompleteRuleset,
  certificate: CertificateOfQualification | null,
  on: IsoDate,
): boolean {
  const { noc } = ruleset.C_skill_transferability.certificate_of_qualification;
  return certificateCountsOn(certificate, on) && (noc?.includes(certificate?.nocCode ?? "") ?? true);
}

/** Calendar days to accept a nomination in the account after the province confirms it (3.4, P). */
const NOMINATION_ACCEPTANCE_DAYS = 30;

/** Last day on which a nomination can be accepted. */
export function nominationAcceptanceDeadline(confirmedOn: IsoDate): IsoDate {
  return addDays(confirmedOn, NOMINATION_ACCEPTANCE_DAYS);
}

/** An enhanced nomination, confirmed, accepted in time and not past its date (3.4). */
export function nominationCountsOn(nomination: Nomination | null, on: IsoDate): boolean {
  if (nomination === null || !nomination.enhanced || nomination.acceptedOn === null) return false;
  if (nomination.confirmedOn > on || nomination.acceptedOn > on) return false;
  if (nomination.acceptedOn > nominationAcceptanceDeadline(nomination.confirmedOn)) return false;
  return nomination.expiresOn === null || on <= nomination.expiresOn;
}

interface LanguageChoice {
  first: ValidTest | null;
  second: ValidTest | null;
}

/** English first, then French first, with every pair of tests that counts. */
function languageChoices(person: PersonFacts, on: IsoDate): LanguageChoice[] {
  const valid = validTestsOn(person, on);
  const english: (ValidTest | null)[] = valid.filter(({ levels }) => levels.language === "en");
  const french: (ValidTest | null)[] = valid.filter(({ levels }) => levels.language === "fr");
  const pairs = (english.length > 0 ? english : [null]).flatMap((en) =>
    (french.length > 0 ? french : [null]).map((fr) => ({ en, fr })),
  );
  return [
    ...pairs.map(({ en, fr }) => ({ first: en, second: fr })),
    ...pairs.map(({ en, fr }) => ({ first: fr, second: en })),
  ];
}

function spouseFactors(
  partner: PersonFacts,
  on: IsoDate,
  ruleset: CompleteRuleset,
): { factors: SpouseFactors; test: ValidTest | null } {
  // One language only: the complete test that earns more, of equal ones the better (1.6).
  const test = validTestsOn(partner, on).reduce<ValidTest | null>((best, next) => {
    const more =
      best === null ||
      spouseLanguagePoints(ruleset, next.levels) > spouseLanguagePoints(ruleset, best.levels);
    return more ? next : best;
  }, null);
  const factors = {
    education: educationOn(partner, on).level,
    language: test?.levels ?? null,
    canadianWorkYears: experienceOn(jobsWithinStatus(partner), crsCanadianWork, on).years,
  };
  return { factors, test };
}

function defaultRuleset(on: IsoDate, options: TableOptions): CompleteRuleset {
  const selection = selectRuleset(on, options);
  return selection.kind === "complete" ? selection.ruleset : selection.latest;
}

/**
 * The factors on a date. Both orders of the languages are tried with every test that counts, and the one with the
 * higher score is kept; D does not depend on the order, so this is the higher A + C. A tie takes English first (K).
 */
export function factorsOn(facts: CaseFacts, on: IsoDate, options: FactorsOptions = {}): FactorsOn {
  const principal = principalOf(facts);
  const partner = scoredPartnerOn(facts, on);
  const ruleset = options.ruleset ?? defaultRuleset(on, options);
  const spouse = partner ? spouseFactors(partner, on, ruleset) : null;
  const base = {
    withSpouse: spouse !== null,
    age: ageOf(principal, options.ageOn ?? on) ?? 0,
    education: educationOn(principal, on).level,
    canadianWorkYears: experienceOn(jobsWithinStatus(principal), crsCanadianWork, on).years,
    foreignWorkYears: experienceOn(jobsWithinStatus(principal), crsForeignWork, on).years,
    certificateOfQualification: certificateEarns(ruleset, facts.family.certificateOfQualification, on),
    spouse: spouse?.factors ?? null,
    siblingInCanada: facts.family.siblingInCanada === true,
    canadianStudy: canadianStudyOn(principal, on, ruleset.D_additional.canadian_study_levels),
    provincialNomination: nominationCountsOn(facts.family.nomination, on),
    ...(ruleset.high_wage ? { highWage: highWageFactorsOn(facts, on, ruleset.high_wage) } : {}),
  };
  const scored = languageChoices(principal, on).map(({ first, second }) => {
    const factors: CrsFactors = {
      ...base,
      firstLanguage: first?.levels ?? noLevels(second?.levels.language === "en" ? "fr" : "en"),
      secondLanguage: second?.levels ?? null,
    };
    return { factors, first, second, total: orderingScore(ruleset, factors) };
  });
  const best = scored.reduce((kept, next) => (next.total > kept.total ? next : kept));
  return {
    factors: best.factors,
    tests: { first: best.first, second: best.second, spouse: spouse?.test ?? null },
    unknowns: unknownsOn(facts, on, partner),
  };
}

/** A + C + the uncapped D, so that a nomination at the cap of D does not hide the better pair of tests. */
function orderingScore(ruleset: CompleteRuleset, factors: CrsFactors): number {
  const { core, transferability, additional } = scoreCrs(ruleset, factors);
  return core.total + transferability.total + additional.french;
}

const JOB_QUESTIONS = {
  noc_missing: ["nocCode", "has no NOC code"],
  authorization_not_asked: ["authorized", "does not say whether it was authorized"],
  study_not_asked: ["duringFullTimeStudy", "does not say whether it was during full-time study"],
} as const;

function jobUnknowns(person: PersonFacts, on: IsoDate): UnknownFact[] {
  const rules = person.role === "spouse" ? [crsCanadianWork] : [crsCanadianWork, crsForeignWork];
  return rules
    .flatMap((rule) => experienceOn(jobsWithinStatus(person), rule, on).uncertain)
    .map(({ jobId, reason }) => {
      const [field, words] = JOB_QUESTIONS[reason];
      const title = person.jobs.find(({ id }) => id === jobId)?.title ?? "A job";
      return {
        path: `jobs.${jobId}.${field}`,
        personId: person.id,
        message: `${title} ${words}: not counted`,
      };
    });
}

/** Everything the score takes as nothing because it was not asked. */
function unknownsOn(facts: CaseFacts, on: IsoDate, partner: PersonFacts | null): UnknownFact[] {
  const principal = principalOf(facts);
  const unknowns: UnknownFact[] = [];
  const ask = (path: string, person: PersonFacts | null, message: string) =>
    unknowns.push({ path, personId: person?.id ?? null, message });
  if (principal.birthDate === null) ask("birthDate", principal, "Birth date not known: no points for age");
  if (facts.family.siblingInCanada === null) {
    ask("siblingInCanada", null, "Not asked whether a sibling lives in Canada: no points counted");
  }
  const { maritalStatus } = principal;
  const hasSpouse = facts.people.some(({ role }) => role === "spouse");
  if ((maritalStatus === "married" || maritalStatus === "common_law") && !hasSpouse) {
    ask("spouse", principal, "Spouse or partner not entered: scored as without");
  }
  if (partner && partner.statusInCanada === null) {
    ask(
      "statusInCanada",
      partner,
      "Spouse's status in Canada not asked: taken as neither citizen nor resident",
    );
  }
  unknowns.push(...jobUnknowns(principal, on), ...(partner ? jobUnknowns(partner, on) : []));
  return unknowns;
}

/** Which facts stand behind each line of the score and each criterion of a program. */
import type { CrsAssessment } from "../crs/assess";
import type { Criterion } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import { principalOf, scoredPartnerOn } from "../family";
import { validTestsOn } from "../language/valid-tests";
import { thresholdsOn, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import {
  cecWork,
  crsCanadianWork,
  crsForeignWork,
  fstWork,
  fswWork,
  type WorkRule,
} from "../work/experience";
import { countedJobs, type ClaimedFact } from "./claimed-facts";
import type { FactKind } from "./proof-rules";

/** Keys of the facts behind a line or a criterion. */
export interface FactsBehind {
  line: (id: string) => string[];
  criterion: (criterion: Pick<Criterion, "id">) => string[];
}

interface Sought {
  facts: CaseFacts;
  claims: readonly ClaimedFact[];
  crs: CrsAssessment;
  on: IsoDate;
  options: TableOptions;
}

/** Looks claims up by what they are: the vocabulary of the two tables below. */
function finder({ facts, claims, crs, on, options }: Sought) {
  const principal = principalOf(facts);
  const partner = scoredPartnerOn(facts, on);
  const keys = (wanted: (claim: ClaimedFact) => boolean) => claims.filter(wanted).map(({ key }) => key);
  const ofKind = (kind: FactKind, personId?: string | null) =>
    keys((claim) => claim.kind === kind && (personId === undefined || claim.personId === personId));
  const test = (id: string | null) => keys((claim) => claim.kind === "language_test" && claim.factId === id);
  const worked = (rule: WorkRule) => {
    const ids = countedJobs(principal, rule, on);
    return keys((claim) => claim.kind === "job" && claim.factId !== null && ids.has(claim.factId));
  };
  const thresholds = thresholdsOn(on, options);
  const french = validTestsOn(principal, on).filter(({ levels }) => levels.language === "fr");
  const canadian = new Set(
    principal.credentials.filter(({ country }) => country === "CA").map(({ id }) => id),
  );
  const union = ofKind("union");
  return {
    age: ofKind("birth_date", principal.id),
    education: ofKind("credential", principal.id),
    study: keys(({ kind, factId }) => kind === "credential" && factId !== null && canadian.has(factId)),
    first: test(crs.testIds.first),
    second: crs.testIds.second === null ? [] : test(crs.testIds.second),
    tests: ofKind("language_test", principal.id),
    french: french.flatMap(({ test: { id } }) => test(id)),
    canada: worked(crsCanadianWork),
    abroad: worked(crsForeignWork),
    cec: worked(cecWork(thresholds)),
    fsw: worked(fswWork(thresholds)),
    fst: worked(fstWork(thresholds)),
    partner: (kind: FactKind) => (partner === null ? [] : [...union, ...ofKind(kind, partner.id)]),
    partnerTest: crs.testIds.spouse === null ? [] : [...union, ...test(crs.testIds.spouse)],
    family: (kind: FactKind) => ofKind(kind),
  };
}

type Found = ReturnType<typeof finder>;

/** Every line there can be, those of rulesets to come included; a test holds this to what the engine writes. */
const LINES: Readonly<Record<string, (found: Found) => string[]>> = {
  "core.age": ({ age }) => age,
  "core.education": ({ education }) => education,
  "core.firstLanguage": ({ first }) => first,
  "core.secondLanguage": ({ second }) => second,
  "core.canadianWork": ({ canada }) => canada,
  "spouse.education": ({ partner }) => partner("credential"),
  "spouse.language": ({ partnerTest }) => partnerTest,
  "spouse.canadianWork": ({ partner }) => partner("job"),
  "transferability.educationLanguage": ({ education, first }) => [...education, ...first],
  "transferability.educationCanadianWork": ({ education, canada }) => [...education, ...canada],
  "transferability.foreignWorkLanguage": ({ abroad, first }) => [...abroad, ...first],
  "transferability.foreignWorkCanadianWork": ({ abroad, canada }) => [...abroad, ...canada],
  "transferability.certificate": ({ family, first }) => [...family("certificate"), ...first],
  "additional.sibling": ({ family }) => family("sibling"),
  "additional.french": ({ french, second }) => [...new Set([...french, ...second])],
  "additional.canadianStudy": ({ study }) => study,
  "additional.nomination": ({ family }) => family("nomination"),
  "core.highWageWork": ({ canada }) => canada,
  "core.highWageOffer": ({ family }) => family("job_offer"),
  "additional.highWageWork": ({ canada }) => canada,
  "additional.highWageOffer": ({ family }) => family("job_offer"),
};

const funds = ({ family }: Found) => [...family("funds"), ...family("job_offer")];
const province = ({ family }: Found) => family("intended_province");

const CRITERIA: Readonly<Record<string, (found: Found) => string[]>> = {
  "cec.work": ({ cec }) => cec,
  "cec.language": ({ tests }) => tests,
  "cec.outside-quebec": province,
  "fsw.work": ({ fsw }) => fsw,
  "fsw.language": ({ tests }) => tests,
  "fsw.education": ({ education }) => education,
  "fsw.grid": ({ age, education, tests, fsw, partner, family }) => [
    ...new Set([
      ...[...age, ...education, ...tests, ...fsw],
      ...[...partner("language_test"), ...partner("credential"), ...partner("job")],
      ...[...family("relative"), ...family("job_offer")],
    ]),
  ],
  "fsw.funds": funds,
  "fsw.outside-quebec": province,
  "fst.work": ({ fst }) => fst,
  "fst.language": ({ tests }) => tests,
  "fst.certificate-or-offer": ({ family }) => [...family("certificate"), ...family("job_offer")],
  "fst.funds": funds,
  "fst.outside-quebec": province,
  "pnp.nomination": ({ family }) => family("nomination"),
  "pnp.federal-program": ({ cec, fsw, fst, tests }) => [...new Set([...cec, ...fsw, ...fst, ...tests])],
  "pnp.residence": ({ family }) => [...family("intended_province"), ...family("nomination")],
};

function lookUp(table: typeof LINES, id: string, found: Found): string[] {
  const answer = table[id];
  if (!answer) throw new RangeError(`nobody has said which facts stand behind ${id}`);
  return answer(found);
}

/** The facts behind the lines and criteria of an assessment. Throws RangeError for an id that no rule knows. */
export function factsBehind(sought: Sought): FactsBehind {
  const found = finder(sought);
  return {
    line: (id) => lookUp(LINES, id, found),
    criterion: ({ id }) => lookUp(CRITERIA, id, found),
  };
}

/** What a file claims on a date, fact by fact: everything that the score or a program can rest on. */
import { certificateCountsOn, nominationCountsOn } from "../crs/factors-on";
import { credentialCountsOn, EDUCATION_LABELS } from "../education/credentials";
import { qualifyingOffer } from "../eligibility/arranged-employment";
import { plainDollars } from "../eligibility/criterion";
import type { CaseFacts, PersonFacts } from "../facts";
import { dependentChildrenOn, principalOf, scoredPartnerOn } from "../family";
import { validTestsOn } from "../language/valid-tests";
import { thresholdsOn, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate, plainYears } from "../timing/plain-date";
import {
  adaptabilityWork,
  cecWork,
  crsCanadianWork,
  crsForeignWork,
  experienceOn,
  fstWork,
  fswWork,
  spouseAdaptabilityWork,
  type WorkRule,
} from "../work/experience";
import { jobsWithinStatus } from "../work/within-status";
import {
  backingNeeds,
  birthDateNeeds,
  credentialNeeds,
  dependentNeeds,
  jobNeeds,
  languageTestNeeds,
  relationNeeds,
  unionNeeds,
  type FactKind,
  type ProofNeed,
} from "./proof-rules";

export interface ClaimedFact {
  /** Stable while the fact stands: `job:<id>`, `birth_date:<person>`, `sibling:family`. */
  key: string;
  kind: FactKind;
  /** null: a fact of the family. */
  personId: string | null;
  /** The row that says it: of a job, test, credential, address; the person's; null for the family's. */
  factId: string | null;
  label: string;
  /** All of them are needed; none: it is declared, and no paper of the application shows it. */
  needs: readonly ProofNeed[];
}

export function factKey(kind: FactKind, id: string | null): string {
  return `${kind}:${id ?? "family"}`;
}

type Draft = Omit<ClaimedFact, "key">;

function claim(draft: Draft): ClaimedFact {
  return { key: factKey(draft.kind, draft.factId), ...draft };
}

function ofPerson(kind: FactKind, person: PersonFacts, label: string, needs: readonly ProofNeed[]) {
  return claim({ kind, personId: person.id, factId: person.id, label, needs });
}

const TEST_NAMES = {
  ielts_general: "IELTS General Training",
  celpip_general: "CELPIP-General",
  pte_core: "PTE Core",
  tef_canada: "TEF Canada",
  tcf_canada: "TCF Canada",
} as const;

function testsOf(person: PersonFacts, on: IsoDate): ClaimedFact[] {
  return validTestsOn(person, on).map(({ test, levels }) =>
    claim({
      kind: "language_test",
      personId: person.id,
      factId: test.id,
      label: `${TEST_NAMES[test.kind]}, ${plainDate(test.takenOn)}`,
      needs: languageTestNeeds(person.id, levels.language),
    }),
  );
}

function credentialsOf(person: PersonFacts, on: IsoDate): ClaimedFact[] {
  return person.credentials
    .filter((credential) => credentialCountsOn(credential, on))
    .map((credential) =>
      claim({
        kind: "credential",
        personId: person.id,
        factId: credential.id,
        label: `${credential.institution}: ${EDUCATION_LABELS[credential.level]}`,
        needs: credentialNeeds(person.id, credential),
      }),
    );
}

/** Everything for which hours of work can count: the score, the three programs, the grid. */
function workRules(person: PersonFacts, on: IsoDate, options: TableOptions): WorkRule[] {
  if (person.role === "spouse") return [crsCanadianWork, spouseAdaptabilityWork];
  const thresholds = thresholdsOn(on, options);
  return [
    ...[crsCanadianWork, crsForeignWork, adaptabilityWork],
    ...[cecWork(thresholds), fswWork(thresholds), fstWork(thresholds)],
  ];
}

/** The jobs that count under a rule; of one split by a study, the job itself. */
export function countedJobs(person: PersonFacts, rule: WorkRule, on: IsoDate): Set<string> {
  const { countedJobIds } = experienceOn(jobsWithinStatus(person), rule, on);
  return new Set(countedJobIds.map((id) => id.replace(/#.*$/, "")));
}

function jobsOf(person: PersonFacts, on: IsoDate, options: TableOptions): ClaimedFact[] {
  const counted = workRules(person, on, options).map((rule) => countedJobs(person, rule, on));
  return person.jobs
    .filter(({ id }) => counted.some((ids) => ids.has(id)))
    .map((job) =>
      claim({
        kind: "job",
        personId: person.id,
        factId: job.id,
        label: `${job.title}, ${job.employer}, ${plainYears(job.from, job.to)}`,
        needs: jobNeeds(person.id, job),
      }),
    );
}

function skillsOf(person: PersonFacts, on: IsoDate, options: TableOptions): ClaimedFact[] {
  return [...testsOf(person, on), ...credentialsOf(person, on), ...jobsOf(person, on, options)];
}

/** A partner's skills count with the union alone, so the union is claimed where there are any. */
function partnerClaims(facts: CaseFacts, on: IsoDate, options: TableOptions): ClaimedFact[] {
  const partner = scoredPartnerOn(facts, on);
  if (partner === null) return [];
  const skills = skillsOf(partner, on, options);
  const { id, maritalStatus, unionSince } = principalOf(facts);
  const since = unionSince === null ? "" : `, since ${plainDate(unionSince)}`;
  const words = maritalStatus === "common_law" ? "Common-law union" : "Marriage";
  const union = claim({
    kind: "union",
    personId: id,
    factId: id,
    label: `${words}${since}`,
    needs: unionNeeds(id, maritalStatus),
  });
  return [union, ...skills];
}

function ofFamily(kind: FactKind, label: string, needs: readonly ProofNeed[]): ClaimedFact {
  return claim({ kind, personId: null, factId: null, label, needs });
}

function familyClaims(facts: CaseFacts, on: IsoDate): ClaimedFact[] {
  const { id } = principalOf(facts);
  const { nomination, jobOffer, certificateOfQualification: certificate, settlementFunds } = facts.family;
  const { siblingInCanada, relativeInCanada, intendedProvince } = facts.family;
  const claims: ClaimedFact[] = [];
  if (nomination && nominationCountsOn(nomination, on)) {
    claims.push(
      ofFamily("nomination", `Nominated by ${nomination.province}`, backingNeeds(id, "nomination")),
    );
  }
  if (jobOffer && qualifyingOffer(jobOffer) !== null) {
    claims.push(ofFamily("job_offer", `Job offer, ${jobOffer.employer}`, backingNeeds(id, "job_offer")));
  }
  if (certificate && certificateCountsOn(certificate, on)) {
    const needs = backingNeeds(id, "certificate_of_qualification");
    claims.push(ofFamily("certificate", `NOC ${certificate.nocCode}, ${certificate.province}`, needs));
  }
  if (siblingInCanada === true) {
    claims.push(ofFamily("sibling", "Brother or sister in Canada", relationNeeds("sibling")));
  }
  if (relativeInCanada === true) {
    claims.push(ofFamily("relative", "Relative in Canada", relationNeeds("relative")));
  }
  if (settlementFunds !== null) {
    const label = `${plainDollars(settlementFunds.cents)} on ${plainDate(settlementFunds.asOf)}`;
    claims.push(ofFamily("funds", label, backingNeeds(id, "funds")));
  }
  if (intendedProvince !== null) {
    claims.push(ofFamily("intended_province", `Plans to live in ${intendedProvince}`, []));
  }
  return claims;
}

function addressClaims({ people }: CaseFacts): ClaimedFact[] {
  return people.flatMap((person) =>
    person.addresses.map(({ id, city, country, from, to }) =>
      claim({
        kind: "address",
        personId: person.id,
        factId: id,
        label: `${city === null ? "" : `${city}, `}${country}, ${plainYears(from, to)}`,
        needs: [],
      }),
    ),
  );
}

/**
 * The facts a file rests on, on `on`: what counts then and no more, each with the papers that would prove it. A fact
 * that counts for nothing on the day (a test that has lapsed, a job outside every window) is not claimed.
 */
export function claimedFacts(facts: CaseFacts, on: IsoDate, options: TableOptions = {}): ClaimedFact[] {
  const principal = principalOf(facts);
  const born = principal.birthDate;
  return [
    ...(born === null
      ? []
      : [ofPerson("birth_date", principal, `Born ${plainDate(born)}`, birthDateNeeds(principal.id))]),
    ...skillsOf(principal, on, options),
    ...partnerClaims(facts, on, options),
    ...dependentChildrenOn(facts, on).map((child) =>
      ofPerson("dependent", child, `Dependent child, ${child.givenName}`, dependentNeeds(child.id)),
    ),
    ...familyClaims(facts, on),
    ...addressClaims(facts),
  ];
}

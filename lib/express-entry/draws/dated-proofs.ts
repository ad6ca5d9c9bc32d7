/** Language tests and educational assessments against the two days of an invitation (rules reference 2 and 4.2). */
import type { CrsAssessment } from "../crs/assess";
import { credentialCountsOn, educationOn } from "../education/credentials";
import type { CaseFacts, PersonFacts } from "../facts";
import { principalOf, scoredPartnerOn } from "../family";
import { testName } from "../forecast/events";
import { validTestsOn } from "../language/valid-tests";
import { legalSource, type RuleSource } from "../rule-source";
import type { IsoDate } from "../timing/calendar-date";
import { ecaLastDay, languageTestLastDay } from "../timing/document-validity";

/** A test or an assessment that runs out, against the day of the invitation and the planned day. */
export interface DatedProof {
  kind: "language" | "eca";
  /** Of the test, or of the credential. */
  id: string;
  personId: string;
  /** `CELPIP`, `ECA (WES), University of Delhi`. */
  title: string;
  /** Day of the test, or of the assessment. */
  from: IsoDate;
  /** Last day on which it counts. */
  lastDay: IsoDate;
  atInvitation: boolean;
  atSubmission: boolean;
  /** The score of the invitation rests on it. */
  used: boolean;
  source: RuleSource;
}

export interface ProofDays {
  invitedOn: IsoDate;
  plannedOn: IsoDate;
  /** Tests that the score of the invitation used. */
  testIds: CrsAssessment["testIds"];
}

function testsOf(person: PersonFacts, { invitedOn, plannedOn, testIds }: ProofDays): DatedProof[] {
  const counts = (on: IsoDate) => new Set(validTestsOn(person, on).map(({ test }) => test.id));
  const [then, later] = [counts(invitedOn), counts(plannedOn)];
  return person.languageTests.map((test) => ({
    kind: "language" as const,
    id: test.id,
    personId: person.id,
    title: testName(test.kind),
    from: test.takenOn,
    lastDay: languageTestLastDay(test),
    atInvitation: then.has(test.id),
    atSubmission: later.has(test.id),
    used: Object.values(testIds).includes(test.id),
    source: legalSource("IRPR 75(2)(d)", null),
  }));
}

function assessmentsOf(person: PersonFacts, { invitedOn, plannedOn }: ProofDays): DatedProof[] {
  const used = educationOn(person, invitedOn).credentialIds;
  return person.credentials.flatMap((credential) => {
    const { eca, country, institution, id } = credential;
    if (country === "CA" || eca === null) return [];
    return [
      {
        kind: "eca" as const,
        id,
        personId: person.id,
        title: `ECA (${eca.body}), ${institution}`,
        from: eca.issuedOn,
        lastDay: ecaLastDay(eca.issuedOn),
        atInvitation: credentialCountsOn(credential, invitedOn),
        atSubmission: credentialCountsOn(credential, plannedOn),
        used: used.includes(id),
        source: legalSource("IRPR 75(2)(e)", null),
      },
    ];
  });
}

/** Of the principal, and of the partner where one earns points: first what the score rests on, then by last day. */
export function datedProofs(facts: CaseFacts, days: ProofDays): DatedProof[] {
  const partner = scoredPartnerOn(facts, days.plannedOn);
  return [principalOf(facts), ...(partner ? [partner] : [])]
    .flatMap((person) => [...testsOf(person, days), ...assessmentsOf(person, days)])
    .sort((a, b) => Number(b.used) - Number(a.used) || (a.lastDay < b.lastDay ? -1 : 1));
}

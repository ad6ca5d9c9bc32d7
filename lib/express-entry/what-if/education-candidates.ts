/** Credentials to earn, ECAs to order. */
import { educationOn } from "../education/credentials";
import { EDUCATION_LEVELS, type EducationLevel, type PersonFacts } from "../facts";
import { isInCanada, readyOn, type Candidate, type Circumstances } from "./candidate";
import type { CredentialChange } from "./changes";
import type { ImprovementKind } from "./effort";

const BACHELOR = "bachelor_or_three_plus_year";
const MASTERS = "master_or_entry_to_practice_professional";
const MONTHS = { one_year_post_secondary: 12, [MASTERS]: 16 } as const;

function rank(level: EducationLevel): number {
  return EDUCATION_LEVELS.indexOf(level);
}

function planned(
  around: Circumstances,
  kind: ImprovementKind,
  level: keyof typeof MONTHS,
  fullTime: boolean,
): CredentialChange {
  const { principal, from } = around;
  const here = isInCanada(principal);
  return {
    kind: "credential",
    person: "principal",
    level,
    country: here ? "CA" : (principal.countryOfResidence ?? principal.citizenship ?? "US"),
    on: readyOn(around, kind),
    programMonths: MONTHS[level],
    fullTime,
    distanceLearning: false,
    studyFrom: here && fullTime ? from : null,
  };
}

/** Completed foreign credentials that do not count on the first day for want of an ECA. */
function lacksEca(person: PersonFacts, { from }: Circumstances): boolean {
  return educationOn(person, from).withoutEcaIds.length > 0;
}

function studies(around: Circumstances): Candidate[] {
  const { level } = educationOn(around.principal, around.from);
  const candidates: Candidate[] = [];
  if (level === BACHELOR) {
    candidates.push({
      id: "second_credential",
      kind: "second_credential",
      group: "education",
      title: "Second credential, part-time",
      changes: [planned(around, "second_credential", "one_year_post_secondary", false)],
    });
  }
  if (rank(level) < rank("one_year_post_secondary") && rank(level) >= rank("secondary")) {
    candidates.push({
      id: "second_credential",
      kind: "second_credential",
      group: "education",
      title: "One-year diploma",
      changes: [planned(around, "second_credential", "one_year_post_secondary", true)],
    });
  }
  if (rank(level) >= rank(BACHELOR) && rank(level) < rank(MASTERS)) {
    candidates.push({
      id: "masters",
      kind: "masters",
      group: "education",
      title: "Master's degree",
      changes: [planned(around, "masters", MASTERS, true)],
    });
  }
  return candidates;
}

export function educationCandidates(around: Circumstances): Candidate[] {
  const { principal, partner } = around;
  const eca = (kind: "eca" | "spouse_eca", person: "principal" | "spouse", title: string): Candidate => ({
    id: kind,
    kind,
    group: kind,
    title,
    changes: [{ kind: "eca", person, credentialId: null, on: readyOn(around, kind) }],
  });
  return [
    ...studies(around),
    ...(lacksEca(principal, around) ? [eca("eca", "principal", "ECA for the credentials without one")] : []),
    ...(partner && lacksEca(partner, around) ? [eca("spouse_eca", "spouse", "Spouse: ECA")] : []),
  ];
}

/** The facts of a case as if some of them did not count. */
import type { CaseFacts, Credential, FamilyFacts, PersonFacts } from "../facts";
import { factKey } from "./claimed-facts";

type Missing = (key: string) => boolean;

/**
 * A credential that earns nothing but stays where it is: its dates say when the person studied, and work during that
 * study is not to count because the diploma is missing.
 */
function uncounted(credential: Credential): Credential {
  return { ...credential, level: "less_than_secondary", programMonths: 0 };
}

function personWithout(person: PersonFacts, missing: Missing): PersonFacts {
  return {
    ...person,
    birthDate: missing(factKey("birth_date", person.id)) ? null : person.birthDate,
    languageTests: person.languageTests.filter(({ id }) => !missing(factKey("language_test", id))),
    credentials: person.credentials.map((credential) =>
      missing(factKey("credential", credential.id)) ? uncounted(credential) : credential,
    ),
    jobs: person.jobs.filter(({ id }) => !missing(factKey("job", id))),
  };
}

/** A partner stays a partner: an unproven union gives the partner's points away, and never the single person's column. */
function partnerWithoutClaims(spouse: PersonFacts): PersonFacts {
  return { ...spouse, languageTests: [], jobs: [], credentials: spouse.credentials.map(uncounted) };
}

function familyWithout(family: FamilyFacts, missing: Missing): FamilyFacts {
  const gone = (kind: Parameters<typeof factKey>[0]) => missing(factKey(kind, null));
  return {
    ...family,
    nomination: gone("nomination") ? null : family.nomination,
    jobOffer: gone("job_offer") ? null : family.jobOffer,
    certificateOfQualification: gone("certificate") ? null : family.certificateOfQualification,
    siblingInCanada: gone("sibling") ? false : family.siblingInCanada,
    relativeInCanada: gone("relative") ? false : family.relativeInCanada,
    settlementFunds: gone("funds") ? null : family.settlementFunds,
  };
}

/**
 * The same facts without those of `keys`. Nothing that is taken away can raise a score: who is in the family, and
 * whether they come along, is declared and stays.
 */
export function withoutFacts(facts: CaseFacts, keys: ReadonlySet<string>): CaseFacts {
  const missing: Missing = (key) => keys.has(key);
  const union = facts.people.some(({ id }) => missing(factKey("union", id)));
  const people = facts.people.map((person) => {
    const left = personWithout(person, missing);
    return union && person.role === "spouse" ? partnerWithoutClaims(left) : left;
  });
  return { people, family: familyWithout(facts.family, missing) };
}

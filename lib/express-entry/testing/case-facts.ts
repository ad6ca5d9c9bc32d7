/** Builders of facts for tests of this folder: only what a test says differs from an empty, fully asked file. */
import type {
  Ability,
  CaseFacts,
  Credential,
  FamilyFacts,
  Job,
  LanguageTest,
  LanguageTestKind,
  PersonFacts,
} from "../facts";
import { addDays, addYears, type IsoDate } from "../timing/calendar-date";

/** A date under CRS-2025-03-25 with a current funds table. */
export const ON: IsoDate = "2026-01-07";

/** Born so as to be `age` on `on`, and not on a birthday. */
export function born(age: number, on: IsoDate = ON): IsoDate {
  return addDays(addYears(on, -age), -100);
}

let sequence = 0;
function nextId(prefix: string): string {
  sequence += 1;
  return `${prefix}${sequence}`;
}

/** A skilled, authorized full-time job of an employee in Canada for a whole number of years up to the day before ON. */
export function job(overrides: Partial<Job> = {}): Job {
  return {
    id: nextId("job"),
    employer: "Northern Systems Ltd",
    title: "Software developer",
    nocCode: "21232",
    country: "CA",
    city: null,
    hoursPerWeek: 40,
    from: addYears(ON, -1),
    to: addDays(ON, -1),
    paid: true,
    selfEmployed: false,
    authorized: true,
    duringFullTimeStudy: false,
    ...overrides,
  };
}

/** Whole years of work that end `endedYearsAgo` years before ON. */
export function years(count: number, overrides: Partial<Job> = {}, endedYearsAgo = 0): Job {
  return job({
    from: addYears(ON, -(count + endedYearsAgo)),
    to: addDays(addYears(ON, -endedYearsAgo), -1),
    ...overrides,
  });
}

export function abroad(count: number, overrides: Partial<Job> = {}, endedYearsAgo = 0): Job {
  return years(
    count,
    { country: "IN", authorized: null, duringFullTimeStudy: null, ...overrides },
    endedYearsAgo,
  );
}

/** Scores in the order reading, writing, listening, speaking. */
export function languageTest(
  kind: LanguageTestKind,
  scores: readonly [number, number, number, number],
  overrides: Partial<LanguageTest> = {},
): LanguageTest {
  const [reading, writing, listening, speaking] = scores;
  const byAbility: Record<Ability, number> = { reading, writing, listening, speaking };
  return {
    id: nextId("test"),
    kind,
    takenOn: addDays(ON, -100),
    resultOn: null,
    scores: byAbility,
    reportNumber: null,
    ...overrides,
  };
}

export function credential(overrides: Partial<Credential> = {}): Credential {
  return {
    id: nextId("credential"),
    level: "bachelor_or_three_plus_year",
    field: null,
    institution: "University of Delhi",
    country: "IN",
    programMonths: null,
    from: null,
    awardedOn: addYears(ON, -6),
    fullTime: true,
    distanceLearning: false,
    eca: { body: "WES", issuedOn: addYears(ON, -1), reference: null },
    ...overrides,
  };
}

export function canadian(overrides: Partial<Credential> = {}): Credential {
  return credential({ country: "CA", institution: "University of Calgary", eca: null, ...overrides });
}

export function person(overrides: Partial<PersonFacts> = {}): PersonFacts {
  return {
    id: nextId("person"),
    role: "principal",
    givenName: "Asha",
    familyName: "Rao",
    birthDate: born(30),
    accompanying: true,
    statusInCanada: "none",
    statusExpiresOn: null,
    countryOfResidence: "IN",
    citizenship: "IN",
    passport: null,
    maritalStatus: "single",
    unionSince: null,
    earlierUnionEnded: false,
    otherNames: null,
    dependentByCondition: false,
    adoptedOrSharedCustody: false,
    addresses: [],
    jobs: [],
    languageTests: [],
    credentials: [],
    ...overrides,
  };
}

export function family(overrides: Partial<FamilyFacts> = {}): FamilyFacts {
  return {
    intendedProvince: "ON",
    settlementFunds: { cents: 5_000_000, asOf: ON },
    siblingInCanada: false,
    relativeInCanada: false,
    jobOffer: null,
    certificateOfQualification: null,
    nomination: null,
    ...overrides,
  };
}

/** A single principal with the given facts. */
export function single(facts: Partial<PersonFacts>, familyFacts: Partial<FamilyFacts> = {}): CaseFacts {
  return { people: [person(facts)], family: family(familyFacts) };
}

/** A married couple. */
export function couple(
  principal: Partial<PersonFacts>,
  spouse: Partial<PersonFacts>,
  familyFacts: Partial<FamilyFacts> = {},
): CaseFacts {
  const union = { maritalStatus: "married" as const, unionSince: addYears(ON, -3) };
  return {
    people: [person({ ...union, ...principal }), person({ role: "spouse", ...union, ...spouse })],
    family: family(familyFacts),
  };
}

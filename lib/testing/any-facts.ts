/** Random facts around a date, for properties: dense in the dates at which something changes soon. */
import fc from "fast-check";
import {
  EDUCATION_LEVELS,
  type CaseFacts,
  type CertificateOfQualification,
  type Credential,
  type FamilyFacts,
  type Job,
  type JobOffer,
  type LanguageTest,
  type MaritalStatus,
  type Nomination,
  type PersonFacts,
} from "@/lib/express-entry/facts";
import { addDays, addYears, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { family, person } from "@/lib/express-entry/testing/case-facts";

/** Around which the dates lie; a leap year on either side, and rulesets that change in between. */
export const AROUND: IsoDate = "2026-11-23";

function dateWithin(from: number, to: number): fc.Arbitrary<IsoDate> {
  return fc.integer({ min: from, max: to }).map((days) => addDays(AROUND, days));
}

const YEAR = 365;
const anyId = fc.uuid();

const anyJob: fc.Arbitrary<Job> = fc
  .record({
    id: anyId,
    nocCode: fc.constantFrom("21231", "21231", "21231", "31301", "72310", "72310", "63200", "65200", null),
    country: fc.constantFrom("CA", "CA", "CA", "IN"),
    hoursPerWeek: fc.constantFrom(10, 15, 20, 30, 37.5, 40, 40),
    start: dateWithin(-11 * YEAR, YEAR),
    days: fc.option(fc.integer({ min: 1, max: 4 * YEAR }), { freq: 3 }),
    paid: fc.constantFrom(true, true, true, true, false),
    selfEmployed: fc.constantFrom(false, false, false, true),
    authorized: fc.constantFrom(true, true, true, true, null, false),
    duringFullTimeStudy: fc.constantFrom(false, false, false, false, null, true),
  })
  .map(({ start, days, ...rest }) => ({
    employer: "Northern Systems Ltd",
    title: "Developer",
    city: null,
    ...rest,
    from: start,
    to: days === null ? null : addDays(start, days),
  }));

const celpip = fc.record({
  kind: fc.constant("celpip_general" as const),
  score: fc.integer({ min: 3, max: 11 }),
});
const tcfScores = [
  { reading: 342, listening: 331, writing: 4, speaking: 4 },
  { reading: 406, listening: 398, writing: 7, speaking: 7 },
  { reading: 453, listening: 458, writing: 10, speaking: 10 },
  { reading: 549, listening: 549, writing: 16, speaking: 16 },
];

const anyTest: fc.Arbitrary<LanguageTest> = fc
  .record({
    id: anyId,
    takenOn: dateWithin(-2 * YEAR - 10, YEAR),
    wait: fc.option(fc.integer({ min: 0, max: 30 })),
    test: fc.oneof(
      celpip.map(({ kind, score }) => ({
        kind,
        scores: { reading: score, listening: score, writing: Math.max(3, score - 1), speaking: score },
      })),
      fc.constantFrom(...tcfScores).map((scores) => ({ kind: "tcf_canada" as const, scores })),
    ),
  })
  .map(({ id, takenOn, wait, test }) => ({
    id,
    takenOn,
    resultOn: wait === null ? null : addDays(takenOn, wait),
    reportNumber: null,
    ...test,
  }));

const anyCredential: fc.Arbitrary<Credential> = fc
  .record({
    id: anyId,
    level: fc.constantFrom(...EDUCATION_LEVELS),
    country: fc.constantFrom("CA", "IN", "IN"),
    programMonths: fc.constantFrom(null, 6, 10, 20, 24, 48),
    awardedOn: fc.option(dateWithin(-9 * YEAR, YEAR), { freq: 8 }),
    ecaOn: fc.option(dateWithin(-5 * YEAR - 100, YEAR), { freq: 5 }),
    from: fc.option(dateWithin(-5 * YEAR, YEAR)),
    fullTime: fc.constantFrom(true, true, false),
    distanceLearning: fc.constantFrom(false, false, false, true),
  })
  .map(({ ecaOn, ...rest }) => ({
    field: null,
    institution: "A university",
    ...rest,
    eca: ecaOn === null ? null : { body: "WES", issuedOn: ecaOn, reference: null },
  }));

const anyBirthDate = fc.oneof(
  fc.integer({ min: 16, max: 50 }).chain((age) => dateWithin(-YEAR, 0).map((day) => addYears(day, -age))),
  fc.constantFrom("1996-02-29", "1992-02-29", "1984-02-28"),
  fc.constant(null),
);

const anyAdult: fc.Arbitrary<Partial<PersonFacts>> = fc.record({
  id: anyId,
  birthDate: anyBirthDate,
  accompanying: fc.constantFrom(true, true, true, false),
  statusInCanada: fc.constantFrom(
    "worker" as const,
    "worker" as const,
    "citizen" as const,
    "none" as const,
    null,
  ),
  statusExpiresOn: fc.option(dateWithin(-100, 2 * YEAR)),
  jobs: fc.array(anyJob, { maxLength: 4 }),
  languageTests: fc.array(anyTest, { maxLength: 3 }),
  credentials: fc.array(anyCredential, { maxLength: 3 }),
});

const anyChild: fc.Arbitrary<Partial<PersonFacts>> = fc.record({
  id: anyId,
  role: fc.constant("child" as const),
  birthDate: fc
    .integer({ min: 19, max: 22 })
    .chain((age) => dateWithin(-YEAR, 0).map((day) => addYears(day, -age))),
});

const anyNomination: fc.Arbitrary<Nomination> = fc
  .record({
    confirmedOn: dateWithin(-100, YEAR),
    wait: fc.option(fc.integer({ min: 0, max: 40 })),
    life: fc.option(fc.integer({ min: 50, max: 400 })),
  })
  .map(({ confirmedOn, wait, life }) => ({
    province: "ON",
    enhanced: true,
    confirmedOn,
    acceptedOn: wait === null ? null : addDays(confirmedOn, wait),
    certificateNumber: null,
    expiresOn: life === null ? null : addDays(confirmedOn, life),
  }));

const anyCertificate: fc.Arbitrary<CertificateOfQualification> = fc
  .record({ issuedOn: dateWithin(-800, YEAR), life: fc.option(fc.integer({ min: 100, max: 1500 })) })
  .map(({ issuedOn, life }) => ({
    nocCode: "72310",
    province: "AB",
    issuedOn,
    expiresOn: life === null ? null : addDays(issuedOn, life),
  }));

const anyOffer: fc.Arbitrary<JobOffer> = fc.record({
  employer: fc.constant("Northern Systems Ltd"),
  nocCode: fc.constantFrom("21231", "72310", "65200"),
  arrangedEmployment: fc.constantFrom("lmia_permit_same_employer" as const, "lmia_no_permit" as const, null),
  fullTime: fc.boolean(),
  oneYearAfterVisa: fc.boolean(),
});

const anyFamily: fc.Arbitrary<Partial<FamilyFacts>> = fc.record({
  intendedProvince: fc.constantFrom("ON", "ON", "ON", "QC", null),
  settlementFunds: fc.constantFrom(
    null,
    { cents: 1_900_100, asOf: AROUND },
    { cents: 1_600_000, asOf: AROUND },
    { cents: 9_000_000, asOf: AROUND },
  ),
  siblingInCanada: fc.constantFrom(true, false, null),
  relativeInCanada: fc.constantFrom(true, false, null),
  nomination: fc.option(anyNomination, { freq: 1 }),
  certificateOfQualification: fc.option(anyCertificate, { freq: 1 }),
  jobOffer: fc.option(anyOffer, { freq: 1 }),
});

const anyUnion = fc.record({
  maritalStatus: fc.constantFrom<(MaritalStatus | null)[]>(
    "married",
    "common_law",
    "separated",
    "single",
    null,
  ),
  unionSince: fc.option(dateWithin(-2 * YEAR, YEAR)),
});

/** A principal, perhaps with a spouse and children, with anything asked or not asked. */
export const anyCaseFacts: fc.Arbitrary<CaseFacts> = fc
  .record({
    principal: anyAdult,
    union: anyUnion,
    spouse: fc.option(anyAdult),
    children: fc.array(anyChild, { maxLength: 2 }),
    rest: anyFamily,
  })
  .map(({ principal, union, spouse, children, rest }) => ({
    people: [
      person({ ...principal, ...union, accompanying: true }),
      ...(spouse ? [person({ ...spouse, ...union, role: "spouse" as const })] : []),
      ...children.map((child) => person(child)),
    ],
    family: family(rest),
  }));

/** Random changes of a scenario, for properties. */
import fc from "fast-check";
import { EDUCATION_LEVELS } from "@/lib/express-entry/facts";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import { inAllFour } from "@/lib/express-entry/what-if/scores-for-levels";
import { AROUND } from "./any-facts";

const on: fc.Arbitrary<IsoDate> = fc.integer({ min: -60, max: 600 }).map((days) => addDays(AROUND, days));
const person = fc.constantFrom("principal" as const, "principal" as const, "spouse" as const);
const result = fc.integer({ min: 4, max: 10 }).map((level) => ({ levels: inAllFour(level) }));
const test = fc.constantFrom("celpip_general" as const, "ielts_general" as const, "tef_canada" as const);
const education = fc.constantFrom(...EDUCATION_LEVELS);

const partner = fc.record({
  birthDate: fc.constant(null),
  accompanying: fc.boolean(),
  statusInCanada: fc.constantFrom("worker" as const, "citizen" as const, null),
  education: fc.option(fc.record({ level: education, country: fc.constantFrom("CA", "IN") })),
  language: fc.option(fc.record({ test, result })),
  canadianWorkYears: fc.integer({ min: 0, max: 5 }),
});

/** A date that lies a while before another, or none. */
function before(date: IsoDate, days: number | null): IsoDate | null {
  return days === null ? null : addDays(date, -days);
}

const anyChange: fc.Arbitrary<FactChange> = fc.oneof(
  fc.record({ kind: fc.constant("language_test" as const), person, test, on, result }),
  fc
    .record({
      person,
      level: education,
      country: fc.constantFrom("CA", "IN"),
      on,
      fullTime: fc.boolean(),
      study: fc.option(fc.integer({ min: 1, max: 400 })),
    })
    .map(({ study, ...rest }) => ({
      kind: "credential" as const,
      ...rest,
      programMonths: 12,
      distanceLearning: false,
      studyFrom: before(rest.on, study),
    })),
  fc.record({ kind: fc.constant("eca" as const), person, credentialId: fc.constant(null), on }),
  fc.record({ kind: fc.constant("nomination" as const), province: fc.constantFrom("ON", "BC"), on }),
  fc
    .record({
      person,
      place: fc.constantFrom("canada" as const, "abroad" as const),
      nocCode: fc.constantFrom(null, "21231", "72310", "65200"),
      on,
      months: fc.option(fc.integer({ min: 1, max: 30 })),
      hoursPerWeek: fc.constantFrom(15, 30, 40),
      permit: fc.option(fc.integer({ min: 100, max: 900 })),
      leavesPresentWork: fc.boolean(),
    })
    .map(({ permit, ...rest }) => ({
      kind: "work" as const,
      ...rest,
      permitUntil: permit === null ? null : addDays(rest.on, permit),
    })),
  fc.record({ person, on, days: fc.option(fc.integer({ min: 0, max: 800 })) }).map(({ days, ...rest }) => ({
    kind: "permit" as const,
    ...rest,
    until: days === null ? null : addDays(rest.on, days),
  })),
  fc.record({ kind: fc.constant("work_ends" as const), person, on }),
  fc.record({ kind: fc.constant("spouse_accompanies" as const), accompanying: fc.boolean(), on }),
  fc.record({
    kind: fc.constant("union" as const),
    union: fc.constantFrom("married" as const, "common_law" as const),
    on,
    partner,
  }),
  fc.record({ kind: fc.constant("sibling" as const), inCanada: fc.boolean(), on }),
  fc.record({
    kind: fc.constant("certificate" as const),
    nocCode: fc.constant("72310"),
    province: fc.constant("AB"),
    on,
  }),
  fc.record({
    kind: fc.constant("job_offer" as const),
    offer: fc.option(
      fc.record({
        nocCode: fc.constantFrom("21231", "72310"),
        arrangedEmployment: fc.constantFrom("lmia_permit_same_employer" as const, null),
      }),
    ),
    on,
  }),
  fc.record({
    kind: fc.constant("settlement_funds" as const),
    cents: fc.integer({ min: 0, max: 6_000_000 }),
    on,
  }),
);

export const anyChanges = fc.array(anyChange, { maxLength: 4 });

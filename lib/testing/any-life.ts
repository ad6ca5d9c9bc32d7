/** Random lives: facts, and dated changes of them one after the other, for properties of what follows from facts. */
import fc from "fast-check";
import type { CaseFacts, MaritalStatus, PersonFacts } from "@/lib/express-entry/facts";
import { job, person } from "@/lib/express-entry/testing/case-facts";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { anyCaseFacts, AROUND } from "./any-facts";

/** What happens to a family: takes its facts and gives those of after. */
export type LifeChange = (facts: CaseFacts) => CaseFacts;

function ofOne(index: number, change: (one: PersonFacts) => PersonFacts): LifeChange {
  return (facts) => ({
    ...facts,
    people: facts.people.map((one, at) => (at === index % facts.people.length ? change(one) : one)),
  });
}

const anyIndex = fc.nat({ max: 3 });
const anyStart = fc.integer({ min: -4200, max: -1 }).map((days) => addDays(AROUND, days));

const moved: fc.Arbitrary<LifeChange> = fc
  .record({
    index: anyIndex,
    id: fc.uuid(),
    country: fc.constantFrom("IN", "AE", "GB", "SG", "CA"),
    from: anyStart,
    days: fc.option(fc.integer({ min: 1, max: 900 })),
  })
  .map(({ index, id, country, from, days }) =>
    ofOne(index, (one) => ({
      ...one,
      addresses: [
        ...one.addresses,
        { id, country, city: null, from, to: days === null ? null : addDays(from, days) },
      ],
    })),
  );

const addressGone: fc.Arbitrary<LifeChange> = anyIndex.map((index) =>
  ofOne(index, (one) => ({ ...one, addresses: one.addresses.slice(1) })),
);

const worked: fc.Arbitrary<LifeChange> = fc
  .record({ index: anyIndex, id: fc.uuid(), from: anyStart, country: fc.constantFrom("CA", "IN") })
  .map(({ index, id, from, country }) =>
    ofOne(index, (one) => ({ ...one, jobs: [...one.jobs, job({ id, from, to: null, country })] })),
  );

const workGone: fc.Arbitrary<LifeChange> = anyIndex.map((index) =>
  ofOne(index, (one) => ({ ...one, jobs: one.jobs.slice(1) })),
);

const union: fc.Arbitrary<LifeChange> = fc
  .constantFrom<MaritalStatus[]>("single", "married", "common_law", "separated", "divorced", "widowed")
  .map((maritalStatus) => ofOne(0, (one) => ({ ...one, maritalStatus })));

const born: fc.Arbitrary<LifeChange> = fc
  .record({ id: fc.uuid(), birthDate: anyStart })
  .map(({ id, birthDate }) => (facts) => ({
    ...facts,
    people: [...facts.people, person({ id, role: "child", birthDate })],
  }));

const gone: fc.Arbitrary<LifeChange> = fc.constant((facts: CaseFacts) => ({
  ...facts,
  people: facts.people.filter(({ role }, index) => role === "principal" || index < facts.people.length - 1),
}));

const stays: fc.Arbitrary<LifeChange> = anyIndex.map((index) =>
  ofOne(index, (one) => (one.role === "principal" ? one : { ...one, accompanying: !one.accompanying })),
);

const anyLifeChange: fc.Arbitrary<LifeChange> = fc.oneof(
  { arbitrary: moved, weight: 3 },
  addressGone,
  worked,
  workGone,
  union,
  born,
  gone,
  stays,
);

/** Facts, and what happens after. */
export const anyLife = fc.record({
  facts: anyCaseFacts,
  changes: fc.array(anyLifeChange, { minLength: 1, maxLength: 8 }),
});

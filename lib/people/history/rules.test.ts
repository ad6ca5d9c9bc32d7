import { describe, expect, test } from "vitest";
import { couple, job } from "@/lib/express-entry/testing/case-facts";
import { jobFieldsOf, personFieldsOf } from "../fact-rows";
import { factsBefore, removalsOf } from "./as-of";
import { fieldChanges, type RowChange } from "./rules";

const row = (before: RowChange["before"], after: RowChange["after"]): RowChange => ({
  ...{ personId: "p", kind: "job", id: "j" },
  before,
  after,
});

describe("what changed", () => {
  test("is one line a field that says something else", () => {
    const changes = fieldChanges(
      row({ employer: "Halden", hoursPerWeek: 30 }, { employer: "Halden", hoursPerWeek: 37.5 }),
    );
    expect(changes).toEqual([
      {
        ...{ personId: "p", kind: "job", factId: "j", verb: "changed" },
        ...{ field: "hoursPerWeek", before: 30, after: 37.5 },
      },
    ]);
  });

  test("is nothing where nothing moved, whatever the order of the keys of a value", () => {
    expect(fieldChanges(row({ offer: { a: 1, b: [2] } }, { offer: { b: [2], a: 1 } }))).toEqual([]);
  });

  test("of something new is what it says, of something removed what it said", () => {
    expect(fieldChanges(row(null, { employer: "Halden", city: null }))).toMatchObject([
      { verb: "added", field: "employer", before: null, after: "Halden" },
    ]);
    expect(fieldChanges(row({ employer: "Halden" }, null))).toMatchObject([
      { verb: "removed", before: "Halden", after: null },
    ]);
  });
});

describe("the facts as they stood", () => {
  const [first, second] = [job({ employer: "First" }), job({ employer: "Second" })];
  const then = couple({ id: "p", jobs: [first] }, { id: "s", jobs: [second] });
  const changed = { ...first, hoursPerWeek: 12, to: null };
  const later = job({ employer: "Third" });
  const principal = then.people[0];
  const spouse = then.people[1];
  if (!principal || !spouse) throw new Error("a couple is two");
  const now = {
    people: [{ ...principal, jobs: [changed, later], maritalStatus: "separated" as const }],
    family: { ...then.family, intendedProvince: "AB" },
  };
  const changes = [
    { personId: "p", kind: "job", id: first.id, before: jobFieldsOf(first), after: jobFieldsOf(changed) },
    { personId: "p", kind: "job", id: later.id, before: null, after: jobFieldsOf(later) },
    ...removalsOf(spouse),
    {
      ...{ personId: "p", kind: "person", id: "p" },
      ...{
        before: personFieldsOf(principal),
        after: { ...personFieldsOf(principal), maritalStatus: "separated" },
      },
    },
    {
      ...{ personId: null, kind: "family", id: "case" },
      ...{ before: { intendedProvince: "ON" }, after: { intendedProvince: "AB" } },
    },
  ] as RowChange[];

  test("come back when every change is undone: changed, added and removed, a whole person too", () => {
    const newestFirst = changes.flatMap(fieldChanges).reverse();
    expect(factsBefore(now, "case", newestFirst)).toEqual(then);
  });

  test("are those of now where nothing changed since", () => {
    expect(factsBefore(now, "case", [])).toEqual(now);
  });
});

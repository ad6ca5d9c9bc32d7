/** Changes that somebody sent: all kinds are read back, and every fault is said plainly. */
import { describe, expect, test } from "vitest";
import type { FactChange } from "./changes";
import { parseChanges } from "./parse-changes";
import { inAllFour } from "./scores-for-levels";

const on = "2027-01-04";

const everyKind: FactChange[] = [
  {
    kind: "language_test",
    person: "principal",
    test: "celpip_general",
    on,
    result: { levels: inAllFour(10) },
  },
  { kind: "language_test", person: "spouse", test: "ielts_general", on, result: { scores: inAllFour(6.5) } },
  {
    kind: "credential",
    person: "principal",
    level: "master_or_entry_to_practice_professional",
    country: "CA",
    on,
    programMonths: 16,
    fullTime: true,
    distanceLearning: false,
    studyFrom: "2026-01-04",
  },
  { kind: "eca", person: "principal", credentialId: null, on },
  { kind: "nomination", province: "BC", on },
  {
    kind: "work",
    person: "principal",
    place: "canada",
    nocCode: "21231",
    on,
    months: 12,
    hoursPerWeek: 40,
    permitUntil: "2029-01-01",
    leavesPresentWork: false,
  },
  { kind: "permit", person: "principal", on, until: null },
  { kind: "work_ends", person: "spouse", on },
  { kind: "spouse_accompanies", accompanying: false, on },
  {
    kind: "union",
    union: "common_law",
    on,
    partner: {
      birthDate: "1995-02-28",
      accompanying: true,
      statusInCanada: null,
      education: { level: "secondary", country: "IN" },
      language: { test: "pte_core", result: { levels: inAllFour(7) } },
      canadianWorkYears: 0,
    },
  },
  { kind: "sibling", inCanada: true, on },
  { kind: "certificate", nocCode: "72310", province: "AB", on },
  { kind: "job_offer", offer: { nocCode: "21231", arrangedEmployment: null }, on },
  { kind: "job_offer", offer: null, on },
  { kind: "settlement_funds", cents: 1_526_300, on },
];

/** One change of the first kind with something wrong in it. */
function faultOf(change: Record<string, unknown>) {
  const parsed = parseChanges([everyKind[4], change]);
  return parsed.ok ? null : parsed.faults;
}

describe("reading", () => {
  test("every kind survives being written and read", () => {
    expect(parseChanges(JSON.parse(JSON.stringify(everyKind)))).toEqual({ ok: true, changes: everyKind });
    expect(new Set(everyKind.map(({ kind }) => kind)).size).toBe(13);
  });

  test("none is a list too", () => expect(parseChanges([])).toEqual({ ok: true, changes: [] }));

  const test1 = everyKind[0] as unknown as Record<string, unknown>;
  test.each<[string, Record<string, unknown>, string, string]>([
    ["an unknown kind", { kind: "magic", on }, "1.kind", "must be one of"],
    ["no date", { kind: "sibling", inCanada: true }, "1.on", "is missing"],
    [
      "a date that does not exist",
      { kind: "sibling", inCanada: true, on: "2027-02-29" },
      "1.on",
      "calendar date",
    ],
    ["an unknown key", { kind: "sibling", inCanada: true, on, sure: true }, "1.sure", "not a known key"],
    ["a word for yes", { kind: "sibling", inCanada: "yes", on }, "1.inCanada", "true or false"],
    ["Quebec", { kind: "nomination", province: "QC", on }, "1.province", "Quebec aside"],
    ["somebody else", { kind: "work_ends", person: "child", on }, "1.person", "must be one of"],
    [
      "a level of 13",
      { ...test1, result: { levels: { ...inAllFour(9), reading: 13 } } },
      "1.result.levels.reading",
      "from 0 to 12",
    ],
    [
      "a score beyond the scale",
      { ...test1, result: { scores: { ...inAllFour(9), reading: 13 } } },
      "1.result.scores.reading",
      "CELPIP",
    ],
    [
      "levels and scores at once",
      { ...test1, result: { levels: inAllFour(9), scores: inAllFour(9) } },
      "1.result",
      "either levels or scores",
    ],
    [
      "a permit that ends before it begins",
      { kind: "permit", person: "principal", on, until: "2026-01-01" },
      "1.until",
      "before the date",
    ],
    ["no months of work", { ...(everyKind[5] as object), months: 0 }, "1.months", "from 1 to 60"],
    [
      "a code that is none",
      { kind: "certificate", nocCode: "7231", province: "AB", on },
      "1.nocCode",
      "five-digit NOC",
    ],
    ["half a cent", { kind: "settlement_funds", cents: 0.5, on }, "1.cents", "a whole number"],
  ])("%s is a fault with its place", (_what, change, path, words) => {
    const faults = faultOf(change);
    expect(faults).toHaveLength(1);
    expect(faults?.[0]?.path).toBe(path);
    expect(faults?.[0]?.message).toContain(words);
  });

  test.each<[string, unknown]>([
    ["no list", { kind: "sibling" }],
    ["null", null],
    ["more than anybody compares", Array.from({ length: 21 }, () => everyKind[4])],
  ])("%s is refused as a whole", (_what, value) => {
    expect(parseChanges(value)).toMatchObject({ ok: false, faults: [{ path: "" }] });
  });

  test("each faulty change is named, and nothing of them is kept", () => {
    const parsed = parseChanges([1, everyKind[4], { kind: "work_ends" }]);
    expect(parsed).toMatchObject({ ok: false, faults: [{ path: "0" }, { path: "2.on" }] });
  });
});

/** What a score says of itself: readings of the rules that matter for this person, and the test that earns most. */
import { describe, expect, test } from "vitest";
import { abroad, couple, languageTest, ON, single, years } from "../testing/case-facts";
import { assessCrs } from "./assess";

const cautions = (facts: Parameters<typeof assessCrs>[0]) => assessCrs(facts, ON).cautions;

describe("readings that no official text confirms", () => {
  test("foreign work of separate periods, where an unbroken one would give less", () => {
    const broken = single({ jobs: [abroad(2, {}, 3), abroad(1)] });
    expect(cautions(broken)).toEqual([expect.stringContaining("added up to 3 years")]);
    expect(cautions(single({ jobs: [abroad(3)] }))).toEqual([]);
    // Two years or three months more: the same tier, so nothing hangs on it.
    expect(cautions(single({ jobs: [abroad(2, {}, 3), abroad(0.25)] }))).toEqual([]);
  });

  test("work during full-time study", () => {
    const student = single({ jobs: [years(1, { duringFullTimeStudy: true })] });
    expect(cautions(student)).toEqual([expect.stringContaining("our reading for the score")]);
  });

  test("English partly below CLB 5 beside French at NCLC 7", () => {
    const french = languageTest("tef_canada", [207, 310, 249, 310]);
    const mixed = single({ languageTests: [french, languageTest("celpip_general", [5, 5, 5, 4])] });
    expect(cautions(mixed)).toEqual([expect.stringContaining("English is partly below CLB 5")]);
    const full = single({ languageTests: [french, languageTest("celpip_general", [5, 5, 5, 5])] });
    expect(cautions(full)).toEqual([]);
    const none = single({ languageTests: [french, languageTest("celpip_general", [4, 4, 4, 4])] });
    expect(cautions(none)).toEqual([]);
  });
});

test("of a spouse's tests the one that earns more counts, not the one with the higher sum", () => {
  const spiky = languageTest("celpip_general", [10, 10, 4, 4]);
  const level = languageTest("celpip_general", [7, 7, 7, 6]);
  const facts = (...languageTests: (typeof spiky)[]) => couple({}, { languageTests });
  // 5 + 5 + 0 + 0 against 3 + 3 + 3 + 1: equal. With 7 in all four, 12.
  expect(assessCrs(facts(spiky, level), ON).score.spouse.language).toBe(10);
  const better = languageTest("celpip_general", [7, 7, 7, 7]);
  const higher = languageTest("celpip_general", [11, 11, 4, 4]);
  expect(assessCrs(facts(higher, better), ON).score.spouse.language).toBe(12);
  expect(assessCrs(facts(higher, better), ON).testIds.spouse).toBe(better.id);
});

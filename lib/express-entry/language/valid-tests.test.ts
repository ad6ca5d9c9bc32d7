import { expect, test } from "vitest";
import { languageTest, person } from "../testing/case-facts";
import { bestTestOn, validTestsOn } from "./valid-tests";

const seven = [7, 7, 7, 7] as const;

test("a test counts through the day before its second anniversary, not on it", () => {
  const candidate = person({
    languageTests: [languageTest("celpip_general", seven, { takenOn: "2025-01-15" })],
  });
  expect(validTestsOn(candidate, "2027-01-14")).toHaveLength(1);
  expect(validTestsOn(candidate, "2027-01-15")).toHaveLength(0);
});

test("a test counts from the day its result is out", () => {
  const taken = { takenOn: "2026-01-15", resultOn: "2026-01-28" };
  const candidate = person({ languageTests: [languageTest("celpip_general", seven, taken)] });
  expect(validTestsOn(candidate, "2026-01-27")).toHaveLength(0);
  expect(validTestsOn(candidate, "2026-01-28")).toHaveLength(1);
});

test("the better whole test wins; abilities of two reports are never mixed", () => {
  const first = languageTest("celpip_general", [9, 9, 9, 4]);
  const second = languageTest("ielts_general", [6, 6, 6, 6]);
  const candidate = person({ languageTests: [second, first] });
  const best = bestTestOn(candidate, "en", "2026-01-07");
  expect(best?.test.id).toBe(first.id);
  expect(best?.levels).toMatchObject({ reading: 9, speaking: 4 });
});

test("of equal tests the one that lasts longer", () => {
  const old = languageTest("celpip_general", seven, { takenOn: "2025-01-15" });
  const recent = languageTest("celpip_general", seven, { takenOn: "2025-12-01" });
  const candidate = person({ languageTests: [old, recent] });
  expect(bestTestOn(candidate, "en", "2026-01-07")?.test.id).toBe(recent.id);
});

test("a test with an impossible score, and a test of the other language, do not count", () => {
  const impossible = languageTest("tef_canada", [434, 428, 434, 456]);
  const candidate = person({ languageTests: [impossible, languageTest("celpip_general", seven)] });
  expect(bestTestOn(candidate, "fr", "2026-01-07")).toBeNull();
});

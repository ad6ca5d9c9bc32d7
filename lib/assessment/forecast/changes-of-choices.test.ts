import { describe, expect, test } from "vitest";
import { couple, languageTest, ON, single, years } from "@/lib/express-entry/testing/case-facts";
import { parseChanges } from "@/lib/express-entry/what-if/parse-changes";
import { changesOfChoices } from "./changes-of-choices";
import { readChoices, withImprovement } from "./rules";

const facts = single({
  jobs: [years(2, { to: null, hoursPerWeek: 37.5 })],
  languageTests: [languageTest("ielts_general", [7, 7, 8, 7])],
});
const try_ = (query: Record<string, string>, file = facts) => changesOfChoices(readChoices(query), file, ON);

describe("what is chosen on the screen", () => {
  test("nothing chosen changes nothing; nor does what nobody can choose", () => {
    expect(try_({})).toEqual([]);
    expect(try_({ english: "13", education: "wizardry", nomination: "Ontario", from: "2026-02-30" })).toEqual(
      [],
    );
    expect(readChoices({ from: "2026-02-30" }).from).toBeNull();
  });

  test("a retest is the test the person took before, six weeks on where no day is chosen", () => {
    expect(try_({ english: "10" })).toEqual([
      {
        kind: "language_test",
        person: "principal",
        test: "ielts_general",
        on: "2026-02-18",
        result: { levels: { listening: 10, reading: 10, writing: 10, speaking: 10 } },
      },
    ]);
  });

  test("one ability may differ, and a chosen day holds", () => {
    expect(try_({ english: "9", english_w: "8", english_on: "2026-09-01" })).toMatchObject([
      { on: "2026-09-01", result: { levels: { listening: 9, reading: 9, writing: 8, speaking: 9 } } },
    ]);
  });

  test("a day before the forecast begins is its first day", () => {
    expect(try_({ nomination: "ON", nomination_on: "2020-01-01" })).toMatchObject([{ on: ON }]);
  });

  test("full-time study in Canada stops the work, part-time or abroad does not", () => {
    expect(try_({ education: "master", education_time: "full" })).toMatchObject([
      { studyFrom: ON, country: "CA" },
    ]);
    expect(try_({ education: "master" })).toMatchObject([{ studyFrom: null }]);
    expect(try_({ education: "master", education_in: "abroad", education_time: "full" })).toMatchObject([
      { studyFrom: null, country: "IN" },
    ]);
  });

  test("a year abroad ends the present work, a new permit does not", () => {
    expect(try_({ work: "abroad" })).toMatchObject([
      { place: "abroad", months: 12, leavesPresentWork: true },
    ]);
    expect(try_({ work: "permit", work_until: "2028-07-11" })).toEqual([
      { kind: "permit", person: "principal", on: ON, until: "2028-07-11" },
    ]);
  });

  test("a spouse is tested or stays where there is one; a marriage is for who has none", () => {
    const married = couple({}, {});
    expect(try_({ spouse: "stays" })).toEqual([]);
    expect(try_({ spouse: "stays" }, married)).toMatchObject([
      { kind: "spouse_accompanies", accompanying: false },
    ]);
    expect(try_({ spouse: "retest", spouse_level: "8" }, married)).toMatchObject([{ person: "spouse" }]);
    expect(try_({ spouse: "union" })).toMatchObject([{ kind: "union" }]);
    expect(try_({ spouse: "union" }, married)).toEqual([]);
  });

  test("everything that can be chosen is what a scenario may keep", () => {
    const queries = [
      { english: "10", french: "7", nomination: "BC" },
      ...["one_year", "two_year", "bachelor", "master", "doctorate", "eca"].map((education) => ({
        education,
      })),
      ...["permit", "canada", "abroad", "ends"].map((work) => ({ work })),
      ...["retest", "union", "stays", "comes"].map((spouse) => ({ spouse, spouse_level: "7" })),
    ];
    for (const query of queries) {
      for (const file of [facts, couple({}, {})]) {
        expect([query, parseChanges(try_(query, file))]).toMatchObject([query, { ok: true }]);
      }
    }
  });
});

describe("an improvement added from the list", () => {
  test("joins what is tried already, once, and is taken out again", () => {
    const query = { from: "2027-01-01", english: "10", french: "", add: "nomination", utm: "x" };
    expect(withImprovement(query, "masters", true)).toBe(
      "from=2027-01-01&english=10&add=nomination&add=masters",
    );
    expect(withImprovement(query, "nomination", true)).toBe("from=2027-01-01&english=10&add=nomination");
    expect(withImprovement(query, "nomination", false)).toBe("from=2027-01-01&english=10");
    expect(readChoices({ add: ["a", "a", "b c"] }).add).toEqual(["a"]);
  });
});

import { describe, expect, test } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { findRuleset, isComplete } from "@/lib/express-entry/crs/rulesets";
import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";
import type { CaseFacts } from "@/lib/express-entry/facts";
import {
  abroad,
  born,
  couple,
  credential,
  languageTest,
  single,
  years,
} from "@/lib/express-entry/testing/case-facts";
import { usedRows } from "./used-rows";

const ON = "2026-01-07";

function shown(facts: CaseFacts) {
  const crs = assessCrs(facts, ON);
  const ruleset = findRuleset(crs.ruleset.id);
  if (!ruleset || !isComplete(ruleset)) throw new Error("no ruleset");
  return crs.lines.map((line) => ({
    line,
    rows: usedRows(line, ruleset satisfies CompleteRuleset, crs.factors),
  }));
}

const bachelor = {
  birthDate: born(30),
  credentials: [credential()],
  languageTests: [languageTest("celpip_general", [9, 9, 9, 8])],
  jobs: [years(2), abroad(3)],
};

const families: [string, CaseFacts][] = [
  ["alone, both kinds of work", single(bachelor)],
  ["nothing entered yet", single({})],
  [
    "two languages, with a spouse who is scored",
    couple(
      {
        ...bachelor,
        languageTests: [
          languageTest("celpip_general", [10, 10, 10, 10]),
          languageTest("tcf_canada", [520, 12, 520, 12]),
        ],
      },
      {
        credentials: [credential()],
        languageTests: [languageTest("celpip_general", [7, 7, 6, 6])],
        jobs: [years(1)],
      },
    ),
  ],
];

describe("the rows of the tables behind a line", () => {
  test.each(families)("add up to the points of the line: %s", (_, facts) => {
    for (const { line, rows } of shown(facts)) {
      const used = rows.filter((row) => row.used !== false);
      const sum = used.reduce((total, { points }) => total + points, 0);
      expect([line.id, Math.min(sum, line.max)]).toEqual([line.id, line.points]);
    }
  });

  test("say which row it was, and what the other column would give", () => {
    const rows = new Map(shown(single(bachelor)).map(({ line, rows: all }) => [line.id, all]));
    expect(rows.get("core.age")).toEqual([{ label: "Age 30", points: 105, other: 95 }]);
    expect(rows.get("core.canadianWork")).toEqual([{ label: "2 years", points: 53, other: 46 }]);
    expect(rows.get("core.firstLanguage")?.map(({ label }) => label)).toContain("Writing, CLB 9");
    expect(rows.get("transferability.educationLanguage")?.[0]?.label).toBe(
      "Bachelor, or three years, with all four CLB 7 or more, one under 9",
    );
    expect(rows.get("transferability.foreignWorkCanadianWork")?.[0]?.label).toBe(
      "3 years or more abroad, with 2 years or more in Canada",
    );
  });

  test("of what is not earned, say what the table offers", () => {
    const french = shown(single(bachelor)).find(({ line }) => line.id === "additional.french");
    expect(french?.rows).toEqual([
      { label: "NCLC 7 or more", points: 25, used: false },
      { label: "NCLC 7 or more, English CLB 5 or more", points: 50, used: false },
    ]);
  });
});

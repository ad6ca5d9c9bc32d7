import { describe, expect, test } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import { couple, single } from "@/lib/express-entry/testing/case-facts";
import { ruleNote } from "./rule-notes";
import { confidenceInWords } from "./rule-sources";

const ON = "2026-01-07";

describe("the rule behind a figure", () => {
  test("is there for every line, every factor of the grid and every criterion", () => {
    const facts = couple({}, {});
    const ids = [facts, single({})].flatMap((people) => {
      const { programs, grid } = assessEligibility(people, ON);
      return [
        ...assessCrs(people, ON).lines.map(({ id }) => id),
        ...grid.lines.map(({ id }) => `grid.${id}`),
        ...programs.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
      ];
    });
    expect(new Set(ids).size).toBeGreaterThan(35);
    for (const id of ids) {
      const note = ruleNote(id);
      expect(note?.rule, id).toMatch(/\.$/);
      for (const { href, asOf } of note?.sources ?? [{ href: "", asOf: "" }]) {
        expect(href, id).toMatch(/^https:\/\/(www\.canada\.ca|laws-lois\.justice\.gc\.ca)\//);
        expect(asOf, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  test("says how sure it is, the weaker half of a double mark", () => {
    expect(confidenceInWords("P")).toBe("read in the official text");
    expect(confidenceInWords("P (regulation) / M (CLB numbers)")).toMatch(/^several independent copies/);
    expect(confidenceInWords("?")).toBe("not confirmed");
  });
});

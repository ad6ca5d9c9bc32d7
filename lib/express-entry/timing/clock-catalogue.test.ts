import { expect, it } from "vitest";
import { letterDueOn } from "../processing/letter-dates";
import { CLOCKS, clockNameOf, formulaOf, isHard, type ClockKind, type ClockName } from "./clock-catalogue";

const names = Object.keys(CLOCKS) as ClockName[];

/** Section 8 of the rules reference, its column of clocks, and what the issue adds: what each costs when it is missed. */
const EXPECTED: Readonly<Record<ClockKind, "hard" | "soft" | "either">> = {
  ...{ ita: "hard", profile: "hard", nomination: "either" },
  ...{ biometrics: "hard", adr: "hard", pfl: "hard", passport_request: "hard" },
  ...{ language_test: "soft", eca: "soft", passport: "soft", work_permit: "soft", medical: "soft" },
  ...{ decision: "soft", court_leave: "hard", copr: "hard", pr_card: "soft" },
  ...{ closing: "hard", file_transfer: "hard" },
};

it.each(Object.entries(EXPECTED))(
  "the clock %s is catalogued as %s, with formula and source",
  (kind, cost) => {
    const own = names.filter((name) => CLOCKS[name].kind === kind);
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map((name) => CLOCKS[name].class))).toEqual(
      new Set(cost === "either" ? ["hard", "soft"] : [cost]),
    );
    for (const name of own) {
      expect(Object.values(CLOCKS[name].formulas).every((formula) => formula.length > 10)).toBe(true);
      expect(CLOCKS[name].source.length).toBeGreaterThan(5);
    }
  },
);

it("holds no clock of a kind that there is not", () => {
  for (const name of names) expect(EXPECTED).toHaveProperty(CLOCKS[name].kind);
});

it("tells a nomination's clocks apart by what set them: to answer is hard, to warn is soft", () => {
  const of = (sourceKind: string) => clockNameOf({ kind: "nomination", sourceKind });
  expect(["nomination_interest", "nomination_offer"].map(of).every(isHard)).toBe(true);
  expect(["nomination_expiry", "nomination_withdrawal"].map(of).some(isHard)).toBe(false);
  // One whose source nobody knows is taken for one that can be lost.
  expect(isHard(of("imported"))).toBe(true);
  expect(clockNameOf({ kind: "adr", sourceKind: "ircc_letter" })).toBe("adr");
});

it("says a formula with its day, and no half of one", () => {
  expect(formulaOf("language_test", "counted", { day: "18 Oct 2027" })).toBe(
    "Counts while less than two years old: not any more on 18 Oct 2027",
  );
  expect(() => formulaOf("eca", "counted")).toThrow(RangeError);
  expect(letterDueOn("2026-11-03", null).rule).toBe(formulaOf("pfl", "counted"));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorsOn } from "@/lib/express-entry/crs/factors-on";
import { principalOf } from "@/lib/express-entry/family";
import { job, person } from "@/lib/express-entry/testing/case-facts";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { workSums } from "./work-sums";

const engineer = job({ id: "halden", country: "CA", nocCode: "21231", from: "2024-01-01", to: null });

/** The whole years in words: `2 years at TEER 1`. */
const yearsIn = (words: string, where: string) =>
  Number(new RegExp(`h ${where}: (\\d+) year`).exec(words)?.[1] ?? 0);

describe("what the jobs come to", () => {
  test("two years of full-time work in Canada", () => {
    expect(workSums(person({ jobs: [engineer] }), "2026-01-01").words).toBe(
      "104 weeks, 3,132 h in Canada: 2 years at TEER 1",
    );
  });

  test("work after the last day of a permit counts neither here nor in the score", () => {
    const worker = person({ jobs: [engineer], statusInCanada: "worker", statusExpiresOn: "2025-01-31" });
    expect(workSums(worker, "2026-01-01").words).toContain("in Canada: 1 year at TEER 1");
  });

  test("a job that waits for an answer is named with it", () => {
    const asked = person({ jobs: [{ ...engineer, authorized: null }] });
    expect([...workSums(asked, "2026-01-01").questions]).toEqual([["halden", "authorization_not_asked"]]);
  });

  test("the years are those that the score counts, whatever the facts", () => {
    fc.assert(
      fc.property(anyCaseFacts, (facts) => {
        const { factors } = factorsOn(facts, AROUND);
        const { words } = workSums(principalOf(facts), AROUND);
        expect([yearsIn(words, "in Canada"), yearsIn(words, "abroad")]).toEqual([
          factors.canadianWorkYears,
          factors.foreignWorkYears,
        ]);
      }),
    );
  });
});

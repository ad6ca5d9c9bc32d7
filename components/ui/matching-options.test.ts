import { describe, expect, it } from "vitest";
import { matchingOptions } from "./matching-options";

const options = [
  { label: "British Indian Ocean Territory" },
  { label: "Côte d’Ivoire" },
  { label: "India" },
  { label: "Software engineers", detail: "21231" },
];

function found(typed: string): string[] {
  return matchingOptions(options, typed).map((one) => one.label);
}

describe("options that match what is typed", () => {
  it("are all of them while nothing is typed", () => {
    expect(found("  ")).toHaveLength(4);
  });

  it("put those that begin with it first", () => {
    expect(found("ind")).toEqual(["India", "British Indian Ocean Territory"]);
  });

  it("need no accents and look at the code too", () => {
    expect(found("cote")).toEqual(["Côte d’Ivoire"]);
    expect(found("2123")).toEqual(["Software engineers"]);
    expect(found("zz")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import {
  NOMINATING_PROVINCES,
  streamChanges,
  streamFaults,
  streamStateOn,
  targetInWords,
  type StreamFields,
} from "./rules";

const TODAY = "2026-11-23";

const stream = (fields: Partial<StreamFields> = {}): StreamFields => ({
  ...{ province: "ON", name: "Human Capital Priorities", nocCodes: ["21231", "21232"] },
  ...{ workMonths: 12, workYears: 5, category: null, study: null, minCrs: 400, minLevel: 7 },
  ...{ notes: null, link: null, opensOn: null, closesOn: null, asOf: "2026-11-02", source: "ontario.ca" },
  ...fields,
});

describe("a line of the catalogue", () => {
  it("says in a line whom it targets", () => {
    expect(targetInWords(stream())).toBe("2 occupations · CRS 400 or more · CLB or NCLC 7");
    const french = stream({
      nocCodes: [],
      category: "french",
      study: "province",
      minCrs: null,
      minLevel: null,
    });
    expect(targetInWords(french)).toBe("French-language proficiency · Credential earned in the province");
  });

  it.each([
    [null, null, "open"],
    ["2026-11-23", "2026-11-23", "open"],
    ["2026-11-24", null, "not_open_yet"],
    [null, "2026-11-22", "closed"],
  ] as const)("opens %s, closes %s: %s", (opensOn, closesOn, state) => {
    expect(streamStateOn({ opensOn, closesOn }, TODAY)).toBe(state);
  });

  it("is not of Quebec, which selects outside Express Entry", () => {
    expect(NOMINATING_PROVINCES.map(({ value }) => value)).not.toContain("QC");
  });

  it("has to target somebody, and was not read tomorrow", () => {
    expect(streamFaults(stream(), TODAY)).toEqual({});
    const nobody = { nocCodes: [], workMonths: null, workYears: null, minCrs: null, minLevel: null };
    expect(streamFaults(stream(nobody), TODAY).nocCodes).toContain("Say whom the stream targets");
    expect(streamFaults(stream({ nocCodes: [] }), TODAY).nocCodes).toContain("Enter the occupations");
    expect(streamFaults(stream({ asOf: "2026-11-24" }), TODAY).asOf).toContain("today is 23 Nov 2026");
    expect(streamFaults(stream({ opensOn: TODAY, closesOn: "2026-11-22" }), TODAY)).toHaveProperty(
      "closesOn",
    );
  });

  it("keeps what changed, field by field, and nothing else", () => {
    const after = stream({ minCrs: 420, nocCodes: ["21231"], closesOn: "2026-12-31" });
    expect(streamChanges(stream(), after)).toEqual([
      { field: "nocCodes", before: "21231, 21232", after: "21231" },
      { field: "minCrs", before: "400", after: "420" },
      { field: "closesOn", before: null, after: "2026-12-31" },
    ]);
    expect(streamChanges(stream(), stream())).toEqual([]);
  });
});

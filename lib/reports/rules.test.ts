import { describe, expect, it } from "vitest";
import {
  DEPTH_LABELS,
  DEPTH_OF_STAGE,
  figureQuery,
  monthsOf,
  presetOf,
  presetPeriod,
  PRESETS,
  readFigure,
  readReportState,
  reportQuery,
} from "./rules";

const TODAY = "2026-11-23";
const paramsOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

describe("the period of a report", () => {
  it("is the last twelve months, the running one up to today, unless the address says otherwise", () => {
    expect(readReportState({}, TODAY)).toEqual({ from: "2025-12-01", to: TODAY, owner: null });
    expect(monthsOf({ from: "2025-12-01", to: TODAY })).toHaveLength(12);
  });

  it.each(PRESETS)("%s is known again by its days", (preset) => {
    expect(presetOf(presetPeriod(preset, TODAY), TODAY)).toBe(preset);
  });

  it("takes what is no date for none, turns days around, and has at most three years", () => {
    expect(readReportState({ from: "yesterday", to: "2026-02-30" }, TODAY)).toMatchObject({
      from: "2025-12-01",
      to: TODAY,
    });
    expect(readReportState({ from: "2026-03-31", to: "2026-03-01" }, TODAY)).toMatchObject({
      from: "2026-03-01",
      to: "2026-03-31",
    });
    expect(readReportState({ from: "2010-01-01", to: "2026-03-31" }, TODAY)).toMatchObject({
      from: "2023-04-01",
      to: "2026-03-31",
    });
  });

  it("is written as it is read", () => {
    const state = { from: "2026-01-05", to: "2026-02-03", owner: "0198c5f0-0000-7000-8000-000000000001" };
    expect(readReportState(paramsOf(reportQuery(state)), TODAY)).toEqual(state);
  });
});

describe("the address of a figure", () => {
  const state = { from: "2026-01-01", to: "2026-06-30", owner: null };

  it("says which rows it counts, what is not said apart from what is not asked", () => {
    const figure = { set: "documents", month: "2026-03", group: "police", part: "", returned: true } as const;
    expect(readFigure(paramsOf(figureQuery(state, figure)), "documents")).toEqual(figure);
    expect(readFigure({}, "documents")).toEqual({ set: "documents" });
  });

  it("asks for no rows of another report, and for no month or step that there is not", () => {
    expect(readFigure({ of: "waiting_reviews", month: "2026-13", depth: "99" }, "intake")).toEqual({
      set: "enquiries",
    });
  });
});

it("every stage has a place on the way from enquiry to landing", () => {
  for (const depth of Object.values(DEPTH_OF_STAGE)) expect(DEPTH_LABELS[depth]).toBeDefined();
});

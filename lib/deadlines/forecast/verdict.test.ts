/** A window in words before figures (issue 6, point 3). */
import { describe, expect, it } from "vitest";
import type { DocumentDuration } from "@/lib/checklist/history/types";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { durationsOf, ENOUGH_FILES, stepsOf } from "./durations";
import { chanceWords } from "@/lib/format/chance";
import { judgeWindow, sourceWords } from "./verdict";
import type { OpenItem, TimedItem } from "./types";

const TODAY = "2026-11-23";
const SHIPPED = documentRulesOn(TODAY).lead_days;

const open = (fields: Partial<OpenItem> = {}): OpenItem => ({
  ...{ id: "police", kind: "police", personId: "p1", country: "IN", title: "Police certificate, India" },
  ...{ personName: null, state: "to_request", leadDays: 20, since: null },
  ...fields,
});

const closed = (days: number, fields: Partial<DocumentDuration> = {}): DocumentDuration => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, 1, 12) + day * 86_400_000);
  return {
    ...{ requirementId: "r", personId: "p", kind: "police", country: "IN", returns: 0 },
    ...{ requestedAt: at(0), firstReceivedAt: at(days), receivedAt: at(days), acceptedAt: at(days + 1) },
    ...fields,
  };
};

const timed = (item: OpenItem, history: readonly DocumentDuration[] = []): TimedItem => ({
  ...item,
  durations: stepsOf(item, durationsOf(history), SHIPPED),
  plannedStart: null,
});

const window = {
  ...{ caseId: "c1", issueDate: "2026-10-27", deadlineDate: "2026-12-26", earlierStop: null },
  ...{ stage: "APPLICATION_PREPARATION", required: 23 },
};
const judge = (items: readonly OpenItem[], over: Partial<Parameters<typeof judgeWindow>[0]> = {}) =>
  judgeWindow(
    { ...window, ...over },
    items.map((item) => timed(item)),
    TODAY,
  );

describe("a window", () => {
  it("says in words how it stands, what decides it and by when that must be asked for, then the figure", () => {
    const verdict = judge([
      open({ leadDays: 26 }),
      open({ id: "photo", kind: "photo", title: "Photo", leadDays: 3 }),
    ]);
    const [police] = verdict.forecast?.items ?? [];
    expect(verdict.words).toBe("May be late");
    expect(verdict.decidedBy.what).toBe("police certificate, India");
    expect(verdict.decidedBy.text).toMatch(/^had to be requested by \d+ Nov, lands \d+ Dec$/);
    expect(verdict.basis).toBe("from the lead time of 26 days you entered");
    expect(police).toMatchObject({ id: "police" });
    expect(verdict.safeStarts.map(({ title, missed }) => [title, missed])).toEqual([
      ["Police certificate, India", true],
      ["Photo", false],
    ]);
  });

  it("names a latest start that lies ahead", () => {
    const { decidedBy, words, risk } = judge([open({ leadDays: 10 })]);
    expect(decidedBy.text).toMatch(/^must be requested by \d+ Dec$/);
    expect([words, risk]).toEqual(["Likely in time", "on_track"]);
  });

  it.each([
    [10, "on_track"],
    [26, "at_risk"],
    [60, "past_saving"],
  ])("of which the police certificate takes about %i days is %s", (leadDays, risk) => {
    expect(judge([open({ leadDays })]).risk).toBe(risk);
  });

  it("ends earlier where a document stops counting before it does", () => {
    const stopped = judge([open({ leadDays: 10 })], { earlierStop: { on: "2026-12-04", title: "IELTS" } });
    expect(stopped.forecast?.byLastDay).toBeLessThan(
      judge([open({ leadDays: 10 })]).forecast?.byLastDay ?? 0,
    );
    expect(stopped.risk).not.toBe("on_track");
  });

  it("names the step that is left when nothing is open, and nothing while there is no checklist", () => {
    expect(judge([]).decidedBy.what).toBe("Sign-off");
    expect(judge([], { stage: "READY_TO_SUBMIT" }).decidedBy.what).toBe("Submission");
    expect(judge([], { required: 0 })).toMatchObject({ risk: "at_risk", forecast: null });
  });
});

describe("how long an item takes", () => {
  const history = (count: number) => Array.from({ length: count }, (_, index) => closed(5 + index));

  it("is told from the firm's own closed items of its kind and country, once there are enough", () => {
    const words = (item: OpenItem, files: number) =>
      sourceWords(timed(item, history(files)).durations.source);
    expect(words(open(), ENOUGH_FILES)).toBe(`from your ${ENOUGH_FILES} closed items`);
    expect(words(open({ leadDays: SHIPPED.police }), ENOUGH_FILES - 1)).toBe(
      `from the shipped lead time of ${SHIPPED.police} days`,
    );
    expect(words(open({ country: "BR", leadDays: 30 }), 50)).toBe(
      "from the lead time of 30 days you entered",
    );
  });

  it("has the translation in it where the country writes neither English nor French", () => {
    const middle = (country: string) => timed(open({ country })).durations.obtain[32] ?? 0;
    expect(middle("BR")).toBeGreaterThan(middle("IN"));
  });

  it("is that of the note where IRCC's letter comes after the application (5.2)", () => {
    expect(timed(open({ country: "HK", leadDays: 45 })).durations.source).toEqual({
      ...{ from: "shipped", days: SHIPPED.letter_of_explanation },
    });
  });

  it("counts what was returned, and how often", () => {
    const some = history(10).map((one, index) => ({ ...one, returns: index < 4 ? 1 : 0 }));
    expect(timed(open(), some).durations.returnShare).toBe(0.4);
  });
});

it("a chance is never nought and never certain", () => {
  expect([0, 0.71, 1].map(chanceWords)).toEqual(["under 1 %", "71 %", "over 99 %"]);
});

import { describe, expect, test } from "vitest";
import { layoutChart } from "./chart-layout";
import type { ChartModel, ChartSeries } from "./chart-model";
import { overlaps } from "./place-labels";

const asItStands: ChartSeries = {
  letter: "A",
  name: "as it stands",
  steps: [
    { from: "2026-06-16", score: 482 },
    { from: "2027-03-14", score: 476 },
    { from: "2027-06-03", score: 487 },
    { from: "2027-10-18", score: null },
  ],
  changes: [
    { on: "2027-03-14", points: -6, label: "turns 31" },
    { on: "2027-06-03", points: 11, label: "third year" },
    { on: "2027-10-18", points: -149, label: "CELPIP ends" },
  ],
  ending: "338 without a test",
};

const scenario = (letter: string, name: string, steps: ChartSeries["steps"]): ChartSeries => ({
  letter,
  name,
  steps: [{ from: "2026-11-23", score: 482 }, ...steps],
  changes: [{ on: steps.find(({ score }) => (score ?? 0) > 490)?.from ?? "", points: 12, label: name }],
  ending: null,
});

const model: ChartModel = {
  from: "2026-04-01",
  to: "2028-11-23",
  today: "2026-11-23",
  start: "2026-11-23",
  series: [
    asItStands,
    scenario("B", "CELPIP 10", [
      { from: "2027-01-04", score: 494 },
      { from: "2027-03-14", score: 488 },
      { from: "2027-06-03", score: 499 },
      { from: "2028-03-14", score: 494 },
    ]),
    scenario("C", "French", [
      { from: "2027-03-14", score: 476 },
      { from: "2027-06-03", score: 487 },
      { from: "2027-08-30", score: 549 },
      { from: "2028-03-14", score: 544 },
    ]),
    scenario("D", "nomination", [
      { from: "2027-03-14", score: 476 },
      { from: "2027-06-03", score: 487 },
      { from: "2027-06-21", score: 1057 },
    ]),
  ],
  rounds: [
    {
      key: "CEC",
      name: "CEC",
      open: true,
      note: "range since April",
      rounds: [
        { date: "2026-04-14", lowestCrs: 515 },
        { date: "2026-08-18", lowestCrs: 523 },
        { date: "2026-09-29", lowestCrs: 518 },
      ],
    },
    {
      key: "french",
      name: "French",
      open: false,
      note: "only with NCLC 7",
      rounds: [
        { date: "2026-04-15", lowestCrs: 419 },
        { date: "2026-08-19", lowestCrs: 382 },
      ],
    },
    {
      key: "PNP",
      name: "PNP",
      open: false,
      note: "only with a nomination",
      rounds: [{ date: "2026-09-28", lowestCrs: 725 }],
    },
  ],
  ruleChanges: [{ on: "2026-11-03", text: "new CRS, 3 Nov" }],
  markers: [
    { on: "2027-06-16", text: "profile ends 16 Jun 2027, renew" },
    { on: "2027-07-11", text: "work permit ends 11 Jul 2027, work stops counting" },
  ],
  title: "CRS over the next 24 months",
  description: "",
};

const layout = layoutChart(model, 1134);
const seriesOf = (letter: string) => layout.series.find((one) => one.letter === letter);

describe("the forecast chart", () => {
  test("draws a score at its height, and a higher one higher", () => {
    const { scale, now } = layout;
    expect(now).toMatchObject({ y: scale.y(482), score: 482 });
    expect(scale.y(523)).toBeLessThan(scale.y(518));
  });

  test("steps at a change and falls into the lane where the pool is left", () => {
    const line = seriesOf("A");
    expect(line?.d.match(/[MHV]/g)?.join("")).toBe("MHVHVHV");
    expect(line?.exits.map(({ on }) => on)).toEqual(["2027-10-18"]);
    expect(line?.endY).toBeNull();
    expect(layout.labels.find(({ id }) => id === "exit.A")?.lines[0]?.[1]?.text).toBe(
      "ends here: 338 without a test",
    );
  });

  test("branches a scenario off the file's line on the day it differs", () => {
    const { scale } = layout;
    expect(seriesOf("B")?.d).toMatch(new RegExp(`^M[\\d.]+ ${Math.round(scale.y(482) * 10) / 10}V`));
  });

  test("shows a score far above everything as an arrow, not as a flat picture", () => {
    expect(layout.scale.high).toBeLessThan(700);
    expect(seriesOf("D")).toMatchObject({ d: "", arrows: [{ score: 1057, on: "2027-06-21" }] });
    expect(layout.labels.find(({ id }) => id === "arrow.D")?.lines[0]?.[1]?.text).toBe("nomination, 1,057");
    expect(layout.rounds.map(({ key }) => key)).toEqual(["CEC", "french"]);
  });

  test("bands run from the lowest to the highest recorded cut-off, from today on", () => {
    const [cec] = layout.rounds;
    const { scale, todayX, plot } = layout;
    expect(cec?.band).toEqual({
      x: todayX,
      y: scale.y(523),
      width: plot.right - todayX,
      height: scale.y(515) - scale.y(523),
    });
  });

  test.each([1134, 720])("at %i pixels no label covers another and none leaves the picture", (width) => {
    const { labels, height } = layoutChart(model, width);
    labels.forEach((label, index) => {
      for (const other of labels.slice(index + 1)) {
        expect([label.id, other.id, overlaps(label, other)]).toEqual([label.id, other.id, false]);
      }
      expect(label.x).toBeGreaterThanOrEqual(0);
      expect(label.x + label.width).toBeLessThanOrEqual(width);
      expect(label.y + label.height).toBeLessThanOrEqual(height);
    });
  });

  test("names every change of the file, the end of every line and the range of every kind of round", () => {
    const ids = layout.labels.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        "change.A.2027-03-14 turns 31",
        "change.A.2027-06-03 third year",
        "change.A.2027-10-18 CELPIP ends",
        "change.B.2027-01-04 CELPIP 10",
        "change.C.2027-08-30 French",
        "end.B",
        "end.C",
        "band.CEC",
        "band.french",
        "exit.A",
        "now",
        "today",
      ]),
    );
  });

  test("names the marks below the axis on both sides of one another, or in rows", () => {
    const [profile, permit] = layout.markers;
    expect([profile?.anchor, permit?.anchor]).toEqual(["end", "start"]);
    expect([profile?.row, permit?.row]).toEqual([0, 0]);
    const crowded = layoutChart(
      { ...model, markers: [...model.markers, { on: "2027-06-30", text: "the passport of Minh Anh ends" }] },
      1134,
    );
    expect(new Set(crowded.markers.map(({ row }) => row)).size).toBeGreaterThan(1);
  });

  test("is drawn for a file that is never in the pool and has no round", () => {
    const nothing = {
      ...model,
      series: [{ ...asItStands, steps: [{ from: "2026-11-23", score: null }] }],
      rounds: [],
    };
    expect(layoutChart(nothing, 1134).series[0]?.d).toBe("");
  });
});

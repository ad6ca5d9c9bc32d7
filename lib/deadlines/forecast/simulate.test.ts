/** The chance of a window (issue 6, point 3), as properties over any open items and any durations. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOCUMENT_KINDS } from "@/lib/express-entry/documents/document-kind";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { DEPENDENCIES, inOrder, predecessorsOf } from "./dependencies";
import { quantilesOf } from "./quantiles";
import { forecastCompletion, RUNS } from "./simulate";
import type { ForecastInput, TimedItem } from "./types";

const TODAY = "2026-11-23";
const STATES = ["to_request", "requested", "received", "in_review", "returned"] as const;

const someDays = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 12 });

const anyItem = fc
  .record({
    kind: fc.constantFrom(...DOCUMENT_KINDS),
    personId: fc.constantFrom("p1", "p2", null),
    state: fc.constantFrom(...STATES),
    waited: fc.nat(40),
    planned: fc.option(fc.nat(30)),
    obtain: someDays,
    review: someDays,
    redo: someDays,
    returnShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ waited, planned, obtain, review, redo, returnShare, ...item }) => ({
    ...{ ...item, country: null, title: item.kind, personName: null, leadDays: 10 },
    since: item.state === "to_request" ? null : addDays(TODAY, -waited),
    plannedStart: planned === null ? null : addDays(TODAY, planned),
    tables: { obtain, review, redo, returnShare },
  }));

type Drawn = (typeof anyItem extends fc.Arbitrary<infer Item> ? Item : never) & { longer?: number };

function timed({ tables, longer = 0, ...item }: Drawn, id: string): TimedItem {
  const table = (days: readonly number[]) => quantilesOf(days.map((one) => one + longer));
  return {
    ...{ ...item, id },
    durations: {
      ...{ obtain: table(tables.obtain), review: table(tables.review), redo: table(tables.redo) },
      returnShare: tables.returnShare,
      source: { from: "own", files: tables.obtain.length },
    },
  };
}

const anyWindow = fc
  .record({ caseId: fc.uuid(), left: fc.integer({ min: -3, max: 60 }), signedOff: fc.boolean() })
  .map(({ left, ...rest }): ForecastInput => {
    const lastDay = addDays(TODAY, left);
    return { ...rest, today: TODAY, lastDay, targetDay: addDays(lastDay, -10) };
  });

const anyItems = fc
  .array(anyItem, { maxLength: 6 })
  .map((items) => items.map((item, i) => timed(item, `i${i}`)));
const SETTINGS = { seed: 6, numRuns: 60 };
const chanceOf = (window: ForecastInput, items: readonly TimedItem[]) => {
  const { byTarget, byLastDay } = forecastCompletion(window, items);
  return [byTarget, byLastDay] as const;
};

/** Neither chance of the first is greater. */
function expectNoBetter(worse: readonly [number, number], better: readonly [number, number]) {
  expect(worse[0]).toBeLessThanOrEqual(better[0]);
  expect(worse[1]).toBeLessThanOrEqual(better[1]);
}

describe("the chance of a window", () => {
  it("is no greater by day 50 than by the last day, and both are chances", () => {
    fc.assert(
      fc.property(anyWindow, anyItems, (window, items) => {
        const { byTarget, byLastDay, early, likely, late } = forecastCompletion(window, items);
        expect(byTarget).toBeGreaterThanOrEqual(0);
        expect(byTarget).toBeLessThanOrEqual(byLastDay);
        expect(byLastDay).toBeLessThanOrEqual(1);
        expect(early <= likely && likely <= late).toBe(true);
      }),
      SETTINGS,
    );
  });

  it("is the same for the same case and day, in whatever order the items come", () => {
    fc.assert(
      fc.property(anyWindow, anyItems, fc.nat(), (window, items, turn) => {
        const cut = items.length === 0 ? 0 : turn % items.length;
        const turned = [...items.slice(cut), ...items.slice(0, cut)].reverse();
        const forecast = forecastCompletion(window, items);
        expect(forecastCompletion(window, items)).toEqual(forecast);
        const other = forecastCompletion(window, turned);
        expect({ ...other, items: [] }).toEqual({ ...forecast, items: [] });
        // Who decides a run that ends in a tie may change; when each lands and must start does not.
        const byId = (of: typeof forecast) =>
          of.items
            .map(({ id, likely, latest }) => ({ id, likely, latest }))
            .sort((a, b) => a.id.localeCompare(b.id));
        expect(byId(other)).toEqual(byId(forecast));
      }),
      SETTINGS,
    );
  });

  it("is drawn anew for another case, and on another day", () => {
    const item = (id: string) => timed(slow, id);
    const window = {
      caseId: "a",
      today: TODAY,
      lastDay: addDays(TODAY, 20),
      targetDay: TODAY,
      signedOff: false,
    };
    const bands = ["a", "b", "c", "d"].map((caseId) => chanceOf({ ...window, caseId }, [item("x")])[1]);
    expect(new Set(bands).size).toBeGreaterThan(1);
  });

  it("never rises with one more open item", () => {
    fc.assert(
      fc.property(anyWindow, anyItems, anyItem, (window, items, more) => {
        expectNoBetter(chanceOf(window, [...items, timed(more, "more")]), chanceOf(window, items));
      }),
      SETTINGS,
    );
  });

  it("never falls with an earlier start", () => {
    fc.assert(
      fc.property(
        anyWindow,
        anyItems,
        anyItem,
        fc.nat(30),
        fc.nat(30),
        (window, items, item, start, later) => {
          const asked = (days: number) => {
            const open = {
              ...item,
              state: "to_request",
              since: null,
              plannedStart: addDays(TODAY, days),
            } as const;
            return chanceOf(window, [...items, timed(open, "asked")]);
          };
          expectNoBetter(asked(start + later), asked(start));
        },
      ),
      SETTINGS,
    );
  });

  it("never rises with longer days of what is still to be asked for", () => {
    fc.assert(
      fc.property(
        anyWindow,
        anyItems,
        anyItem,
        fc.double({ min: 0, max: 20, noNaN: true }),
        (window, items, item, longer) => {
          const open = { ...item, state: "to_request", since: null } as const;
          const some = timed(open, "x");
          expectNoBetter(
            chanceOf(window, [...items, timed({ ...open, longer }, "x")]),
            chanceOf(window, [...items, some]),
          );
        },
      ),
      SETTINGS,
    );
  });

  it("keeps a safe start safe: asked for on its latest day, nine in ten of the runs land", () => {
    fc.assert(
      fc.property(anyWindow, anyItem, (window, item) => {
        const open = timed({ ...item, state: "to_request", since: null }, "x");
        const [own] = forecastCompletion(window, [open]).items;
        if (own === undefined || own.latest < TODAY) return;
        // From the safe start on, with the asking itself done on that day.
        const asked: TimedItem = { ...open, state: "requested", since: own.latest };
        const { byLastDay } = forecastCompletion({ ...window, today: own.latest }, [asked]);
        // Another day draws anew: as far off as so many runs may be.
        expect(byLastDay).toBeGreaterThanOrEqual(0.9 - 4 * Math.sqrt(0.09 / RUNS));
      }),
      SETTINGS,
    );
  });
});

const slow: Drawn = {
  ...{ kind: "police", personId: "p1", state: "to_request", country: null, title: "police" },
  ...{ personName: null, leadDays: 10, since: null, plannedStart: null },
  tables: { obtain: [5, 10, 15, 20, 25], review: [1, 2], redo: [3], returnShare: 0.3 },
};

describe("what decides a window", () => {
  const window = {
    ...{ caseId: "a", today: TODAY, lastDay: addDays(TODAY, 30), targetDay: addDays(TODAY, 20) },
    signedOff: false,
  };

  it("is the longest of the chain that ends last, not the fees that are paid after it", () => {
    const fees: Drawn = {
      ...{ ...slow, kind: "fee_receipt", personId: null },
      tables: { obtain: [1], review: [1], redo: [1], returnShare: 0 },
    };
    const [first] = forecastCompletion(window, [timed(fees, "fees"), timed(slow, "police")]).items;
    expect(first).toMatchObject({ id: "police", decides: 1 });
  });

  it("waits for what it depends on: a medical for the passport of the same person", () => {
    const passport = timed({ ...slow, kind: "passport" }, "passport");
    const medical = (personId: "p1" | "p2") => [
      passport,
      timed({ ...slow, kind: "medical", personId }, "medical"),
    ];
    expect(chanceOf(window, medical("p1"))[1]).toBeLessThan(chanceOf(window, medical("p2"))[1]);
  });

  it("is the sign-off where nothing is open, and the sending once that is done", () => {
    const open = forecastCompletion(window, []);
    expect(open).toMatchObject({ byLastDay: 1, items: [] });
    expect(forecastCompletion({ ...window, signedOff: true }, []).late < open.late).toBe(true);
    expect(forecastCompletion({ ...window, lastDay: addDays(TODAY, -1) }, []).byLastDay).toBe(0);
  });
});

describe("the table of dependencies", () => {
  it("has no circle, names each kind once, and gives a reason for each line", () => {
    const kinds = DEPENDENCIES.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    const all = DOCUMENT_KINDS.map((kind) => ({ kind, personId: "p1", state: "to_request" as const }));
    const before = predecessorsOf(all);
    const order = inOrder(before);
    expect([...order].sort((a, b) => a - b)).toEqual(all.map((_, index) => index));
    before.forEach((those, index) =>
      those.forEach((one) => expect(order.indexOf(one)).toBeLessThan(order.indexOf(index))),
    );
    for (const { reason } of DEPENDENCIES) expect(reason).toMatch(/\(.*\d.*\)/);
  });

  it("binds what is still to be asked for, and nothing that is under way", () => {
    const passport = { kind: "passport", personId: "p1", state: "requested" } as const;
    const police = { kind: "police", personId: "p1" } as const;
    expect(predecessorsOf([passport, { ...police, state: "to_request" }])).toEqual([[], [0]]);
    expect(predecessorsOf([passport, { ...police, state: "requested" }])).toEqual([[], []]);
  });
});

/** Figures of a small firm, reckoned by hand; and that each figure has exactly its rows behind it (issue 6, point 10). */
import { beforeAll, describe, expect, it } from "vitest";
import {
  isStaffContext,
  type ActorContext,
  type Caller,
  type StaffContext,
} from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { histories, tellSmallFirm } from "@/lib/testing/histories";
import { listFacts } from "./facts/queries";
import { getReport } from "./queries";
import { figureQuery } from "./rules";
import { REPORT_NAMES, type Report, type ReportCell, type ReportName } from "./types";

const database = testDatabase();
const firm = testFirm(database);

const PERIOD = { from: "2026-01-01", to: "2026-06-30" };

type Params = Readonly<Record<string, string>>;

const asStaff =
  <T>(read: (ctx: StaffContext) => Promise<T>) =>
  (ctx: ActorContext) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    return read(ctx);
  };

const report = (caller: Caller, name: ReportName, params: Params = PERIOD): Promise<Report> =>
  firm.read(
    caller,
    asStaff((ctx) => getReport(ctx, name, params)),
  );

const list = (caller: Caller, name: ReportName, params: Params) =>
  firm.read(
    caller,
    asStaff((ctx) => listFacts(ctx, name, params)),
  );

const { opened, steps } = histories(database, firm);
beforeAll(() => tellSmallFirm(database, firm));

const valuesOf = (shown: Report, table: string): Record<string, (number | null)[]> => {
  const found = shown.tables.find(({ id }) => id === table);
  if (!found) throw new Error(`no table ${table}`);
  return Object.fromEntries(
    [...found.rows, ...(found.total ? [found.total] : [])].map(({ label, cells }) => [
      label,
      cells.map(({ value }) => value),
    ]),
  );
};

describe("on time", () => {
  it("is submitted on or before the last day in the invitation's zone, by the month in which the window ended", async () => {
    const shown = await report(firm.manager, "on-time");
    // ended, submitted, missed, declined, ended with the file, rate (of fewer than five: none)
    expect(valuesOf(shown, "by-month")).toEqual({
      "Jan 2026": [0, 0, 0, 0, 0, null],
      "Feb 2026": [0, 0, 0, 0, 0, null],
      "Mar 2026": [1, 0, 0, 1, 0, null],
      "Apr 2026": [2, 1, 1, 0, 0, null],
      "May 2026": [2, 0, 1, 0, 1, null],
      "Jun 2026": [0, 0, 0, 0, 0, null],
      All: [5, 1, 2, 1, 1, null],
    });
    expect(valuesOf(shown, "by-consultant")).toEqual({
      "Priya Raman": [2, 1, 1, 0, 0, null],
      "Marc Tremblay": [3, 0, 1, 1, 1, null],
      All: [5, 1, 2, 1, 1, null],
    });
    expect(shown.headline).toBe("1 of 3 windows submitted on or before the last day: too few for a rate.");
  });
});

describe("time in stage", () => {
  it("is in days, of stays that ended; a median only of five and more", async () => {
    // Enquiry: 5, 7 and 3 days; consultation: 2, 5 and 16.
    expect(valuesOf(await report(firm.manager, "stages"), "by-stage")).toMatchObject({
      Enquiry: [3, null, null],
      Consultation: [3, null, null],
      Preparation: [1, null, null],
      All: [14],
    });
    for (const [index, days] of [20, 30].entries()) {
      const more = await opened({ owner: firm.consultant }, "2025-06-04", "Website");
      await steps(more, [
        ["ENQUIRY", "2026-05-01"],
        ["CONSULTATION", `2026-05-${String(1 + days).padStart(2, "0")}`],
        ...(index === 0 ? ([["CLOSED", "2026-07-01"]] as const) : []),
      ]);
    }
    // 3, 5, 7, 20 and 30 days: the third, and the fourth of five.
    expect(valuesOf(await report(firm.manager, "stages"), "by-stage").Enquiry).toEqual([5, 7, 20]);
  });
});

describe("cycle times", () => {
  it("run from the first asking to the last acceptance, by kind and country, and say what was with whom", async () => {
    const shown = await report(firm.manager, "documents");
    // Days in all: 3, 6, 11, 12 and 30; until it came: 1, 4, 9, 10 and 19; then with us: 2, 2, 2, 2 and 11.
    expect(valuesOf(shown, "by-kind")).toEqual({
      "Police certificate": [5, 11, 12, 9, 2, 1],
      India: [4, null, null, null, null, 0],
      "United Arab Emirates": [1, null, null, null, null, 1],
      All: [5, null, null, null, null, 1],
    });
    expect(shown.headline).toBe(
      "The slowest kind is “Police certificate”: half of them took 11 days or less.",
    );
  });
});

describe("returns", () => {
  it("are of what was reviewed, by kind and reason", async () => {
    expect(valuesOf(await report(firm.manager, "returns"), "by-kind")).toEqual({
      "Digital photo": [3, 2, null],
      "Head too small or too large": [null, 2, null],
      Passport: [1, 1, null],
      "Expired or about to": [null, 1, null],
      All: [4, 3, null],
    });
  });
});

describe("intake", () => {
  it("counts who came at least so far: a later step includes the earlier", async () => {
    const shown = await report(firm.manager, "intake");
    expect(valuesOf(shown, "by-month")).toMatchObject({
      "Jan 2026": [2, 2, 1, 1, 1, 1, 0],
      "Feb 2026": [1, 1, 1, 1, 0, 0, 0],
      All: [3, 3, 2, 2, 1, 1, 0],
    });
    expect(valuesOf(shown, "by-source")).toMatchObject({
      Website: [2, 2, 1, 1, 1, 1, 0],
      "Not said": [1, 1, 1, 1, 0, 0, 0],
    });
  });
});

describe("workload", () => {
  it("is what lies open now, with whom, those with nothing included", async () => {
    const shown = await report(firm.manager, "workload");
    // A window whose last day has passed runs no more; an expired invitation's file is open still.
    expect(valuesOf(shown, "by-consultant")).toMatchObject({
      "Anjali Jain": [0, 0, 0],
      "Marc Tremblay": [3, 1, 1],
    });
    const lists = valuesOf(shown, "by-stage");
    expect(lists.Preparation).toEqual([2]);
  });
});

const cellsOf = (shown: Report): ReportCell[] =>
  shown.tables.flatMap(({ rows, total }) =>
    [...rows, ...(total ? [total] : [])].flatMap(({ cells }) => cells),
  );

/** The same figure once: tables repeat the whole. */
function figuresOf(shown: Report): { query: string; value: number }[] {
  const found = new Map<string, number>();
  for (const { value, unit, figure } of cellsOf(shown)) {
    if (figure === null || value === null || unit !== "count") continue;
    found.set(figureQuery(shown.state, figure), value);
  }
  return [...found].map(([asked, value]) => ({ query: asked, value }));
}

const paramsOf = (asked: string): Params => Object.fromEntries(new URLSearchParams(asked));

describe.each(REPORT_NAMES)("the figures of %s", (name) => {
  it.each(["manager", "consultant", "administrator"] as const)(
    "have as many rows behind them as they say, for a %s",
    async (role) => {
      const shown = await report(firm[role], name);
      const figures = figuresOf(shown);
      expect(figures.length).toBeGreaterThan(2);
      for (const { query: asked, value } of figures) {
        const { rows, total } = await list(firm[role], name, paramsOf(asked));
        expect({ asked, total, rows: rows.length }).toEqual({ asked, total: value, rows: value });
      }
    },
  );

  it("add up: the rows of each table are the parts of its whole", async () => {
    const shown = await report(firm.manager, name);
    for (const { rows, total } of shown.tables) {
      for (const [column, whole] of (total?.cells ?? []).entries()) {
        if (whole.unit !== "count") continue;
        const parts = rows.filter(({ part }) => !part).map(({ cells }) => cells[column]?.value ?? 0);
        expect(parts.reduce((sum, value) => sum + value, 0)).toBe(whole.value);
      }
    }
  });

  it("show a consultant their own cases alone, whatever the address says", async () => {
    const theirs = await report(firm.otherConsultant, name);
    const mine = await report(firm.otherConsultant, name, { ...PERIOD, owner: firm.consultant.actor.userId });
    for (const cell of cellsOf(mine)) if (cell.unit === "count") expect(cell.value ?? 0).toBe(0);
    for (const { query: asked } of figuresOf(theirs)) {
      const { rows } = await list(firm.otherConsultant, name, paramsOf(asked));
      expect(rows.filter(({ ownerName }) => ownerName !== "Marc Tremblay")).toEqual([]);
    }
  });
});

import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { addDays, addMonths } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { canLeave, nextDueOn } from "./rules";
import type { TaskRepeat } from "./types";

const series = (
  repeat: TaskRepeat,
  repeatFrom: string,
  dueOn = repeatFrom,
  repeatUntil: string | null = null,
) => ({
  ...{ repeat, repeatFrom, repeatUntil, dueOn },
});

describe("the next of a repeating task", () => {
  it("does not come where it does not repeat", () => {
    const once = { repeat: "none", repeatFrom: null, repeatUntil: null, dueOn: "2026-11-23" } as const;
    expect(nextDueOn(once, "2026-11-23")).toBeNull();
  });

  it("is a day, a week or a month after, also when it is done early", () => {
    expect(nextDueOn(series("daily", "2026-11-23"), "2026-11-23")).toBe("2026-11-24");
    expect(nextDueOn(series("weekly", "2026-11-23"), "2026-11-20")).toBe("2026-11-30");
    expect(nextDueOn(series("monthly", "2026-11-23"), "2026-11-23")).toBe("2026-12-23");
  });

  it("falls on the last day of a short month, and goes back to its own day after it", () => {
    expect(nextDueOn(series("monthly", "2026-01-31"), "2026-01-31")).toBe("2026-02-28");
    expect(nextDueOn(series("monthly", "2026-01-31", "2026-02-28"), "2026-02-28")).toBe("2026-03-31");
    expect(nextDueOn(series("monthly", "2028-01-30"), "2028-01-30")).toBe("2028-02-29");
    expect(nextDueOn(series("monthly", "2026-10-31", "2026-11-30"), "2026-11-30")).toBe("2026-12-31");
  });

  it("does not pile up what was missed", () => {
    expect(nextDueOn(series("daily", "2026-11-01", "2026-11-01"), "2026-11-23")).toBe("2026-11-23");
    expect(nextDueOn(series("weekly", "2026-11-02", "2026-11-02"), "2026-11-17")).toBe("2026-11-23");
    expect(nextDueOn(series("monthly", "2026-01-31", "2026-01-31"), "2026-11-23")).toBe("2026-11-30");
  });

  it("ends with the last day of the series, that day included", () => {
    expect(nextDueOn(series("weekly", "2026-11-16", "2026-11-16", "2026-11-23"), "2026-11-16")).toBe(
      "2026-11-23",
    );
    expect(nextDueOn(series("weekly", "2026-11-16", "2026-11-23", "2026-11-29"), "2026-11-23")).toBeNull();
  });

  it("goes by the firm's calendar over the nights when the clocks change", () => {
    // 23:30 of 31 October in Toronto; the clocks go back on 1 November. And 8 March, when they go forward.
    const autumn = dateInZone(new Date("2026-11-01T03:30:00Z"), "America/Toronto");
    expect(nextDueOn(series("daily", autumn), autumn)).toBe("2026-11-01");
    expect(nextDueOn(series("daily", "2026-11-01"), "2026-11-01")).toBe("2026-11-02");
    const spring = dateInZone(new Date("2027-03-14T04:30:00Z"), "America/Toronto");
    expect(nextDueOn(series("daily", spring), spring)).toBe("2027-03-14");
    expect(nextDueOn(series("weekly", "2027-03-07"), "2027-03-07")).toBe("2027-03-14");
  });

  it("is always the first date of the series that is after this one's and has not passed", () => {
    const dates = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2026-01-01", days));
    const repeats = fc.constantFrom<Exclude<TaskRepeat, "none">>("daily", "weekly", "monthly");
    fc.assert(
      fc.property(repeats, dates, fc.integer({ min: 0, max: 40 }), dates, (repeat, from, number, today) => {
        const step = (n: number) =>
          repeat === "monthly" ? addMonths(from, n) : addDays(from, n * (repeat === "weekly" ? 7 : 1));
        const dueOn = step(number);
        const next = nextDueOn(series(repeat, from, dueOn), today);
        let expected = number + 1;
        while (step(expected) < today) expected += 1;
        expect(next).toBe(step(expected));
      }),
    );
  });
});

describe("a task", () => {
  it("is changed and settled while it is open, and opened again once it is settled", () => {
    expect(canLeave("open", "open").allowed).toBe(true);
    expect(canLeave("done", "settled").allowed).toBe(true);
    expect(canLeave("dropped", "settled").allowed).toBe(true);
    expect(canLeave("open", "settled").allowed).toBe(false);
    expect(canLeave("done", "open")).toEqual({
      allowed: false,
      reason: "This task is done already. Reload the page to see it.",
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { byLoss, GROUPS, isForToday, lastSnoozeDay, snoozeFault } from "./rules";
import type { Thing } from "./types";

const TODAY = "2026-11-23";
const hard = (on: string): Thing["due"] => ({ on, what: "day 60", hard: true });
const soft = (on: string): Thing["due"] => ({ on, what: "test", hard: false });

function thing(key: string, due: Thing["due"], more: Partial<Thing> = {}): Thing {
  return {
    ...{ key, due, group: "coming", icon: "clock", title: key, why: "", since: null },
    ...{ caseId: "c", caseNumber: "26-1", caseName: "A", action: { label: "Plan", href: "/" } },
    ...more,
  };
}

const order = (...things: Thing[]) => things.sort(byLoss).map(({ key }) => key);

describe("what comes first", () => {
  it("is by group: today, then reviews, replies, what comes, and next steps", () => {
    const one = (group: Thing["group"]) => thing(group, soft(TODAY), { group });
    expect(order(one("steps"), one("coming"), one("replies"), one("review"), one("decide"))).toEqual([
      ...GROUPS,
    ]);
  });

  it("is a hard date before a soft one, unless the soft one is more than a week nearer", () => {
    expect(order(thing("soft", soft("2026-11-25")), thing("hard", hard("2026-11-30")))).toEqual([
      "hard",
      "soft",
    ]);
    expect(order(thing("hard", hard("2026-12-02")), thing("soft", soft("2026-11-25")))).toEqual([
      "hard",
      "soft",
    ]);
    expect(order(thing("hard", hard("2026-12-03")), thing("soft", soft("2026-11-25")))).toEqual([
      "soft",
      "hard",
    ]);
  });

  it("is the nearest date, a passed one before all, and no date last", () => {
    const dates = [
      thing("none", null),
      thing("far", soft("2026-12-20")),
      thing("passed", soft("2026-10-01")),
    ];
    expect(order(...dates, thing("near", soft("2026-11-24")))).toEqual(["passed", "near", "far", "none"]);
  });

  it("is among equals what has waited longest", () => {
    const since = (day: string) => ({ since: new Date(`${day}T12:00:00Z`) });
    expect(
      order(
        thing("new", null, since("2026-11-22")),
        thing("old", null, since("2026-11-02")),
        thing("unknown", null),
      ),
    ).toEqual(["old", "new", "unknown"]);
  });

  it("is one order, whichever way the things come", () => {
    const due = fc.option(fc.record({ days: fc.integer({ min: -20, max: 60 }), isHard: fc.boolean() }), {
      nil: null,
    });
    const things = fc.array(fc.record({ due, group: fc.constantFrom(...GROUPS) }), { maxLength: 12 });
    fc.assert(
      fc.property(things, (rows) => {
        const made = rows.map(({ due: at, group }, index) => {
          const on = at && { on: addDays(TODAY, at.days), what: "", hard: at.isHard };
          return thing(`t${index}`, on, { group });
        });
        expect(order(...[...made].reverse())).toEqual(order(...made));
      }),
    );
  });
});

describe("what is for today", () => {
  it("is a date that has come or passed, and a hard one within three days", () => {
    for (const [due, expected] of [
      [soft("2026-11-22"), true],
      [soft("2026-11-23"), true],
      [soft("2026-11-24"), false],
      [hard("2026-11-26"), true],
      [hard("2026-11-27"), false],
    ] as const)
      expect([due?.on, due && isForToday(due, TODAY)]).toEqual([due?.on, expected]);
  });
});

describe("what may be put off", () => {
  it("is a hard date until three days before it, and not in its last three days nor after", () => {
    expect(lastSnoozeDay(hard("2026-12-10"), TODAY)).toBe("2026-12-07");
    expect(snoozeFault(hard("2026-12-10"), "2026-12-07", TODAY)).toBeNull();
    expect(snoozeFault(hard("2026-12-10"), "2026-12-08", TODAY)).toContain("last three days");
    for (const on of ["2026-11-26", "2026-11-23", "2026-11-01"]) {
      expect([on, lastSnoozeDay(hard(on), TODAY)]).toEqual([on, null]);
      expect(snoozeFault(hard(on), "2026-11-24", TODAY)).toContain("cannot be put off");
    }
    expect(lastSnoozeDay(hard("2026-11-27"), TODAY)).toBe("2026-11-24");
  });

  it("is everything else for a month at most, from tomorrow on", () => {
    expect(lastSnoozeDay(null, TODAY)).toBe("2026-12-23");
    expect(lastSnoozeDay(soft("2026-11-25"), TODAY)).toBe("2026-12-23");
    expect(snoozeFault(null, "2026-12-23", TODAY)).toBeNull();
    expect(snoozeFault(null, "2026-12-24", TODAY)).toContain("Thirty days");
    expect(snoozeFault(null, TODAY, TODAY)).toBe("Choose a day after today.");
  });

  it("is never a hard date past three days before it, whatever the day", () => {
    const days = fc.integer({ min: -10, max: 90 });
    fc.assert(
      fc.property(days, days, (due, until) => {
        const fault = snoozeFault(hard(addDays(TODAY, due)), addDays(TODAY, until), TODAY);
        if (until > due - 3) expect(fault).not.toBeNull();
      }),
    );
  });
});

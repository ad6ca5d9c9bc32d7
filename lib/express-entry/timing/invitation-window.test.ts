import { describe, expect, test } from "vitest";
import { invitationWindow } from "./invitation-window";

const noon = (date: string) => new Date(`${date}T17:00:00Z`);

describe("the 60 days of an invitation", () => {
  test.each([
    ["2026-11-23", "2027-01-22"],
    ["2026-01-31", "2026-04-01"],
    ["2026-12-31", "2027-03-01"],
    ["2027-12-31", "2028-02-29"],
    ["2028-01-01", "2028-03-01"],
    ["2027-01-15", "2027-03-16"],
    ["2026-10-15", "2026-12-14"],
  ])("sent %s: last day %s", (issued, last) => {
    const window = invitationWindow({ issuedAt: noon(issued) });
    expect(window).toMatchObject({ issueDate: issued, deadline: last, warning: null });
  });

  test("day 0 is the date in the named zone, not in UTC", () => {
    const issuedAt = new Date("2026-11-24T03:00:00Z");
    expect(invitationWindow({ issuedAt }).deadline).toBe("2027-01-22");
    expect(invitationWindow({ issuedAt, zone: "UTC" }).deadline).toBe("2027-01-23");
  });

  test("the last day lasts until midnight in the zone, also across the change of clocks", () => {
    const window = invitationWindow({ issuedAt: noon("2027-01-13") });
    expect(window.deadline).toBe("2027-03-14");
    expect(window.deadlineInstant.toISOString()).toBe("2027-03-15T03:59:59.000Z");
  });

  test("somebody is told 30, 14, 7, 3 and 1 days before, never before the invitation", () => {
    const { alarms } = invitationWindow({ issuedAt: noon("2026-11-23") });
    expect(alarms.map(({ on }) => on)).toEqual([
      "2026-12-23",
      "2027-01-08",
      "2027-01-15",
      "2027-01-19",
      "2027-01-21",
    ]);
    const short = invitationWindow({ issuedAt: noon("2026-11-23"), shownExpiry: "2026-11-30" });
    expect(short.alarms.map(({ daysLeft }) => daysLeft)).toEqual([7, 3, 1]);
  });

  test("the target is day 50", () => {
    expect(invitationWindow({ issuedAt: noon("2026-11-23") }).targetDate).toBe("2027-01-12");
  });

  test("an earlier date in IRCC's account wins, with a warning, and moves the target", () => {
    const window = invitationWindow({ issuedAt: noon("2026-11-23"), shownExpiry: "2027-01-21" });
    expect(window).toMatchObject({
      computedDeadline: "2027-01-22",
      deadline: "2027-01-21",
      targetDate: "2027-01-11",
    });
    expect(window.warning).toContain("21 Jan 2027, 1 day earlier");
  });

  test("a later date in IRCC's account warns and does not extend", () => {
    const window = invitationWindow({ issuedAt: noon("2026-11-23"), shownExpiry: "2027-01-24" });
    expect(window.deadline).toBe("2027-01-22");
    expect(window.warning).toContain("24 Jan 2027, 2 days later");
  });

  test("the same date says nothing", () => {
    const window = invitationWindow({ issuedAt: noon("2026-11-23"), shownExpiry: "2027-01-22" });
    expect(window.warning).toBeNull();
  });

  test("a target never lies before the invitation", () => {
    const window = invitationWindow({ issuedAt: noon("2026-11-23"), shownExpiry: "2026-11-25" });
    expect(window.targetDate).toBe("2026-11-23");
  });
});

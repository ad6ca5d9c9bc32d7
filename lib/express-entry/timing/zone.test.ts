import { describe, expect, test } from "vitest";
import { dateInZone, endOfDayInZone, instantInZone } from "./zone";

const iso = (instant: Date) => instant.toISOString().replace(".000Z", "Z");

describe("dateInZone", () => {
  test.each([
    ["2026-11-24T04:59:59Z", "America/Toronto", "2026-11-23"],
    ["2026-11-24T05:00:00Z", "America/Toronto", "2026-11-24"],
    ["2026-07-01T03:59:59Z", "America/Toronto", "2026-06-30"],
    ["2026-07-01T04:00:00Z", "America/Toronto", "2026-07-01"],
    ["2026-12-31T18:30:00Z", "Asia/Kolkata", "2027-01-01"],
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01"],
  ])("%s in %s is %s", (instant, zone, date) => {
    expect(dateInZone(new Date(instant), zone)).toBe(date);
  });

  test("refuses a zone that does not exist", () => {
    expect(() => dateInZone(new Date(0), "America/Nowhere")).toThrow(RangeError);
  });
});

describe("endOfDayInZone", () => {
  test.each([
    // SECURITY.md 6.5: the clocks go forward in the night of that Sunday.
    ["2027-03-14", "America/Toronto", "2027-03-15T03:59:59Z"],
    ["2027-03-14", "America/St_Johns", "2027-03-15T02:29:59Z"],
    ["2027-03-13", "America/Toronto", "2027-03-14T04:59:59Z"],
    ["2026-11-01", "America/Toronto", "2026-11-02T04:59:59Z"],
    ["2026-10-31", "America/Toronto", "2026-11-01T03:59:59Z"],
    ["2028-02-29", "America/Vancouver", "2028-03-01T07:59:59Z"],
    // Midnight itself is skipped in Beirut on 2026-03-29: the day before ends when the clock jumps.
    ["2026-03-28", "Asia/Beirut", "2026-03-28T21:59:59Z"],
  ])("%s in %s ends at %s", (date, zone, end) => {
    expect(iso(endOfDayInZone(date, zone))).toBe(end);
  });
});

describe("instantInZone", () => {
  test.each([
    ["2026-11-23", 9 * 60, "2026-11-23T14:00:00Z"],
    ["2026-07-01", 9 * 60, "2026-07-01T13:00:00Z"],
    // 02:30 does not exist on that night: an hour later on the wall.
    ["2027-03-14", 150, "2027-03-14T07:30:00Z"],
    // 01:30 comes twice: the first one.
    ["2026-11-01", 90, "2026-11-01T05:30:00Z"],
  ])("%s at minute %i in Toronto is %s", (date, minutes, instant) => {
    expect(iso(instantInZone(date, minutes, "America/Toronto"))).toBe(instant);
  });

  test("refuses a date that does not exist", () => {
    expect(() => instantInZone("2027-02-29", 0, "UTC")).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isIsoDate,
  maxDate,
  minDate,
} from "./calendar-date";

const anyDate = fc
  .integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") })
  .map(dateOfDayNumber);

describe("calendar dates", () => {
  test.each([
    ["2028-02-29", true],
    ["2027-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-07", false],
    ["2026-01-07T00:00:00Z", false],
    ["", false],
  ])("%s exists: %s", (text, exists) => expect(isIsoDate(text)).toBe(exists));

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -13, "2024-12-15"],
  ])("%s and %i months is %s", (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  test("years keep the day, but for 29 February", () => {
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
  });

  test("adding days and counting them are inverse", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(isIsoDate(addDays(date, days))).toBe(true);
      }),
    );
  });

  test("a birthday counts as reached; 29 February comes on 1 March", () => {
    expect([ageOn("1996-05-20", "2026-05-19"), ageOn("1996-05-20", "2026-05-20")]).toEqual([29, 30]);
    expect([ageOn("2008-02-29", "2026-02-28"), ageOn("2008-02-29", "2026-03-01")]).toEqual([17, 18]);
  });

  test("least and greatest", () => {
    expect(minDate("2026-02-01", "2026-01-31", "2026-03-01")).toBe("2026-01-31");
    expect(maxDate("2026-02-01", "2026-01-31", "2026-03-01")).toBe("2026-03-01");
  });
});

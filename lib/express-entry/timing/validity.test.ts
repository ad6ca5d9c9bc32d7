import { describe, expect, test } from "vitest";
import { ecaLastDay, languageTestLastDay } from "./document-validity";
import { plainDate, plainYears } from "./plain-date";
import { profileExpiresAt } from "./profile-life";

describe("a profile", () => {
  test.each([
    ["2026-03-01T14:05:09.000Z", "2027-03-01T14:05:09.000Z"],
    ["2027-03-01T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
    ["2028-02-29T23:59:59.000Z", "2029-02-28T23:59:59.000Z"],
  ])("received %s leaves the pool at %s", (received, expires) => {
    expect(profileExpiresAt(new Date(received)).toISOString()).toBe(expires);
  });
});

describe("last usable days", () => {
  test("language test: two years less a day", () => {
    expect(languageTestLastDay({ takenOn: "2025-01-15", resultOn: null })).toBe("2027-01-14");
    expect(languageTestLastDay({ takenOn: "2024-02-29", resultOn: null })).toBe("2026-02-27");
  });

  test("language test: the earlier of test and result date", () => {
    expect(languageTestLastDay({ takenOn: "2025-01-15", resultOn: "2025-01-28" })).toBe("2027-01-14");
    expect(languageTestLastDay({ takenOn: "2025-01-15", resultOn: "2025-01-10" })).toBe("2027-01-09");
  });

  test("ECA: five years less a day", () => expect(ecaLastDay("2021-12-01")).toBe("2026-11-30"));
});

test("dates in words", () => {
  expect(plainDate("2027-03-08")).toBe("8 Mar 2027");
  expect(plainYears("2018-04-01", "2022-01-31")).toBe("2018–2022");
  expect(plainYears("2018-04-01", "2018-12-31")).toBe("2018");
  expect(plainYears("2018-04-01", null)).toBe("since 2018");
});

import { describe, expect, it } from "vitest";
import { countryName, countryOptions } from "./countries";
import { parseDateText } from "./date-text";
import {
  dateInZone,
  daysUntil,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDayMonth,
  formatDaysLeft,
  formatMonth,
  formatTime,
  formatWeekdayDate,
  zoneName,
} from "./dates";
import { formatDollars, formatMoney } from "./money";
import { initials, personName } from "./names";
import { formatBytes, formatCount, formatNumber } from "./quantities";

describe("dates", () => {
  it("writes a date as day, short month, year", () => {
    expect(formatDate("2027-03-08")).toBe("8 Mar 2027");
    expect(formatDate("2026-12-31")).toBe("31 Dec 2026");
    expect(formatDate("2027-03-01", "fr")).toBe("1er mars 2027");
  });

  it("refuses a date that does not exist", () => {
    expect(() => formatDate("2027-02-29")).toThrow(RangeError);
  });

  it("leaves the year out only beside a date of the same year", () => {
    expect(formatDayMonth("2026-12-26", "2026-11-23")).toBe("26 Dec");
    expect(formatDayMonth("2027-01-11", "2026-11-23")).toBe("11 Jan 2027");
    expect(formatDayMonth("2027-01-11")).toBe("11 Jan");
  });

  it("knows the weekday, before 1970 too", () => {
    expect(formatWeekdayDate("2026-11-23")).toBe("Mon 23 Nov 2026");
    expect(formatWeekdayDate("1969-12-31")).toBe("Wed 31 Dec 1969");
    expect(formatWeekdayDate("2026-11-23", "fr")).toBe("lun. 23 nov. 2026");
  });

  it("writes months and ranges", () => {
    expect(formatMonth("2027-06-16")).toBe("Jun 2027");
    expect(formatDateRange("2020-09-07", "2024-04-26")).toBe("7 Sep 2020 to 26 Apr 2024");
    expect(formatDateRange("2024-06-03", null)).toBe("3 Jun 2024 to now");
  });

  it("says the days left in words", () => {
    expect([33, 1, 0, -1, -2].map((days) => formatDaysLeft(days))).toEqual([
      "33 days",
      "1 day",
      "today",
      "1 day ago",
      "2 days ago",
    ]);
    expect([2, 0, -1].map((days) => formatDaysLeft(days, "fr"))).toEqual([
      "2 jours",
      "aujourd’hui",
      "il y a 1 jour",
    ]);
  });

  it("counts days across the change to summer time", () => {
    expect(daysUntil("2027-03-15", "2027-03-13")).toBe(2);
    expect(daysUntil("2026-11-20", "2026-11-23")).toBe(-3);
  });
});

describe("instants", () => {
  const instant = new Date("2026-11-24T03:30:05Z");

  it("belong to the day it is in the zone", () => {
    expect(dateInZone(instant, "America/Toronto")).toBe("2026-11-23");
    expect(formatDateTime(instant, "America/Toronto")).toBe("23 Nov 2026, 22:30");
    expect(formatDateTime(instant, "UTC", { seconds: true, nameZone: true })).toBe(
      "24 Nov 2026, 03:30:05 UTC",
    );
  });

  it("write midnight as 00", () => {
    expect(formatTime(new Date("2026-07-01T04:00:00Z"), "America/Toronto")).toBe("00:00");
  });

  it("name the zone by its city", () => {
    expect(zoneName("America/Toronto")).toBe("Toronto time");
    expect(zoneName("America/St_Johns")).toBe("St Johns time");
    expect(zoneName("UTC")).toBe("UTC");
  });
});

describe("typed dates", () => {
  it.each(["2026-03-08", "8 Mar 2026", "08 mar 2026", " 8 March 2026 ", "Mar 8, 2026", "8 Mar. 2026"])(
    "reads %j",
    (typed) => expect(parseDateText(typed)).toBe("2026-03-08"),
  );

  it.each(["", "8/3/2026", "31 Feb 2026", "8 Foo 2026", "2026-13-01", "yesterday"])("refuses %j", (typed) =>
    expect(parseDateText(typed)).toBeNull(),
  );
});

describe("money", () => {
  it("groups thousands and keeps both cents", () => {
    expect(formatMoney(123_450)).toBe("$1,234.50");
    expect(formatMoney(5)).toBe("$0.05");
    expect(formatMoney(-123_456_789)).toBe("−$1,234,567.89");
    expect(formatMoney(123_450, "fr")).toBe("1 234,50 $");
  });

  it("drops the cents where they say nothing", () => {
    expect(formatDollars(1_526_300)).toBe("$15,263");
  });

  it("refuses a fraction of a cent", () => {
    expect(() => formatMoney(0.5)).toThrow(RangeError);
  });
});

describe("names", () => {
  it("puts given names first and lets one name stand alone", () => {
    expect(personName({ givenName: "Minh Anh", familyName: "Trần" })).toBe("Minh Anh Trần");
    expect(personName({ givenName: null, familyName: "Suharto" })).toBe("Suharto");
  });

  it("takes the first and the last initial", () => {
    expect(initials("Marc Tremblay")).toBe("MT");
    expect(initials("maria da silva lopes")).toBe("ML");
    expect(initials("Élodie")).toBe("É");
    expect(initials("  ")).toBe("");
  });
});

describe("countries", () => {
  it("names a country by either code and shows an unknown code as it is", () => {
    expect(countryName("IN")).toBe("India");
    expect(countryName("phl")).toBe("Philippines");
    expect(countryName("ZZ")).toBe("ZZ");
  });

  it("lists each country once, by name", () => {
    const labels = countryOptions().map((option) => option.label);
    expect(labels.length).toBeGreaterThan(240);
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, "en")));
  });
});

describe("quantities", () => {
  it("agree with their noun", () => {
    expect(formatCount(1, "document")).toBe("1 document");
    expect(formatCount(0, "document")).toBe("0 documents");
    expect(formatCount(2, "country", "countries")).toBe("2 countries");
    expect(formatNumber(236_554)).toBe("236,554");
  });

  it("write file sizes as people read them", () => {
    expect([999, 4_200, 2_100_000].map((bytes) => formatBytes(bytes))).toEqual(["999 B", "4 kB", "2.1 MB"]);
    expect(formatBytes(2_100_000, "fr")).toBe("2,1 Mo");
  });
});

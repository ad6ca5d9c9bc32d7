import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { languageOf } from "@/lib/i18n/languages";
import { dayNear, distance, whenNear } from "./near-date";

const today = "2026-11-23";
const toronto = { today, timeZone: "America/Toronto" };

const wordsIn = (locale: string) => ({
  locale,
  t: createTranslator({ locale, messages: languageOf(locale).messages, namespace: "portal" }),
});
const english = wordsIn("en");
const french = wordsIn("fr");

describe("dates as a client reads them", () => {
  it("leaves out this year, and says another one", () => {
    expect(dayNear("2026-12-02", today, english)).toBe("Wed\u00a02\u00a0Dec");
    expect(dayNear("2027-01-04", today, english)).toBe("Mon\u00a04\u00a0Jan\u00a02027");
    expect(dayNear("2026-12-01", today, french)).toBe("mar.\u00a01er\u00a0déc.");
  });

  it("says today and yesterday by the firm's wall, not by UTC", () => {
    expect(whenNear(new Date("2026-11-23T13:12:00Z"), toronto, english)).toBe("today at 08:12");
    expect(whenNear(new Date("2026-11-23T03:30:00Z"), toronto, english)).toBe("yesterday at 22:30");
    expect(whenNear(new Date("2026-11-20T20:20:00Z"), toronto, english)).toBe("Fri\u00a020\u00a0Nov, 15:20");
    expect(whenNear(new Date("2026-11-23T03:30:00Z"), toronto, french)).toBe("hier à 22:30");
  });

  it("says how far a day is", () => {
    const days = ["2026-11-22", "2026-11-23", "2026-11-24", "2026-12-02"];
    expect(days.map((day) => distance(day, today, english))).toEqual([
      ...["yesterday", "today", "tomorrow", "in 9 days"],
    ]);
    expect(days.map((day) => distance(day, today, french))).toEqual([
      ...["hier", "aujourd’hui", "demain", "dans 9 jours"],
    ]);
  });
});

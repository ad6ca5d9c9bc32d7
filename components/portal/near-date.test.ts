import { describe, expect, it } from "vitest";
import { dayNear, distance, whenNear } from "./near-date";

const today = "2026-11-23";
const toronto = { today, timeZone: "America/Toronto" };

describe("dates as a client reads them", () => {
  it("leaves out this year, and says another one", () => {
    expect(dayNear("2026-12-02", today)).toBe("Wed\u00a02\u00a0Dec");
    expect(dayNear("2027-01-04", today)).toBe("Mon\u00a04\u00a0Jan\u00a02027");
  });

  it("says today and yesterday by the firm's wall, not by UTC", () => {
    expect(whenNear(new Date("2026-11-23T13:12:00Z"), toronto)).toBe("today at 08:12");
    expect(whenNear(new Date("2026-11-23T03:30:00Z"), toronto)).toBe("yesterday at 22:30");
    expect(whenNear(new Date("2026-11-20T20:20:00Z"), toronto)).toBe("Fri\u00a020\u00a0Nov, 15:20");
  });

  it("says how far a day is", () => {
    expect(
      ["2026-11-22", "2026-11-23", "2026-11-24", "2026-12-02"].map((day) => distance(day, today)),
    ).toEqual(["yesterday", "today", "tomorrow", "in 9 days"]);
  });
});

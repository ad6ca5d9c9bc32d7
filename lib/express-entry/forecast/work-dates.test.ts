/** Work that comes and goes between two dates is found too. */
import { describe, expect, test } from "vitest";
import type { Job } from "../facts";
import { shippedTables } from "../rule-tables";
import { job, person } from "../testing/case-facts";
import { TODAY } from "../testing/forecast-cases";
import { addDays, addMonths, addYears, dateOfDayNumber, type IsoDate } from "../timing/calendar-date";
import { crsCanadianWork, experienceOn } from "../work/experience";
import { workDates } from "./work-dates";

const END = addMonths(TODAY, 24);

function found(jobs: Job[]): IsoDate[] {
  return [...workDates(person({ jobs }), TODAY, END, shippedTables)].map(dateOfDayNumber).sort();
}

/** Every day on which the whole years of the CRS differ from those of the eve. */
function dayByDay(jobs: Job[]): IsoDate[] {
  const days: IsoDate[] = [];
  const years = (on: IsoDate) => experienceOn(jobs, crsCanadianWork, on).years;
  for (let on = addDays(TODAY, 1); on <= END; on = addDays(on, 1)) {
    if (years(on) !== years(addDays(on, -1))) days.push(on);
  }
  return days;
}

describe("the dates on which work can change an answer", () => {
  test("a year that new work fills and old work leaves soon after", () => {
    // 280 full-time days that the ten years let go of from 200 days after today on; half-time work meanwhile adds
    // half as much each day as then goes.
    const leaves = addDays(addYears(TODAY, -10), 200);
    const old = job({ hoursPerWeek: 30, from: leaves, to: addDays(leaves, 279) });
    const now = job({ hoursPerWeek: 15, from: addDays(TODAY, 20), to: addDays(TODAY, 420) });
    const truth = dayByDay([old, now]);
    expect(truth).toHaveLength(2);
    expect(found([old, now])).toEqual(expect.arrayContaining(truth));
  });

  test("a window that is a day longer over 29 February", () => {
    // 364 days that the ten years hold on 29 February 2028 and let go of on 1 March.
    const from = "2018-02-28";
    const exact = job({ hoursPerWeek: 30, from, to: addDays(from, 363) });
    const truth = dayByDay([exact]);
    expect(truth).toEqual(["2028-03-01"]);
    expect(found([exact])).toEqual(expect.arrayContaining(truth));
  });

  test("no work, no dates; work far from any threshold, none", () => {
    expect(found([])).toEqual([]);
    expect(found([job({ from: addDays(TODAY, -50), to: addDays(TODAY, -20) })])).toEqual([]);
  });
});

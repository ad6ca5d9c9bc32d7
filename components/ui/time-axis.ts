import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { addMonths, dayNumber } from "@/lib/express-entry/timing/calendar-date";

export interface MonthTick {
  /** The first of the month. */
  date: IsoDate;
  x: number;
}

export interface TimeAxis {
  from: IsoDate;
  to: IsoDate;
  width: number;
  /** Pixels from the left; outside the axis it is outside the picture, so clip or test with `holds`. */
  x: (date: IsoDate) => number;
  holds: (date: IsoDate) => boolean;
  /** The first of each month strictly inside. */
  months: readonly MonthTick[];
}

/** One scale of days for a chart or a column of lanes: 4 px a day on a desktop. */
export function timeAxis(from: IsoDate, to: IsoDate, pixelsPerDay = 4): TimeAxis {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const x = (date: IsoDate) => (dayNumber(date) - first) * pixelsPerDay;
  const months: MonthTick[] = [];
  for (let date = addMonths(`${from.slice(0, 7)}-01`, 1); date < to; date = addMonths(date, 1)) {
    months.push({ date, x: x(date) });
  }
  const holds = (date: IsoDate) => date >= from && date <= to;
  return { from, to, width: (last - first) * pixelsPerDay, x, holds, months };
}

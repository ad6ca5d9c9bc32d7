import type { Ribbon } from "@/lib/cases/overview/types";
import { addDays, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { timeAxis } from "@/components/ui/time-axis";

/** Where the bars stand in the picture: labels at the left, words at the right. */
export const LEFT = 276;
export const RIGHT = 908;

const WINDOW_DAYS = 60;
/** Days drawn before the invitation. */
const LEAD_DAYS = 6;
const WINDOW_PX_PER_DAY = 5.4;
const LATER_PX_PER_DAY = 1.2;
/** Without an invitation: a year from a month ago, at one scale. */
const OPEN_LEAD_DAYS = 31;
const OPEN_DAYS = 400;

export interface Tick {
  x: number;
  label: string;
}

export interface RibbonAxis {
  x: (date: IsoDate) => number;
  ticks: Tick[];
  /** Where the months begin, for the shaded part; null without an invitation. */
  laterFrom: number | null;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function monthTicks(from: IsoDate, to: IsoDate, x: (date: IsoDate) => number): Tick[] {
  return timeAxis(from, to)
    .months.map(({ date }) => ({ x: x(date), label: MONTHS[Number(date.slice(5, 7)) - 1] ?? "" }))
    .filter((tick) => tick.x < RIGHT - 8);
}

function clamp(x: number): number {
  return Math.min(RIGHT, Math.max(LEFT, x));
}

/** Two scales: the 60 days of the window day by day, then by month; without a window one scale of a year. */
export function ribbonAxis({ invitedOn, today }: Pick<Ribbon, "invitedOn" | "today">): RibbonAxis {
  if (invitedOn === null) {
    const from = addDays(today, -OPEN_LEAD_DAYS);
    const scale = (RIGHT - LEFT) / OPEN_DAYS;
    const x = (date: IsoDate) => clamp(LEFT + daysBetween(from, date) * scale);
    return { x, ticks: monthTicks(from, addDays(from, OPEN_DAYS), x), laterFrom: null };
  }
  const zero = LEFT + LEAD_DAYS * WINDOW_PX_PER_DAY;
  const end = zero + WINDOW_DAYS * WINDOW_PX_PER_DAY;
  const x = (date: IsoDate) => {
    const day = daysBetween(invitedOn, date);
    return clamp(
      day <= WINDOW_DAYS ? zero + day * WINDOW_PX_PER_DAY : end + (day - WINDOW_DAYS) * LATER_PX_PER_DAY,
    );
  };
  const days = [0, 10, 20, 30, 40, 50, 60].map((day) => ({
    x: x(addDays(invitedOn, day)),
    label: day === 0 ? "day 0" : String(day),
  }));
  const later = addDays(invitedOn, WINDOW_DAYS + 14);
  return { x, ticks: [...days, ...monthTicks(later, addDays(later, 220), x)], laterFrom: end + 8 };
}

import { timeAxis, type TimeAxis } from "@/components/ui/time-axis";
import type { BoardLane } from "@/lib/deadlines/board/types";
import { addDays, daysBetween, maxDate, minDate } from "@/lib/express-entry/timing/calendar-date";

/** Room for a forecast that runs past the last day; longer ones are cut at the edge with their band open. */
const DAYS_AFTER = 18;
/** 4 px a day, less where many months are open at once, so that the table fits its page. */
const PIXELS_PER_DAY = 4;
const MOST_WIDTH = 380;

/** One time axis for all lanes, 4 px a day: from the oldest invitation to a little past the last deadline. */
export function laneAxis(
  lanes: readonly Pick<BoardLane, "issueDate" | "deadlineDate">[],
  today: string,
): TimeAxis {
  const from = minDate(today, ...lanes.map((lane) => lane.issueDate));
  const to = maxDate(today, ...lanes.map((lane) => lane.deadlineDate));
  const [first, last] = [addDays(from, -4), addDays(to, DAYS_AFTER)];
  const axis = timeAxis(first, last, Math.min(PIXELS_PER_DAY, MOST_WIDTH / daysBetween(first, last)));
  // A tenth of a pixel: more digits, in every mark of every lane, are a tenth of the page.
  const x: TimeAxis["x"] = (date) => Math.round(axis.x(date) * 10) / 10;
  return { ...axis, x, months: axis.months.map(({ date }) => ({ date, x: x(date) })) };
}

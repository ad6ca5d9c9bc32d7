import { timeAxis, type TimeAxis } from "@/components/ui/time-axis";
import type { WindowLane } from "@/lib/deadlines/types";
import { addDays, maxDate, minDate } from "@/lib/express-entry/timing/calendar-date";

/** Room for a forecast that runs past the last day; longer ones are cut at the edge with their band open. */
const DAYS_AFTER = 30;

/** One time axis for all lanes, 4 px a day: from the oldest invitation to a month past the last deadline. */
export function laneAxis(lanes: readonly WindowLane[], today: string): TimeAxis {
  const from = minDate(today, ...lanes.map((lane) => lane.issueDate));
  const to = maxDate(today, ...lanes.map((lane) => lane.deadlineDate));
  return timeAxis(addDays(from, -4), addDays(to, DAYS_AFTER), 4);
}

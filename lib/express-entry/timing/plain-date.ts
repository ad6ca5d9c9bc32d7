import type { IsoDate } from "./calendar-date";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar date in the product's words: `8 Mar 2027`. */
export function plainDate(date: IsoDate): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `2018–2022`, or `since 2018` where the end is open. */
export function plainYears(from: IsoDate, to: IsoDate | null): string {
  const start = from.slice(0, 4);
  if (to === null) return `since ${start}`;
  const end = to.slice(0, 4);
  return start === end ? start : `${start}–${end}`;
}

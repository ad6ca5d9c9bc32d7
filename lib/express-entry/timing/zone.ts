/**
 * The only bridge between an instant (UTC) and a calendar date (in a named IANA zone), SECURITY.md 6.5.
 * Built on Intl, so that daylight saving is the platform's knowledge and not ours.
 */
import { addDays, dayNumber, isIsoDate, type IsoDate } from "./calendar-date";

/** The zone in which a firm's deadlines are counted unless it says otherwise. */
export const DEFAULT_ZONE = "America/Toronto";

const MS_PER_DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}

/** The zone's wall clock at the instant, as if it were UTC, in ms; sub-second part dropped. */
function readWallClock(instant: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const part of formatterFor(zone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Since 1973 every zone has changed its clocks on a quarter of an hour, so that an offset holds for one. */
const WHOLE_QUARTERS_SINCE = Date.UTC(1973, 0);
const QUARTER_MS = 900_000;
const OFFSETS_KEPT = 20_000;
const offsets = new Map<string, number>();

/** As `readWallClock`; asking Intl is dear, and a board asks for thousands of instants of the same days. */
function wallClock(instant: Date, zone: string): number {
  const seconds = Math.floor(instant.getTime() / 1000) * 1000;
  if (seconds < WHOLE_QUARTERS_SINCE) return readWallClock(seconds, zone);
  const quarter = Math.floor(seconds / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const start = quarter * QUARTER_MS;
    offset = readWallClock(start, zone) - start;
    if (offsets.size >= OFFSETS_KEPT) offsets.clear();
    offsets.set(key, offset);
  }
  return seconds + offset;
}

/** The calendar date on the wall in `zone` at `instant`. Throws RangeError for an unknown zone. */
export function dateInZone(instant: Date, zone: string): IsoDate {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 10);
}

/**
 * The instant at which clocks in `zone` show `minutes` after midnight of `date`. The first of two when the
 * clock shows it twice; a time that a spring change leaves out is moved forward by the length of the gap.
 */
export function instantInZone(date: IsoDate, minutes: number, zone: string): Date {
  if (!isIsoDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  const wanted = dayNumber(date) * MS_PER_DAY + minutes * 60_000;
  const offsetAt = (utc: number) => wallClock(new Date(utc), zone) - utc;
  const before = offsetAt(wanted - MS_PER_DAY);
  const after = offsetAt(wanted + MS_PER_DAY);
  const shown = [wanted - before, wanted - after].filter((utc) => utc + offsetAt(utc) === wanted);
  return new Date(shown.length > 0 ? Math.min(...shown) : wanted - before);
}

/** The last whole second of `date` in `zone`: 2027-03-14 in Toronto ends at 2027-03-15T03:59:59Z. */
export function endOfDayInZone(date: IsoDate, zone: string): Date {
  return new Date(instantInZone(addDays(date, 1), 0, zone).getTime() - 1000);
}

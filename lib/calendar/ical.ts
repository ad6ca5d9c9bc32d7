/**
 * A calendar as RFC 5545 has it, written by ical.js: folding, escaping and line ends are the library's. Pure.
 *
 * All-day dates (`VALUE=DATE`, the end exclusive), so that a last day stays the same day wherever it is read; a UID for
 * each clock that never changes and a SEQUENCE that grows with it, so that a moved date moves and is not doubled; what is
 * over is sent as cancelled, as Outlook keeps what is merely gone. REFRESH-INTERVAL is RFC 7986's, X-PUBLISHED-TTL what
 * Outlook reads, X-WR-CALNAME and X-WR-TIMEZONE what Google reads.
 */
import ICAL from "ical.js";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import type { Calendar, CalendarEvent } from "./types";

const PRODUCT = "-//Landfall//Deadlines//EN";
/** A folded line begins with a space, which RFC 5545 counts among its 75 octets and the library does not. */
ICAL.foldLength = 74;

/** How often a calendar need ask again. */
const REFRESH = "PT1H";

/** `20270308`: a DATE, without a time and without a zone. */
function dateOf(on: string) {
  return ICAL.Time.fromDateString(on);
}

function instantOf(at: Date) {
  return ICAL.Time.fromJSDate(at, true);
}

function eventOf(event: CalendarEvent, { host, language }: Calendar, now: Date): ICAL.Component {
  const component = new ICAL.Component("vevent");
  component.addPropertyWithValue("uid", `${event.id}@${host}`);
  component.addPropertyWithValue("dtstamp", instantOf(now));
  component.addPropertyWithValue("last-modified", instantOf(event.changedAt));
  component.addPropertyWithValue("sequence", event.sequence);
  component.addPropertyWithValue("dtstart", dateOf(event.on));
  component.addPropertyWithValue("dtend", dateOf(addDays(event.on, 1)));
  component.addPropertyWithValue("summary", event.title).setParameter("language", language);
  component.addPropertyWithValue("description", event.description).setParameter("language", language);
  if (event.url !== null) component.addPropertyWithValue("url", event.url);
  component.addPropertyWithValue("status", event.cancelled ? "CANCELLED" : "CONFIRMED");
  // A last day is no appointment: it must not make the day look busy.
  component.addPropertyWithValue("transp", "TRANSPARENT");
  return component;
}

/** The calendar as text, its lines ended by CRLF. */
export function writeCalendar(calendar: Calendar, now: Date): string {
  const component = new ICAL.Component("vcalendar");
  component.addPropertyWithValue("version", "2.0");
  component.addPropertyWithValue("prodid", PRODUCT);
  component.addPropertyWithValue("calscale", "GREGORIAN");
  component.addPropertyWithValue("method", "PUBLISH");
  component.addPropertyWithValue("x-wr-calname", calendar.name);
  component.addPropertyWithValue("x-wr-timezone", calendar.timeZone);
  component.addPropertyWithValue("refresh-interval", ICAL.Duration.fromString(REFRESH));
  component.addPropertyWithValue("x-published-ttl", REFRESH);
  for (const event of calendar.events) component.addSubcomponent(eventOf(event, calendar, now));
  return `${component.toString()}\r\n`;
}

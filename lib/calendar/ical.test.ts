import nodeIcal, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { writeCalendar } from "./ical";
import type { Calendar, CalendarEvent } from "./types";

const NOW = new Date("2026-11-23T21:00:00Z");

const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: "7d444840-9dc0-41d1-b245-5ffdce74fad2",
  title: "26-0412: Last day to submit",
  description: "Invited on 27 Oct 2026, and 60 days",
  url: "https://files.newjain.example/cases/26-0412/overview",
  on: "2026-12-26",
  cancelled: false,
  changedAt: new Date("2026-10-27T15:20:33Z"),
  sequence: 0,
  ...over,
});

const calendar = (events: CalendarEvent[]): Calendar => ({
  name: "Landfall: deadlines",
  timeZone: "America/Toronto",
  host: "files.newjain.example",
  language: "en",
  events,
});

const write = (...events: CalendarEvent[]) => writeCalendar(calendar(events), NOW);

/** What a parser that is not the writer reads. */
function read(text: string): VEvent[] {
  return Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === "VEVENT");
}

describe("a calendar feed", () => {
  it("is read by an independent parser as all-day events that end with their day", () => {
    const [found] = read(write(event()));
    expect(found).toMatchObject({
      uid: "7d444840-9dc0-41d1-b245-5ffdce74fad2@files.newjain.example",
      datetype: "date",
      status: "CONFIRMED",
      sequence: 0,
      transparency: "TRANSPARENT",
    });
    expect([found?.start.toDateString(), found?.end?.toDateString()]).toEqual([
      "Sat Dec 26 2026",
      "Sun Dec 27 2026",
    ]);
  });

  it.each([
    ["2026-12-31", "20261231", "20270101"],
    ["2028-02-28", "20280228", "20280229"],
    ["2027-03-14", "20270314", "20270315"],
  ])("a last day of %s is a date without a time, its end the day after", (on, start, end) => {
    const text = write(event({ on }));
    expect(text).toContain(`\r\nDTSTART;VALUE=DATE:${start}\r\n`);
    expect(text).toContain(`\r\nDTEND;VALUE=DATE:${end}\r\n`);
  });

  it("says what Outlook and Google ask for: method, name, zone, and how often to come again", () => {
    const lines = write(event()).split("\r\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Landfall: deadlines",
        "X-WR-TIMEZONE:America/Toronto",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "DTSTAMP:20261123T210000Z",
        "LAST-MODIFIED:20261027T152033Z",
      ]),
    );
  });

  it("keeps the id of what moves and counts on, and sends what is over as cancelled", () => {
    const [before] = read(write(event()));
    const [moved] = read(write(event({ on: "2026-12-20", sequence: 1 })));
    expect(moved?.uid).toBe(before?.uid);
    expect(moved?.sequence).toBe(1);
    const [over] = read(write(event({ cancelled: true, sequence: 2 })));
    expect(over).toMatchObject({ status: "CANCELLED", uid: before?.uid });
  });

  it("survives commas, semicolons, line breaks, accents and long lines", () => {
    const title = `26-0412: Réponse à IRCC; ${"preuve de fonds, ".repeat(12)}«fin»`;
    const description = "First line\nSecond; line, with \\ and Łódź 数";
    const text = write(event({ title, description }));
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const [found] = read(text);
    const said = (value: unknown) =>
      typeof value === "object" && value !== null && "val" in value ? value.val : value;
    expect(said(found?.summary)).toBe(title);
    expect(said(found?.description)).toBe(description);
  });

  it("without a deadline is a calendar all the same", () => {
    expect(read(write())).toEqual([]);
    expect(write()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });
});

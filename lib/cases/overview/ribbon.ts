/**
 * The validity ribbon: which dated document holds where it must. Pure. Tests and assessments must hold at the invitation
 * (the profile's claims), everything on the day of submission, passports, exams and funds until the landing. What was
 * read off an accepted document counts before what the facts say.
 */
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import { spansOf, type Span } from "./ribbon-spans";
import type { JudgedLine, Ribbon, RibbonMark, RibbonMoment, RibbonRow, Urgency } from "./types";

interface Moments {
  today: IsoDate;
  invitedOn: IsoDate | null;
  endsOn: IsoDate | null;
  plannedOn: IsoDate | null;
}

/** The standard from receipt to the final decision (rules reference 4.3, P); the landing follows at once, if all goes well. */
const STANDARD_MONTHS = 6;
/** Days of the window, which are counted by number. */
const WINDOW_DAYS = 60;
/** An end this near after the last moment it must hold at is worth a second look. */
const NEAR_DAYS = 90;

type Dated = Partial<Record<RibbonMoment, IsoDate>>;

function momentsOf({ invitedOn, plannedOn, endsOn }: Moments): Dated {
  const judged = plannedOn ?? endsOn;
  return {
    ...(invitedOn === null ? {} : { invitation: invitedOn }),
    ...(judged === null ? {} : { submission: judged, landing: addMonths(judged, STANDARD_MONTHS) }),
  };
}

function marksOf(span: Span, dated: Dated): RibbonMark[] {
  return span.holdsAt.flatMap((moment): RibbonMark[] => {
    const at = dated[moment];
    if (at === undefined || (moment === "invitation" && span.expected)) return [];
    const breaks = span.tooEarly || (span.until !== null && span.until < at);
    return [{ moment, at, state: span.expected && !breaks ? "expected" : breaks ? "breaks" : "holds" }];
  });
}

/** `day 47` inside the 60 days of the invitation, else the date. */
function dayWords(day: IsoDate, invitedOn: IsoDate | null): string {
  const number = invitedOn === null ? -1 : daysBetween(invitedOn, day);
  return number >= 0 && number <= WINDOW_DAYS ? `day ${number}` : plainDate(day);
}

/** `valid today, not on day 47`: of what still counts today and not at a moment it must hold at. */
function noteOf({ until }: Span, marks: readonly RibbonMark[], { today, invitedOn }: Moments): string | null {
  const breaks = marks.some(({ moment, state }) => moment !== "invitation" && state === "breaks");
  if (!breaks || until === null || until < today) return null;
  return `valid today, not on ${dayWords(addDays(until, 1), invitedOn)}`;
}

function wordsOf(span: Span, marks: readonly RibbonMark[], dated: Dated, { today }: Moments) {
  const say = (words: string, urgency: Urgency = "neutral") => ({ words, urgency });
  if (span.tooEarly) return say("Issued before the stay ended", "late");
  if (span.until === null) return say(span.expected ? span.needs : "Holds, no end date");
  const end = plainDate(span.until);
  if (span.until < today) return say(`Ended ${end}`, "late");
  const broken = marks.find(({ state }) => state === "breaks");
  if (broken && broken.moment !== "landing") return say(`Ends ${end}, too soon`, "late");
  if (broken) return say(`Ends ${end}, renew`, "watch");
  if (span.bridge && dated.landing !== undefined && span.until < dated.landing)
    return say(`Ends ${end}, bridge it`, "watch");
  const last = marks.at(-1)?.at;
  const near = last !== undefined && daysBetween(last, span.until) <= NEAR_DAYS;
  return near ? say(`Holds to ${end}, watch`, "watch") : say(`Holds to ${end}`);
}

function nameOf(person: PersonFacts, today: IsoDate): string {
  const name = person.givenName === "" ? person.familyName : person.givenName;
  return person.role === "child" && person.birthDate !== null
    ? `${name}, ${ageOn(person.birthDate, today)}`
    : name;
}

const MOMENT_WORDS: Readonly<Record<RibbonMoment, string>> = {
  invitation: "the invitation",
  submission: "the last day",
  landing: "the landing",
};

/** `Nikhil: Language, IELTS, valid today, not on day 47; the planned submission is on 16 Dec 2026`. */
function breakWords(row: RibbonRow, { moment, at }: RibbonMark, { plannedOn, today }: Moments): string {
  const who = `${row.personName}: ${row.label}`;
  if (row.until === null) return `${who} was issued before the stay ended`;
  if (moment === "invitation") return `${who} did not hold at the invitation`;
  const name =
    moment === "submission" && plannedOn !== null ? "the planned submission" : MOMENT_WORDS[moment];
  if (row.until < today) return `${who} ended ${plainDate(row.until)}, before ${name}`;
  const about = moment === "landing" ? "about " : "";
  return `${who}, ${row.note ?? ""}; ${name} is on ${about}${plainDate(at)}`;
}

interface Break {
  row: RibbonRow;
  mark: RibbonMark;
}

/** What breaks first: by the day it ends, and of those by the moment that comes first. */
function firstBreakOf(rows: readonly RibbonRow[], moments: Moments): Ribbon["firstBreak"] {
  const [first] = rows
    .flatMap((row): Break[] =>
      row.marks.filter(({ state }) => state === "breaks").map((mark) => ({ row, mark })),
    )
    .sort((a, b) =>
      a.mark.moment === b.mark.moment
        ? (a.row.until ?? "").localeCompare(b.row.until ?? "")
        : a.mark.at.localeCompare(b.mark.at),
    );
  if (!first) return null;
  const { row, mark } = first;
  return { words: breakWords(row, mark, moments), moment: mark.moment };
}

function holdsThroughOf(rows: readonly RibbonRow[], today: IsoDate): IsoDate | null {
  const ends = rows.flatMap(({ until, marks, expected }) =>
    until !== null && !expected && marks.some(({ moment }) => moment === "submission") ? [until] : [],
  );
  const first = ends.reduce<IsoDate | null>(
    (least, end) => (least === null || end < least ? end : least),
    null,
  );
  return first === null || first < today ? null : first;
}

/** The ribbon of a case; null while there is nothing with a date to draw. */
export function ribbonOf(facts: CaseFacts, lines: readonly JudgedLine[], moments: Moments): Ribbon | null {
  const dated = momentsOf(moments);
  const rows = facts.people.flatMap((person) =>
    spansOf(person, lines).map((span, index): RibbonRow => {
      const marks = marksOf(span, dated);
      const { key, label, from, until, expected } = span;
      return {
        ...{ key, label, from, until, expected, marks, note: noteOf(span, marks, moments) },
        personName: nameOf(person, moments.today),
        firstOfPerson: index === 0,
        ...wordsOf(span, marks, dated, moments),
      };
    }),
  );
  if (rows.length === 0) return null;
  const { today, invitedOn, endsOn, plannedOn } = moments;
  return {
    rows,
    ...{ today, invitedOn, endsOn },
    judgedOn: dated.submission ?? null,
    planned: plannedOn !== null,
    landsOn: dated.landing ?? null,
    holdsThrough: holdsThroughOf(rows, today),
    firstBreak: firstBreakOf(rows, moments),
  };
}

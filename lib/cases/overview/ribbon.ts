/**
 * The validity ribbon: which dated document holds where it must. Pure. A document must hold at the invitation (tests,
 * credential assessments: the profile's claims) and on the day of submission (everything).
 */
import { ageOn, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { ecaLastDay, languageTestLastDay } from "@/lib/express-entry/timing/document-validity";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { CaseFacts, LanguageTestKind, PersonFacts } from "@/lib/express-entry/facts";
import type { LineOfChecklist, Ribbon, RibbonMark, RibbonRow, Urgency } from "./types";

const TEST_NAMES: Readonly<Record<LanguageTestKind, string>> = {
  ielts_general: "IELTS",
  celpip_general: "CELPIP",
  pte_core: "PTE Core",
  tef_canada: "TEF Canada",
  tcf_canada: "TCF Canada",
};

/** Checklist kinds that the facts already draw. */
const DRAWN_FROM_FACTS = ["passport", "language", "eca"];
/** Kinds whose end matters; the rest never goes stale. */
const DATED_KINDS = ["police", "medical", "photo", "funds"];

interface Moments {
  today: IsoDate;
  invitedOn: IsoDate | null;
  endsOn: IsoDate | null;
  plannedOn: IsoDate | null;
}

interface Span {
  key: string;
  label: string;
  from: IsoDate | null;
  until: IsoDate | null;
  expected: boolean;
  /** Must have held at the invitation. */
  atInvitation: boolean;
}

function judgedOn({ plannedOn, endsOn }: Moments): IsoDate | null {
  return plannedOn ?? endsOn;
}

function marksOf(span: Span, moments: Moments): RibbonMark[] {
  const at = (moment: IsoDate): RibbonMark => ({
    at: moment,
    state: span.expected ? "expected" : span.until !== null && span.until < moment ? "breaks" : "holds",
  });
  const marks: RibbonMark[] = [];
  if (span.atInvitation && !span.expected && moments.invitedOn !== null) marks.push(at(moments.invitedOn));
  const judged = judgedOn(moments);
  if (judged !== null) marks.push(at(judged));
  return marks;
}

/** An end this near after the judged day is worth a second look. */
const NEAR_DAYS = 90;

function wordsOf(span: Span, moments: Moments): { words: string; urgency: Urgency } {
  const judged = judgedOn(moments) ?? moments.today;
  if (span.expected) return { words: "Needs to come", urgency: "neutral" };
  if (span.until === null) return { words: "Holds, no end date", urgency: "neutral" };
  const end = plainDate(span.until);
  if (span.until < moments.today) return { words: `Ended ${end}`, urgency: "late" };
  if (span.until < judged) return { words: `Ends ${end}, too soon`, urgency: "late" };
  if (daysBetween(judged, span.until) <= NEAR_DAYS)
    return { words: `Holds to ${end}, watch`, urgency: "watch" };
  return { words: `Holds to ${end}`, urgency: "neutral" };
}

function newestTests(person: PersonFacts): Span[] {
  const kinds = [...new Set(person.languageTests.map((test) => test.kind))];
  return kinds.flatMap((kind) => {
    const test = person.languageTests
      .filter((one) => one.kind === kind)
      .reduce((newest, one) => (one.takenOn > newest.takenOn ? one : newest));
    return {
      key: test.id,
      label: `Language, ${TEST_NAMES[kind]}`,
      from: test.takenOn,
      until: languageTestLastDay(test),
      expected: false,
      atInvitation: person.role !== "child",
    };
  });
}

function spansOf(person: PersonFacts, lines: readonly LineOfChecklist[]): Span[] {
  const passport: Span[] = person.passport
    ? [
        {
          key: `passport-${person.id}`,
          label: "Passport",
          from: null,
          until: person.passport.expiresOn,
          expected: false,
          atInvitation: false,
        },
      ]
    : [];
  const assessments = person.credentials.flatMap((credential): Span[] =>
    credential.eca === null
      ? []
      : [
          {
            key: credential.id,
            label: `Credential (ECA), ${credential.eca.body}`,
            from: credential.eca.issuedOn,
            until: ecaLastDay(credential.eca.issuedOn),
            expected: false,
            atInvitation: true,
          },
        ],
  );
  const documents = lines
    .filter(
      (line) =>
        line.personId === person.id &&
        !line.noLongerNeeded &&
        line.state !== "waived" &&
        DATED_KINDS.includes(line.kind) &&
        !DRAWN_FROM_FACTS.includes(line.kind),
    )
    .map((line): Span => ({
      key: line.id,
      label: line.title,
      from: line.issuedOn,
      until: line.validUntil,
      expected: line.state !== "accepted",
      atInvitation: false,
    }));
  return [...passport, ...newestTests(person), ...assessments, ...documents];
}

function nameOf(person: PersonFacts, today: IsoDate): string {
  const name = person.givenName === "" ? person.familyName : person.givenName;
  const isChild = person.role === "child" && person.birthDate !== null;
  return isChild && person.birthDate !== null ? `${name}, ${ageOn(person.birthDate, today)}` : name;
}

/** `Nikhil: Language, IELTS ends 12 Dec 2026, before the planned submission`. */
function breakWords(row: RibbonRow, planned: boolean): string {
  const end = row.until === null ? "" : ` ends ${plainDate(row.until)}`;
  return `${row.personName}: ${row.label}${end}, before the ${planned ? "planned submission" : "last day"}`;
}

/** The ribbon of a case; null while there is nothing with a date to draw. */
export function ribbonOf(
  facts: CaseFacts,
  lines: readonly LineOfChecklist[],
  moments: Moments,
): Ribbon | null {
  const rows = facts.people
    .filter((person) => person.role === "principal" || person.accompanying)
    .flatMap((person) =>
      spansOf(person, lines).map((span, index): RibbonRow => ({
        key: span.key,
        personName: nameOf(person, moments.today),
        firstOfPerson: index === 0,
        label: span.label,
        from: span.from,
        until: span.until,
        expected: span.expected,
        marks: marksOf(span, moments),
        ...wordsOf(span, moments),
      })),
    );
  if (rows.length === 0) return null;
  const planned = moments.plannedOn !== null;
  const judged = judgedOn(moments);
  const broken = rows
    .filter((row) => row.marks.some((mark) => mark.at === judged && mark.state === "breaks"))
    .sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? -1 : 1));
  const [first] = broken;
  return {
    rows,
    today: moments.today,
    invitedOn: moments.invitedOn,
    endsOn: moments.endsOn,
    judgedOn: judged,
    planned,
    firstBreak: first ? breakWords(first, planned) : null,
  };
}

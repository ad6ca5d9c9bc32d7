/** The lives of a person's dated documents: from the review where they are accepted, else from the facts. Pure. */
import type { LanguageTest, LanguageTestKind, PersonFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { ecaLastDay, languageTestLastDay } from "@/lib/express-entry/timing/document-validity";
import type { JudgedLine, RibbonMoment } from "./types";

export interface Span {
  key: string;
  label: string;
  /** null: from before the axis. */
  from: IsoDate | null;
  until: IsoDate | null;
  /** Not here yet. */
  expected: boolean;
  needs: string;
  tooEarly: boolean;
  /** A status in Canada: no document of the application, but one should not run out of it. */
  bridge: boolean;
  holdsAt: readonly RibbonMoment[];
}

const TEST_NAMES: Readonly<Record<LanguageTestKind, string>> = {
  ielts_general: "IELTS",
  celpip_general: "CELPIP",
  pte_core: "PTE Core",
  tef_canada: "TEF Canada",
  tcf_canada: "TCF Canada",
};

/** When a document of a kind must hold, of those that the facts do not draw already; the rest never goes stale. */
const HOLDS_AT: Readonly<Record<string, readonly RibbonMoment[]>> = {
  police: ["submission"],
  medical: ["submission", "landing"],
  photo: ["submission"],
  funds: ["submission", "landing"],
  nomination: ["invitation", "submission"],
  certificate_of_qualification: ["submission"],
  job_offer: ["submission"],
};

const SOLID = { expected: false, needs: "", tooEarly: false, bridge: false } as const;

type Lines = readonly JudgedLine[];

/** The accepted line of a kind about something: what a reviewer read counts before what the facts say. */
function accepted(lines: Lines, kind: string, subject: string | null): JudgedLine | null {
  const found = lines.find(
    (line) =>
      line.kind === kind && line.subject === subject && line.state === "accepted" && !line.noLongerNeeded,
  );
  return found ?? null;
}

function passport(person: PersonFacts, lines: Lines): Span[] {
  const until = accepted(lines, "passport", null)?.lastDay ?? person.passport?.expiresOn ?? null;
  if (until === null) return [];
  const holdsAt = ["submission", "landing"] as const;
  return [{ ...SOLID, key: `passport-${person.id}`, label: "Passport", from: null, until, holdsAt }];
}

function isFrench({ kind }: LanguageTest): boolean {
  return kind === "tef_canada" || kind === "tcf_canada";
}

/** The newest test of each kind. */
function tests({ role, languageTests }: PersonFacts, lines: Lines): Span[] {
  const kinds = [...new Set(languageTests.map((test) => test.kind))];
  return kinds.flatMap((kind) => {
    const test = languageTests
      .filter((one) => one.kind === kind)
      .reduce((newest, one) => (one.takenOn > newest.takenOn ? one : newest));
    const sameLanguage = languageTests.filter((one) => isFrench(one) === isFrench(test));
    const line = accepted(lines, "language", isFrench(test) ? "fr" : "en");
    const isIt = line !== null && (line.issuedOn === test.takenOn || sameLanguage.length === 1);
    return {
      ...SOLID,
      key: test.id,
      label: `Language, ${TEST_NAMES[kind]}`,
      from: (isIt ? line.issuedOn : null) ?? test.takenOn,
      until: (isIt ? line.lastDay : null) ?? languageTestLastDay(test),
      holdsAt: role === "child" ? ["submission"] : ["invitation", "submission"],
    };
  });
}

function assessments({ credentials }: PersonFacts, lines: Lines): Span[] {
  return credentials.flatMap(({ id, eca }): Span[] => {
    if (eca === null) return [];
    const line = accepted(lines, "eca", id);
    return [
      {
        ...SOLID,
        key: id,
        label: `Credential (ECA), ${eca.body}`,
        from: line?.issuedOn ?? eca.issuedOn,
        until: line?.lastDay ?? ecaLastDay(eca.issuedOn),
        holdsAt: ["invitation", "submission"],
      },
    ];
  });
}

/** Short enough to stand before the bar: `Police, India`. */
function labelOf({ kind, title }: JudgedLine): string {
  return kind === "police" ? title.replace(/^Police certificate, /, "Police, ") : title;
}

function documents(lines: Lines): Span[] {
  return lines.flatMap((line): Span[] => {
    const holdsAt = HOLDS_AT[line.kind];
    if (holdsAt === undefined || line.noLongerNeeded || line.state === "waived") return [];
    const expected = line.state !== "accepted";
    return [
      {
        key: line.id,
        label: labelOf(line),
        from: line.issuedOn,
        until: line.lastDay,
        // What the facts tell of it already is as good as here; its paper still has to come.
        expected: expected && line.lastDay === null,
        needs: line.needs === "" ? "Needs to come" : line.needs,
        tooEarly: line.tooEarly,
        bridge: false,
        holdsAt,
      },
    ];
  });
}

function status({ id, statusInCanada, statusExpiresOn }: PersonFacts): Span[] {
  if (statusInCanada !== "worker" || statusExpiresOn === null) return [];
  const span = { key: `status-${id}`, label: "Work permit", from: null, until: statusExpiresOn };
  return [{ ...SOLID, ...span, bridge: true, holdsAt: [] }];
}

/** Of who does not come along only what is asked of them all the same: police certificates and exams. */
export function spansOf(person: PersonFacts, lines: Lines): Span[] {
  const own = lines.filter(({ personId }) => personId === person.id);
  if (person.role !== "principal" && !person.accompanying) return documents(own);
  return [
    ...passport(person, own),
    ...tests(person, own),
    ...assessments(person, own),
    ...documents(own),
    ...status(person),
  ];
}

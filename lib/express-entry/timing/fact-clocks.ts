/**
 * The clocks that run in the facts themselves: a language test, an assessment of a credential, a passport and a status
 * in Canada end on a day that follows from what was entered once. Rules reference 2 (tests, ECA) and 5, rows 1 to 3.
 */
import type { CaseFacts, Credential, LanguageTest, PersonFacts, StatusInCanada } from "../facts";
import { applicantsOn, principalOf, scoredPartnerOn } from "../family";
import { testName } from "../forecast/events";
import { convertScores } from "../language/levels";
import { addDays, type IsoDate } from "./calendar-date";
import { formulaOf } from "./clock-catalogue";
import { ecaLastDay, languageTestLastDay } from "./document-validity";
import { plainDate } from "./plain-date";

export type FactClockKind = "language_test" | "eca" | "passport" | "work_permit";

export interface FactClock {
  kind: FactClockKind;
  personId: string;
  /** Of the test, of the credential; else of the person. */
  sourceId: string;
  /** Day from which it is counted; null where the last day is printed on the paper. */
  startDate: IsoDate | null;
  /** Last day on which it counts. */
  dueOn: IsoDate;
  /** `IELTS of Neha ends`. */
  title: string;
  /** The formula in words. */
  rule: string;
}

/** Of several things that stand for each other, the one that lasts longest: the older ones may end unheeded. */
function longest<T>(things: readonly T[], lastDay: (thing: T) => IsoDate): T[] {
  const [first, ...rest] = things;
  if (first === undefined) return [];
  return [rest.reduce((best, next) => (lastDay(next) > lastDay(best) ? next : best), first)];
}

function endOf(thing: string, { givenName, familyName }: PersonFacts): string {
  return `${thing} of ${givenName || familyName} ends`;
}

function testClocks(person: PersonFacts): FactClock[] {
  const languageOf = ({ kind, scores, takenOn }: LanguageTest) => {
    const converted = convertScores(kind, scores, takenOn);
    return converted.ok ? converted.levels.language : null;
  };
  const inEach = (["en", "fr"] as const).flatMap((language) =>
    longest(
      person.languageTests.filter((test) => languageOf(test) === language),
      languageTestLastDay,
    ),
  );
  return inEach.map((test) => {
    const dueOn = languageTestLastDay(test);
    return {
      kind: "language_test",
      personId: person.id,
      sourceId: test.id,
      startDate: test.takenOn,
      dueOn,
      title: endOf(testName(test.kind), person),
      rule: formulaOf("language_test", "counted", { day: plainDate(addDays(dueOn, 1)) }),
    };
  });
}

interface Assessed extends Credential {
  eca: NonNullable<Credential["eca"]>;
}

function ecaClocks(person: PersonFacts): FactClock[] {
  const assessed = person.credentials.filter((one): one is Assessed => one.eca !== null);
  return longest(assessed, ({ eca }) => ecaLastDay(eca.issuedOn)).map(({ id, eca }) => {
    const dueOn = ecaLastDay(eca.issuedOn);
    return {
      kind: "eca",
      personId: person.id,
      sourceId: id,
      startDate: eca.issuedOn,
      dueOn,
      title: endOf(`ECA (${eca.body})`, person),
      rule: formulaOf("eca", "counted", { day: plainDate(addDays(dueOn, 1)) }),
    };
  });
}

function passportClocks(person: PersonFacts): FactClock[] {
  if (person.passport === null) return [];
  return [
    {
      kind: "passport",
      personId: person.id,
      sourceId: person.id,
      startDate: null,
      dueOn: person.passport.expiresOn,
      title: endOf("Passport", person),
      rule: formulaOf("passport", "printed"),
    },
  ];
}

const STATUS_PAPERS: Readonly<Partial<Record<StatusInCanada, string>>> = {
  worker: "Work permit",
  student: "Study permit",
  visitor: "Visitor status",
};

function statusClocks(person: PersonFacts): FactClock[] {
  const paper = person.statusInCanada === null ? undefined : STATUS_PAPERS[person.statusInCanada];
  if (paper === undefined || person.statusExpiresOn === null) return [];
  return [
    {
      kind: "work_permit",
      personId: person.id,
      sourceId: person.id,
      startDate: null,
      dueOn: person.statusExpiresOn,
      title: endOf(paper, person),
      rule: formulaOf("work_permit", "printed"),
    },
  ];
}

/**
 * Every clock of a family's facts as of a day. Tests and assessments: of the principal and of a partner who earns
 * points, the one that lasts longest of each language, and of the credentials. Passports and status: of everybody who
 * applies. A clock that has run out stays, until the fact is replaced.
 */
export function factClocks(facts: CaseFacts, on: IsoDate): FactClock[] {
  const partner = scoredPartnerOn(facts, on);
  const scored = [principalOf(facts), ...(partner ? [partner] : [])];
  return [
    ...scored.flatMap((person) => [...testClocks(person), ...ecaClocks(person)]),
    ...applicantsOn(facts, on).flatMap((person) => [...passportClocks(person), ...statusClocks(person)]),
  ];
}

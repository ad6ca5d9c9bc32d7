/** What happens by itself, date by date, as the facts and the tables foresee it: the possible causes of a change. */
import type { CaseFacts, LanguageTest, LanguageTestKind, PersonFacts } from "../facts";
import { languageTables } from "../data/language-tables";
import { ABILITIES, convertScores, lowestLevel } from "../language/levels";
import { isCitizenOrPermanentResident, principalOf } from "../family";
import { shippedTables } from "../rule-tables";
import { addDays, addYears, ageOn, maxDate, type IsoDate } from "../timing/calendar-date";
import { ecaLastDay, languageTestLastDay } from "../timing/document-validity";
import { plainDate } from "../timing/plain-date";
import { dateInZone, DEFAULT_ZONE } from "../timing/zone";
import { birthdayOf, DEPENDENT_UNDER } from "./change-dates";
import { makeEvent, type Concern, type ForecastEvent } from "./event";
import { tableEvents } from "./table-events";
import type { CauseKind, ForecastOptions } from "./types";

const TEST_NAMES: Record<LanguageTestKind, string> = {
  ielts_general: "IELTS",
  celpip_general: "CELPIP",
  pte_core: "PTE Core",
  tef_canada: "TEF Canada",
  tcf_canada: "TCF Canada",
};

/** `CELPIP`. */
export function testName(kind: LanguageTestKind): string {
  return TEST_NAMES[kind];
}

/** `the CELPIP`, `the spouse's CELPIP`. */
function the({ role }: PersonFacts, thing: string): string {
  return role === "spouse" ? `the spouse's ${thing}` : `the ${thing}`;
}

function bare({ role }: PersonFacts, thing: string): string {
  return role === "spouse" ? `spouse's ${thing}` : thing;
}

function ends(
  person: PersonFacts,
  kind: CauseKind,
  concern: Concern,
  thing: string,
  refId: string | null,
  lastDay: IsoDate,
): ForecastEvent {
  const name = bare(person, thing);
  return makeEvent(
    addDays(lastDay, 1),
    kind,
    concern,
    {
      label: `${name} ends`,
      noun: `the end of ${the(person, thing)}`,
      clause: `${the(person, thing)} ends`,
      marker: `${name} ends ${plainDate(lastDay)}`,
    },
    { personId: person.id, refId, lastDay },
  );
}

function starts(
  person: PersonFacts,
  kind: CauseKind,
  concern: Concern,
  thing: string,
  refId: string,
  on: IsoDate,
): ForecastEvent {
  const words = {
    label: bare(person, thing),
    noun: the(person, thing),
    clause: `${the(person, thing)} counts`,
  };
  return makeEvent(on, kind, concern, words, { personId: person.id, refId });
}

/** `CELPIP 10`, `French NCLC 7`; without a level where the abilities differ. */
function testWithLevel({ kind, scores, takenOn }: LanguageTest): string {
  const name = languageTables[kind].language === "fr" ? "French" : testName(kind);
  const converted = convertScores(kind, scores, takenOn);
  if (!converted.ok) return name;
  const levels = new Set(ABILITIES.map((ability) => converted.levels[ability]));
  if (levels.size > 1) return name;
  return `${name} ${name === "French" ? "NCLC " : ""}${lowestLevel(converted.levels)}`;
}

function testEvents(person: PersonFacts, test: LanguageTest): ForecastEvent[] {
  const concern = person.role === "spouse" ? "spouse" : languageTables[test.kind].language;
  const begins = maxDate(test.takenOn, test.resultOn ?? test.takenOn);
  return [
    starts(person, "test_starts", concern, testWithLevel(test), test.id, begins),
    ends(person, "test_expires", concern, testName(test.kind), test.id, languageTestLastDay(test)),
  ];
}

function educationEvents(person: PersonFacts): ForecastEvent[] {
  const concern = person.role === "spouse" ? "spouse" : "education";
  return person.credentials.flatMap(({ id, awardedOn, eca }) => [
    ...(awardedOn === null
      ? []
      : [starts(person, "credential_awarded", concern, "new credential", id, awardedOn)]),
    ...(eca === null
      ? []
      : [
          starts(person, "eca_starts", concern, "ECA", id, eca.issuedOn),
          ends(person, "eca_expires", concern, "ECA", id, ecaLastDay(eca.issuedOn)),
        ]),
  ]);
}

const PERMITS: Partial<Record<NonNullable<PersonFacts["statusInCanada"]>, string>> = {
  worker: "work permit",
  student: "study permit",
};

/** The end of the status itself moves nothing: the hours after it are missing, one day at a time. */
function statusEvents(person: PersonFacts): ForecastEvent[] {
  const { statusExpiresOn: lastDay, statusInCanada, jobs } = person;
  if (lastDay === null || isCitizenOrPermanentResident(person)) return [];
  const thing = (statusInCanada && PERMITS[statusInCanada]) ?? "status";
  const works = jobs.some(({ country, to }) => country === "CA" && (to === null || to > lastDay));
  const end = ends(person, "status_expires", "nothing", thing, null, lastDay);
  return [works ? { ...end, marker: `${end.marker}, work stops counting` } : end];
}

function birthdays(principal: PersonFacts, from: IsoDate, to: IsoDate): ForecastEvent[] {
  const { birthDate } = principal;
  if (birthDate === null) return [];
  const events: ForecastEvent[] = [];
  for (let age = ageOn(birthDate, from); age <= ageOn(birthDate, to); age += 1) {
    const words = { label: `turns ${age}`, noun: "a birthday", clause: `the birthday makes it ${age}` };
    events.push(makeEvent(birthdayOf(birthDate, age), "birthday", "age", words, { personId: principal.id }));
  }
  return events;
}

function childEvents(child: PersonFacts): ForecastEvent[] {
  if (child.birthDate === null || child.dependentByCondition) return [];
  const name = child.givenName;
  const label = `${name} turns ${DEPENDENT_UNDER}`;
  return [
    makeEvent(
      birthdayOf(child.birthDate, DEPENDENT_UNDER),
      "child_turns_22",
      "funds",
      { label, noun: `${name}'s birthday`, marker: `${label}, no longer a dependent child` },
      { personId: child.id },
    ),
  ];
}

function unionEvents(principal: PersonFacts): ForecastEvent[] {
  const { unionSince, maritalStatus } = principal;
  if (unionSince === null) return [];
  if (maritalStatus === "married") {
    const words = { label: "marriage", noun: "the marriage", clause: "they marry" };
    return [makeEvent(unionSince, "union", "spouse", words)];
  }
  if (maritalStatus !== "common_law") return [];
  const words = {
    label: "a year of living together",
    noun: "the first year together",
    clause: "the union counts",
    marker: "one year of living together: common-law partners",
  };
  return [makeEvent(addYears(unionSince, 1), "union", "spouse", words)];
}

function familyEvents(facts: CaseFacts): ForecastEvent[] {
  const principal = principalOf(facts);
  const { certificateOfQualification: certificate, nomination } = facts.family;
  const events: ForecastEvent[] = [];
  if (certificate) {
    const thing = "certificate of qualification";
    const { nocCode, issuedOn, expiresOn } = certificate;
    events.push(starts(principal, "certificate_starts", "certificate", thing, nocCode, issuedOn));
    if (expiresOn !== null) {
      events.push(ends(principal, "certificate_expires", "certificate", thing, nocCode, expiresOn));
    }
  }
  if (nomination?.acceptedOn) {
    const on = maxDate(nomination.acceptedOn, nomination.confirmedOn);
    events.push(
      starts(principal, "nomination_accepted", "nomination", "nomination", nomination.province, on),
    );
  }
  if (nomination?.expiresOn) {
    const { province, expiresOn } = nomination;
    events.push(ends(principal, "nomination_expires", "nomination", "nomination", province, expiresOn));
  }
  return events;
}

function profileEvents({ profile, zone = DEFAULT_ZONE }: ForecastOptions): ForecastEvent[] {
  if (!profile?.expiresAt) return [];
  const on = dateInZone(profile.expiresAt, zone);
  const words = {
    label: "profile ends",
    noun: "the end of the profile",
    clause: "the profile ends",
    marker: `profile ends ${plainDate(on)}, renew`,
  };
  return [makeEvent(on, "profile_expires", "nothing", words, { lastDay: on })];
}

/** Every event of the facts after `from` and up to `to`, in order. */
export function forecastEvents(
  facts: CaseFacts,
  from: IsoDate,
  to: IsoDate,
  options: ForecastOptions,
): ForecastEvent[] {
  const principal = principalOf(facts);
  const adults = facts.people.filter(({ role }) => role !== "child");
  const all = [
    ...(options.ageOn === undefined ? birthdays(principal, from, to) : []),
    ...adults.flatMap((person) => [
      ...person.languageTests.flatMap((test) => testEvents(person, test)),
      ...educationEvents(person),
      ...statusEvents(person),
    ]),
    ...facts.people.filter(({ role }) => role === "child").flatMap(childEvents),
    ...unionEvents(principal),
    ...familyEvents(facts),
    ...tableEvents(options.tables ?? shippedTables),
    ...profileEvents(options),
  ];
  return all
    .filter(({ on }) => from < on && on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

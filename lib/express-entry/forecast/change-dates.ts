/**
 * Every date on which an answer can change: no other date needs to be looked at. Kept complete by a property test
 * against the day-by-day answers.
 */
import type { CaseFacts, PersonFacts } from "../facts";
import { shippedTables, type RuleTables } from "../rule-tables";
import { addDays, addYears, dateOfDayNumber, dayNumber, type IsoDate } from "../timing/calendar-date";
import { ecaLastDay, languageTestLastDay } from "../timing/document-validity";
import type { FactsFrom } from "./standing";
import { workDates } from "./work-dates";

/** The age up to which a child is dependent (IRPR 2). */
export const DEPENDENT_UNDER = 22;

/** The day on which an age is reached: 29 February gives 1 March in other years, as `ageOn` counts. */
export function birthdayOf(birthDate: IsoDate, age: number): IsoDate {
  const day = addYears(birthDate, age);
  return day.slice(5) === birthDate.slice(5) ? day : addDays(day, 1);
}

/** The first day on which something no longer counts. */
function after(lastDay: IsoDate | null): IsoDate[] {
  return lastDay === null ? [] : [addDays(lastDay, 1)];
}

function known(...dates: (IsoDate | null | undefined)[]): IsoDate[] {
  return dates.filter((date): date is IsoDate => typeof date === "string");
}

function personDates(person: PersonFacts, from: IsoDate, to: IsoDate): IsoDate[] {
  const { birthDate, unionSince, languageTests, credentials } = person;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  const birthdays =
    birthDate === null
      ? []
      : Array.from({ length: years }, (_, index) =>
          birthdayOf(birthDate, Number(from.slice(0, 4)) - Number(birthDate.slice(0, 4)) + index),
        );
  return [
    ...birthdays,
    ...(unionSince === null ? [] : [unionSince, addYears(unionSince, 1)]),
    ...languageTests.flatMap((test) => [
      ...known(test.takenOn, test.resultOn),
      ...after(languageTestLastDay(test)),
    ]),
    ...credentials.flatMap(({ awardedOn, eca }) => [
      ...known(awardedOn, eca?.issuedOn),
      ...(eca === null ? [] : after(ecaLastDay(eca.issuedOn))),
    ]),
  ];
}

function familyDates({ family }: CaseFacts): IsoDate[] {
  const { certificateOfQualification: certificate, nomination } = family;
  return [
    ...known(certificate?.issuedOn, nomination?.confirmedOn, nomination?.acceptedOn),
    ...after(certificate?.expiresOn ?? null),
    ...after(nomination?.expiresOn ?? null),
  ];
}

function tableDates(tables: RuleTables): IsoDate[] {
  const versions = [
    ...tables.crs,
    ...tables.grids,
    ...tables.thresholds,
    ...tables.categories,
    ...tables.funds,
  ];
  const entries = tables.categories.flatMap(({ categories }) =>
    Object.values(categories).flatMap(({ effective_from }) => known(effective_from)),
  );
  return [
    ...versions.flatMap(({ effective_from, effective_to }) => [effective_from, ...after(effective_to)]),
    ...entries,
  ];
}

/** In order, after `from` and up to `to`. */
export function changeDates(
  timeline: readonly FactsFrom[],
  from: IsoDate,
  to: IsoDate,
  tables: RuleTables = shippedTables,
): IsoDate[] {
  const dates = new Set<IsoDate>(tableDates(tables));
  timeline.forEach(({ from: start, facts }, index) => {
    const first = index === 0 || start < from ? from : start;
    const next = timeline[index + 1]?.from;
    // Up to the eve of the next facts; a change on the eve itself needs the day before it, so one day more is kept.
    const last = next !== undefined && next < to ? next : to;
    if (first > last) return;
    dates.add(start);
    for (const date of familyDates(facts)) dates.add(date);
    for (const person of facts.people) {
      for (const date of personDates(person, from, to)) dates.add(date);
      if (person.role === "child" || dayNumber(first) === dayNumber(last)) continue;
      for (const day of workDates(person, first, last, tables)) dates.add(dateOfDayNumber(day));
    }
  });
  return [...dates].filter((date) => from < date && date <= to).sort();
}

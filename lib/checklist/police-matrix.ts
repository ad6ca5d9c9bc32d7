/** Police certificates, person by country: who needs one, who does not, and why not. Pure. */
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { policeCountries, type PoliceCountry } from "@/lib/express-entry/documents/residence";
import { ageOf, familyMembersOn, isCitizenOrPermanentResident } from "@/lib/express-entry/family";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { addYears, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { DerivedChecklist, PoliceCell, PoliceMatrix, RequirementRow } from "./types";

const ADULT = 18;

type Line = Pick<
  RequirementRow,
  "id" | "kind" | "personId" | "subject" | "state" | "noLongerNeeded" | "leadDays"
>;

function stayWords({ current, from, to }: PoliceCountry): string {
  if (from === null) return "Lives there now";
  if (current || to === null) return `Lives there since ${plainDate(from)}`;
  return `Lived there to ${plainDate(to)}`;
}

function notNeeded(person: PersonFacts, country: string, on: IsoDate): string {
  if (isCitizenOrPermanentResident(person)) return "Citizen or permanent resident";
  const age = ageOf(person, on);
  if (age !== null && age < ADULT) return `${age} years old`;
  const lived = person.addresses.some((address) => address.country === country);
  if (!lived) return "Never lived there";
  const first = person.birthDate === null ? null : addYears(person.birthDate, ADULT);
  const ended = person.addresses.filter((address) => address.country === country).map(({ to }) => to);
  const minor = first !== null && ended.every((to) => to !== null && to < first);
  return minor ? "Left before 18" : "Under six months in a row, or over ten years ago";
}

function cellOf(
  person: PersonFacts,
  country: string,
  lines: readonly Line[],
  derived: DerivedChecklist,
): PoliceCell {
  const { plannedOn: on } = derived;
  const line = lines.find((one) => one.personId === person.id && one.subject === country);
  const stay = policeCountries(person, on, derived).find((one) => one.country === country);
  if (line) return { requirementId: line.id, state: line.state, note: stay ? stayWords(stay) : "" };
  return { requirementId: null, state: null, note: notNeeded(person, country, on) };
}

/** Null where nobody needs one. Canada never has a column: its certificates are never asked for here. */
export function policeMatrix(
  derived: DerivedChecklist,
  lines: readonly Line[],
  countryName: (code: string) => string,
  describe: (person: PersonFacts) => { name: string; detail: string },
): PoliceMatrix | null {
  const police = lines.filter(({ kind, noLongerNeeded }) => kind === "police" && !noLongerNeeded);
  if (police.length === 0) return null;
  const { facts, plannedOn } = derived;
  const rules = documentRulesOn(plannedOn, derived);
  const codes = [...new Set(police.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
  const people = familyMembersOn(facts, plannedOn);
  return {
    since: addYears(plannedOn, -rules.history_years),
    countries: codes.map((code) => ({
      code,
      name: countryName(code),
      leadDays: police.find(({ subject }) => subject === code)?.leadDays ?? rules.lead_days.police,
    })),
    rows: people.map((person) => ({
      personId: person.id,
      ...describe(person),
      cells: codes.map((code) => cellOf(person, code, police, derived)),
    })),
    accepted: police.filter(({ state }) => state === "accepted" || state === "waived").length,
    total: police.length,
  };
}

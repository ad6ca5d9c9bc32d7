/** Police certificates, person by country: who needs one, how late it is issued, who needs none and why. Pure. */
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { policeNoteOf } from "@/lib/express-entry/documents/police-notes";
import { longestStayIn, policeCountries, type PoliceCountry } from "@/lib/express-entry/documents/residence";
import { ageOf, familyMembersOn, isCitizenOrPermanentResident } from "@/lib/express-entry/family";
import type { PersonFacts } from "@/lib/express-entry/facts";
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { MedianOf } from "./history/types";
import type { DerivedChecklist, PoliceCell, PoliceMatrix, RequirementRow } from "./types";

const ADULT = 18;

type Line = Pick<
  RequirementRow,
  "id" | "kind" | "personId" | "subject" | "state" | "noLongerNeeded" | "leadDays"
>;

function stayWords({ current, from, to }: PoliceCountry): string {
  if (from === null) return "Lives there now";
  if (current || to === null) return `Lives there since ${plainDate(from)}`;
  return `${plainDate(from)} – ${plainDate(to)}`;
}

/** The issue-date rule of one cell (5.2, P): of the country of today the age, of others the end of the last long stay. */
function issuedWords({ current, to }: PoliceCountry, derived: DerivedChecklist): string {
  if (!current && to !== null) return `Issued after ${plainDate(to)}`;
  const months = documentRulesOn(derived.plannedOn, derived).police_current_country_months;
  return `Issued from ${plainDate(addMonths(derived.plannedOn, -months))} on`;
}

/** `5 months 12 days in 2017`: both days of a stay count. */
function lengthWords({ from, to }: { from: IsoDate; to: IsoDate }): string {
  const end = addDays(to, 1);
  let months = 0;
  while (addMonths(from, months + 1) <= end) months += 1;
  const days = daysBetween(addMonths(from, months), end);
  const parts = [
    months === 0 ? null : `${months} ${months === 1 ? "month" : "months"}`,
    days === 0 ? null : `${days} ${days === 1 ? "day" : "days"}`,
  ].filter((part) => part !== null);
  const years =
    from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  return `${parts.join(" ")} in ${years}`;
}

function notNeeded(person: PersonFacts, country: string, derived: DerivedChecklist): string {
  const { plannedOn: on } = derived;
  if (isCitizenOrPermanentResident(person)) return "Citizen or permanent resident of Canada";
  const age = ageOf(person, on);
  if (age !== null && age < ADULT) return `${age} years old`;
  const stays = person.addresses.filter((address) => address.country === country);
  if (stays.length === 0) return "Never lived there";
  const adultFrom = person.birthDate === null ? null : addYears(person.birthDate, ADULT);
  const last = stays.every(({ to }) => to !== null)
    ? stays.flatMap(({ to }) => to ?? []).reduce((a, b) => (a > b ? a : b))
    : null;
  if (last !== null && person.birthDate !== null && adultFrom !== null && last < adultFrom)
    return `Left at ${ageOf(person, last) ?? 0}`;
  const longest = longestStayIn(person, country, on, derived);
  return longest === null ? "More than ten years ago" : `${lengthWords(longest)}, under six in a row`;
}

function cellOf(
  person: PersonFacts,
  country: string,
  lines: readonly Line[],
  derived: DerivedChecklist,
): PoliceCell {
  const line = lines.find((one) => one.personId === person.id && one.subject === country);
  const stay = policeCountries(person, derived.plannedOn, derived).find((one) => one.country === country);
  if (!line)
    return { requirementId: null, state: null, note: notNeeded(person, country, derived), issued: "" };
  return {
    requirementId: line.id,
    state: line.state,
    note: stay ? stayWords(stay) : "",
    issued: stay ? issuedWords(stay, derived) : "",
  };
}

function livedInCanada({ addresses }: PersonFacts): boolean {
  return addresses.some(({ country }) => country === "CA");
}

interface MatrixWords {
  countryName: (code: string) => string;
  describe: (person: PersonFacts) => { name: string; detail: string };
  /** What the firm's own police certificates took, by country. */
  measured: ReadonlyMap<string | null, MedianOf>;
}

/** Null where nobody needs one. Canada's column only says so: its certificates are never asked for here. */
export function policeMatrix(
  derived: DerivedChecklist,
  lines: readonly Line[],
  { countryName, describe, measured }: MatrixWords,
): PoliceMatrix | null {
  const police = lines.filter(({ kind, noLongerNeeded }) => kind === "police" && !noLongerNeeded);
  if (police.length === 0) return null;
  const { facts, plannedOn } = derived;
  const rules = documentRulesOn(plannedOn, derived);
  const codes = [...new Set(police.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
  const people = familyMembersOn(facts, plannedOn);
  return {
    since: addYears(plannedOn, -rules.history_years),
    countries: codes.map((code) => {
      const note = policeNoteOf(code);
      return {
        code,
        name: countryName(code),
        leadDays: police.find(({ subject }) => subject === code)?.leadDays ?? rules.lead_days.police,
        measured: measured.get(code) ?? null,
        requestLetter: note?.requestLetter ?? false,
        authority: note?.words ?? null,
      };
    }),
    rows: people.map((person) => ({
      personId: person.id,
      ...describe(person),
      cells: codes.map((code) => cellOf(person, code, police, derived)),
      canada: livedInCanada(person) ? "Never asked" : "Never lived there",
    })),
    accepted: police.filter(({ state }) => state === "accepted" || state === "waived").length,
    total: police.length,
  };
}

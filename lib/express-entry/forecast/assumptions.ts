/** What a forecast takes for granted, or could not know: a sentence each. */
import type { CaseFacts, PersonFacts } from "../facts";
import { isCitizenOrPermanentResident, principalOf } from "../family";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { dateInZone, DEFAULT_ZONE } from "../timing/zone";
import type { ForecastOptions } from "./types";

function openJobs({ jobs }: PersonFacts, from: IsoDate): PersonFacts["jobs"] {
  return jobs.filter((job) => job.from <= from && (job.to === null || job.to >= from));
}

function workAssumptions(person: PersonFacts, from: IsoDate): string[] {
  const open = openJobs(person, from);
  if (open.length === 0) return [];
  const whose = person.role === "spouse" ? "The spouse's present work" : "Present work";
  const goesOn = open.some(({ to }) => to === null);
  const inCanada = open.some(({ country, to }) => country === "CA" && to === null);
  const end = isCitizenOrPermanentResident(person) ? null : person.statusExpiresOn;
  if (inCanada && end !== null && end >= from) {
    return [`${whose} in Canada goes on and stops counting after ${plainDate(end)}, when status there ends.`];
  }
  if (inCanada && !isCitizenOrPermanentResident(person) && end === null) {
    return [
      `${whose} goes on; until when status in Canada lasts is not known, so work there keeps counting.`,
    ];
  }
  return goesOn ? [`${whose} goes on as it is.`] : [];
}

export function assumptionsOf(
  facts: CaseFacts,
  from: IsoDate,
  to: IsoDate,
  options: ForecastOptions,
): string[] {
  const principal = principalOf(facts);
  const { profile, zone = DEFAULT_ZONE } = options;
  const ends = profile?.expiresAt ? dateInZone(profile.expiresAt, zone) : null;
  return [
    ...facts.people.filter(({ role }) => role !== "child").flatMap((person) => workAssumptions(person, from)),
    ...(principal.birthDate === null ? ["The birth date is not known: no birthday is counted."] : []),
    ...(ends !== null && from <= ends && ends <= to
      ? [`The profile is renewed when it ends on ${plainDate(ends)}.`]
      : []),
  ];
}

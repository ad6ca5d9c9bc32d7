/** The ten-year history of a person as a drawing: what stands where, what is missing, what is there twice. Pure. */
import { historyGaps, historyStart } from "@/lib/express-entry/documents/residence";
import type { Credential, Job, PersonFacts } from "@/lib/express-entry/facts";
import { addDays, dayNumber, maxDate, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Bar, Finding, FindingKind, Lane, LaneKind, Place, TenYears } from "./types";

interface Entry {
  id: string;
  label: string;
  from: IsoDate;
  to: IsoDate | null;
}

interface Window {
  from: IsoDate;
  to: IsoDate;
}

/** In per cent, to a hundredth: a day is 0.03. */
const round = (value: number) => Math.round(value * 100) / 100;

/** Both days belong to a stretch, so one of a single day has the width of a day. */
function placeOf({ from, to }: { from: IsoDate; to: IsoDate | null }, window: Window): Place {
  const first = dayNumber(window.from);
  const days = dayNumber(window.to) + 1 - first;
  const start = dayNumber(maxDate(from, window.from)) - first;
  const end = dayNumber(minDate(to ?? window.to, window.to)) + 1 - first;
  return { left: round((start / days) * 100), width: round(((end - start) / days) * 100) };
}

function isInside({ from, to }: { from: IsoDate; to: IsoDate | null }, window: Window): boolean {
  return from <= window.to && (to === null || to >= window.from);
}

/** What a country is called on the screen. */
type CountryName = (country: string) => string;

function entriesOf(person: PersonFacts, countryName: CountryName): Record<LaneKind, Entry[]> {
  return {
    address: person.addresses.map(({ id, city, country, from, to }) => ({
      id,
      label: city ?? countryName(country),
      from,
      to,
    })),
    work: person.jobs.map(({ id, title, from, to }) => ({ id, label: title, from, to })),
    study: person.credentials.flatMap(({ id, institution, from, awardedOn }) =>
      from === null ? [] : [{ id, label: institution, from, to: awardedOn }],
    ),
  };
}

/** Each entry in the first row that is free on its first day. */
function laneOf(kind: LaneKind, entries: readonly Entry[], window: Window): Lane {
  const rowsEnd: IsoDate[] = [];
  const bars: Bar[] = [];
  const sorted = entries
    .filter((entry) => isInside(entry, window))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const entry of sorted) {
    const free = rowsEnd.findIndex((end) => end <= entry.from);
    const row = free === -1 ? rowsEnd.length : free;
    rowsEnd[row] = entry.to ?? window.to;
    bars.push({ ...entry, ...placeOf(entry, window), row });
  }
  return { kind, rows: Math.max(1, rowsEnd.length), bars };
}

/** The days that two entries share; null for none. */
function shared(a: Entry, b: Entry): { from: IsoDate; to: IsoDate | null } | null {
  const from = maxDate(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : minDate(a.to, b.to);
  return to !== null && to < from ? null : { from, to };
}

type Found = Omit<Finding, "mark" | keyof Place>;

function overlapsOf(
  kind: FindingKind,
  pairs: readonly (readonly [Entry, Entry])[],
  /** Days in common that are no overlap yet: a person who moves is at both addresses on the day. */
  spared: number,
): Found[] {
  return pairs.flatMap(([a, b]) => {
    const days = shared(a, b);
    if (!days || (days.to !== null && days.to < addDays(days.from, spared))) return [];
    return [{ kind, ...days, entries: [a, b].map(({ id, label }) => ({ id, label })) }];
  });
}

function pairsOf(entries: readonly Entry[]): (readonly [Entry, Entry])[] {
  return entries.flatMap((a, index) => entries.slice(index + 1).map((b) => [a, b] as const));
}

/** Hours of full-time study in Canada do not count as work there: a job beside it is named. */
function studyPairs(person: PersonFacts, lanes: Record<LaneKind, Entry[]>): (readonly [Entry, Entry])[] {
  const isJobHere = (job: Job) => job.country === "CA";
  const isStudyHere = (credential: Credential) =>
    credential.country === "CA" && credential.fullTime && !credential.distanceLearning;
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const jobs = idsOf(person.jobs.filter(isJobHere));
  const studies = idsOf(person.credentials.filter(isStudyHere));
  return lanes.work
    .filter(({ id }) => jobs.has(id))
    .flatMap((job) => lanes.study.filter(({ id }) => studies.has(id)).map((study) => [job, study] as const));
}

function gapsOf(person: PersonFacts, on: IsoDate): Found[] {
  return historyGaps(person, on).map(({ kind, from, to }) => ({
    kind: kind === "address" ? "no_address" : "no_activity",
    from,
    to,
    entries: [],
  }));
}

function yearsIn({ from, to }: Window): TenYears["years"] {
  const years = [];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) {
    years.push({ year, left: placeOf({ from: `${year}-01-01`, to }, { from, to }).left });
  }
  return years;
}

/**
 * The last ten years, or those since 18, up to a day; null for who is under 18 then. Gaps and overlaps are in the order
 * of their first day, with marks from 1.
 */
export function tenYears(person: PersonFacts, on: IsoDate, countryName: CountryName): TenYears | null {
  const window = { from: historyStart(person, on), to: on };
  if (window.from > on) return null;
  const entries = entriesOf(person, countryName);
  const found = [
    ...gapsOf(person, on),
    ...overlapsOf("two_addresses", pairsOf(entries.address), 1),
    ...overlapsOf("two_jobs", pairsOf(entries.work), 0),
    ...overlapsOf("work_during_study", studyPairs(person, entries), 0),
  ].filter((finding) => isInside(finding, window));
  const findings = found
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((finding, index) => ({ ...finding, mark: index + 1, ...placeOf(finding, window) }));
  return {
    personId: person.id,
    ...window,
    years: yearsIn(window),
    lanes: (["address", "work", "study"] as const).map((kind) => laneOf(kind, entries[kind], window)),
    findings,
  };
}

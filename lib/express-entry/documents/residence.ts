/** Where a person lived, for police certificates and the personal history (rules reference 5, 5.2). */
import type { Address, CountryCode, PersonFacts } from "../facts";
import { documentRulesOn, type TableOptions } from "../rule-tables";
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  maxDate,
  minDate,
  type IsoDate,
} from "../timing/calendar-date";

const ADULT = 18;

/** First day of the history: ten years back (5.2, P; section 5, M), and not before the 18th birthday. */
export function historyStart({ birthDate }: PersonFacts, on: IsoDate, options: TableOptions = {}): IsoDate {
  const start = addYears(on, -documentRulesOn(on, options).history_years);
  return birthDate === null ? start : maxDate(start, addYears(birthDate, ADULT));
}

export interface Stay {
  country: CountryCode;
  from: IsoDate;
  /** null: still there. */
  to: IsoDate | null;
}

/** Stays in one country, addresses that overlap or follow each other within a day joined. */
function staysIn(country: CountryCode, addresses: readonly Address[]): Stay[] {
  const sorted = addresses
    .filter((address) => address.country === country)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const stays: Stay[] = [];
  for (const { from, to } of sorted) {
    const last = stays.at(-1);
    if (last && (last.to === null || from <= addDays(last.to, 1))) {
      if (last.to !== null && (to === null || to > last.to)) last.to = to;
    } else {
      stays.push({ country, from, to });
    }
  }
  return stays;
}

/** Six months in a row, counted inside the last ten years and from the 18th birthday on (K for the clipping). */
function isLongStay(stay: Stay, start: IsoDate, on: IsoDate, options: TableOptions): boolean {
  const from = maxDate(start, stay.from);
  const to = stay.to === null || stay.to > on ? on : stay.to;
  return from <= to && addMonths(from, documentRulesOn(on, options).police_stay_months) <= addDays(to, 1);
}

export interface PoliceCountry {
  country: CountryCode;
  /** Lives there on the date: the certificate must then be at most six months old. */
  current: boolean;
  /** Start of the first and end of the last stay that counts; `to` null while living there. */
  from: IsoDate | null;
  to: IsoDate | null;
}

/**
 * The countries from which a person needs a police certificate for an application on `on` (5.2): six months or more
 * in a row in the last ten years, not before 18, never Canada. A person under 18, or a citizen of Canada or permanent
 * resident (asked by the caller), needs none. Where no addresses are entered the country of residence stands in.
 */
export function policeCountries(
  person: PersonFacts,
  on: IsoDate,
  options: TableOptions = {},
): PoliceCountry[] {
  if (person.birthDate !== null && ageOn(person.birthDate, on) < ADULT) return [];
  if (person.addresses.length === 0) {
    const { countryOfResidence: country } = person;
    return country === null || country === "CA" ? [] : [{ country, current: true, from: null, to: null }];
  }
  const start = historyStart(person, on, options);
  const countries = [...new Set(person.addresses.map(({ country }) => country))].filter(
    (country) => country !== "CA",
  );
  return countries.flatMap((country) => {
    const long = staysIn(country, person.addresses).filter((stay) => isLongStay(stay, start, on, options));
    const [first, last] = [long[0], long.at(-1)];
    if (!first || !last) return [];
    const current = last.to === null || last.to >= on;
    return [{ country, current, from: first.from, to: current ? null : last.to }];
  });
}

/** The longest time in a row in a country that counts for a certificate; null: none of it counts. */
export function longestStayIn(
  person: PersonFacts,
  country: CountryCode,
  on: IsoDate,
  options: TableOptions = {},
): { from: IsoDate; to: IsoDate } | null {
  const start = historyStart(person, on, options);
  const counted = staysIn(country, person.addresses).flatMap((stay) => {
    const [from, to] = [maxDate(start, stay.from), minDate(on, stay.to ?? on)];
    return from <= to ? [{ from, to }] : [];
  });
  const days = ({ from, to }: { from: IsoDate; to: IsoDate }) => daysBetween(from, to);
  return counted.reduce<(typeof counted)[number] | null>(
    (longest, stay) => (longest === null || days(stay) > days(longest) ? stay : longest),
    null,
  );
}

export interface HistoryGap {
  kind: "address" | "activity";
  /** First and last day without an entry. */
  from: IsoDate;
  to: IsoDate;
  days: number;
}

/**
 * The history is asked for without gaps (section 5, M), and by the form in months. So a gap is 30 days or more, or a
 * whole calendar month (which only a February makes shorter): the form would show it. Anything shorter disappears
 * between two months and needs no explanation. Both days of an entry count as covered (K).
 */
const HISTORY_GAP_DAYS = 30;

function holdsWholeMonth(from: IsoDate, next: IsoDate): boolean {
  const first = from.endsWith("-01") ? from : addMonths(`${from.slice(0, 7)}-01`, 1);
  return addMonths(first, 1) <= next;
}

function gapsIn(
  kind: HistoryGap["kind"],
  entries: readonly { from: IsoDate; to: IsoDate | null }[],
  start: IsoDate,
  on: IsoDate,
): HistoryGap[] {
  const gaps: HistoryGap[] = [];
  let covered = addDays(start, -1);
  const close = (next: IsoDate) => {
    const from = addDays(covered, 1);
    const days = daysBetween(from, next);
    if (days >= HISTORY_GAP_DAYS || (days > 0 && holdsWholeMonth(from, next)))
      gaps.push({ kind, from, to: addDays(next, -1), days });
  };
  for (const { from, to } of [...entries].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > on) break;
    close(from);
    covered = maxDate(covered, to ?? on);
  }
  close(addDays(on, 1));
  return gaps;
}

/**
 * Gaps of 30 days or more, or of a whole month, in the addresses and in the activities (jobs and studies) of the last ten years, or since
 * 18 (section 5, M). Nothing entered at all is one gap over the whole time.
 */
export function historyGaps(person: PersonFacts, on: IsoDate, options: TableOptions = {}): HistoryGap[] {
  const start = historyStart(person, on, options);
  if (start > on) return [];
  const studies = person.credentials.flatMap(({ from, awardedOn }) =>
    from === null ? [] : [{ from, to: awardedOn }],
  );
  return [
    ...gapsIn("address", person.addresses, start, on),
    ...gapsIn("activity", [...person.jobs, ...studies], start, on),
  ];
}

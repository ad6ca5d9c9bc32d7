/**
 * What dated facts must say to be believed, in plain words at the field. Faults stop a change; warnings are saved
 * with it and said. Pure: the day and the other facts are given.
 */
import type { Address, Credential, Job, LanguageTest, Province } from "@/lib/express-entry/facts";
import { scoreFaults } from "@/lib/express-entry/language/levels";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { AddressFields, CredentialFields, JobFields, LanguageTestFields } from "./schemas";
import type { FieldFaults } from "./types";

export const PROVINCE_LABELS: Readonly<Record<Province, string>> = {
  AB: "Alberta",
  BC: "British Columbia",
  MB: "Manitoba",
  NB: "New Brunswick",
  NL: "Newfoundland and Labrador",
  NS: "Nova Scotia",
  NT: "Northwest Territories",
  NU: "Nunavut",
  ON: "Ontario",
  PE: "Prince Edward Island",
  QC: "Quebec",
  SK: "Saskatchewan",
  YT: "Yukon",
};

const WEEK_HOURS = 168;
/** More than this is possible, and usually a slip. */
const UNUSUAL_HOURS = 80;

export interface FactContext {
  today: IsoDate;
  /** Of the person whose fact it is; null while it is not known. */
  birthDate: IsoDate | null;
}

interface Span {
  from: IsoDate;
  to: IsoDate | null;
}

function overlap(a: Span, b: Span): boolean {
  return a.from <= (b.to ?? "9999-12-31") && b.from <= (a.to ?? "9999-12-31");
}

/** First fault of each field, the fields without one left out. */
export function faultsOf(checks: readonly [field: string, faulty: boolean, message: string][]): FieldFaults {
  const faults: FieldFaults = {};
  for (const [field, faulty, message] of checks) if (faulty) faults[field] ??= message;
  return faults;
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** From and to of a stay, a job: in order, not before birth, not begun in the future. */
function spanChecks(
  { from, to }: Span,
  { today, birthDate }: FactContext,
  what: string,
): [string, boolean, string][] {
  const born = birthDate === null ? "" : plainDate(birthDate);
  return [
    [
      "fromDate",
      from > today,
      `${what} cannot start in the future: today is ${plainDate(today)}. Enter it once it has started.`,
    ],
    ["fromDate", birthDate !== null && from < birthDate, `${what} cannot start before the birth, ${born}.`],
    ["toDate", to !== null && to < from, `${what} cannot end before it starts, on ${plainDate(from)}.`],
  ];
}

export function addressFaults(address: AddressFields, context: FactContext): FieldFaults {
  return faultsOf(spanChecks({ from: address.fromDate, to: address.toDate }, context, "A stay"));
}

export function addressWarnings(address: AddressFields, others: readonly Address[]): string[] {
  const span = { from: address.fromDate, to: address.toDate };
  return others
    .filter((other) => overlap(span, other))
    .map(
      (other) =>
        `This address overlaps ${other.city ?? other.country}, from ${plainDate(other.from)}. ` +
        "Police certificates are asked for both.",
    );
}

export function jobFaults(job: JobFields, others: readonly Job[], context: FactContext): FieldFaults {
  const span = { from: job.fromDate, to: job.toDate };
  const twin = others.find(
    (other) =>
      sameWords(other.employer, job.employer) && sameWords(other.title, job.title) && overlap(other, span),
  );
  return faultsOf([
    ...spanChecks(span, context, "A job"),
    ["hoursPerWeek", job.hoursPerWeek <= 0, "A job has at least some hours a week."],
    ["hoursPerWeek", job.hoursPerWeek > WEEK_HOURS, `A week has ${WEEK_HOURS} hours.`],
    [
      "employer",
      twin !== undefined,
      `This job is in the file already, from ${twin ? plainDate(twin.from) : ""}. Change that one, or end it first.`,
    ],
  ]);
}

/** Full-time studies in Canada beside a job there that nobody said was done while studying. */
function studyWarnings(job: JobFields, credentials: readonly Credential[]): string[] {
  if (job.country !== "CA" || job.duringFullTimeStudy === true) return [];
  const span = { from: job.fromDate, to: job.toDate };
  return credentials
    .filter(({ country, fullTime, distanceLearning }) => country === "CA" && fullTime && !distanceLearning)
    .filter(({ from, awardedOn }) => from !== null && overlap({ from, to: awardedOn }, span))
    .map(
      ({ institution }) =>
        `This job overlaps the full-time studies at ${institution}: hours while studying do not count in Canada. ` +
        "Check the answer to “While studying”.",
    );
}

export function jobWarnings(
  job: JobFields,
  others: readonly Job[],
  today: IsoDate,
  credentials: readonly Credential[] = [],
): string[] {
  const span = { from: job.fromDate, to: job.toDate };
  const overlapping = others.filter((other) => overlap(other, span));
  const total = overlapping.reduce((sum, other) => sum + other.hoursPerWeek, job.hoursPerWeek);
  const names = overlapping.map((other) => other.title).join(", ");
  return [
    ...(overlapping.length === 0
      ? []
      : [`This job overlaps ${names}: ${total} hours a week together, of which 30 count.`]),
    ...studyWarnings(job, credentials),
    ...(job.hoursPerWeek > UNUSUAL_HOURS
      ? [`${job.hoursPerWeek} hours a week is unusual. Check it against the letter; 30 count.`]
      : []),
    ...(job.toDate !== null && job.toDate > today
      ? ["The job ends in the future: it counts up to the day of each calculation."]
      : []),
    ...(job.nocCode === null ? ["Without a NOC code the job does not count yet."] : []),
  ];
}

export function languageTestFaults(
  test: LanguageTestFields,
  others: readonly LanguageTest[],
  { today, birthDate }: FactContext,
): FieldFaults {
  const { kind, takenOn, resultOn, listening, reading, writing, speaking } = test;
  const twin = others.some((other) => other.kind === kind && other.takenOn === takenOn);
  const scores = scoreFaults(kind, { listening, reading, writing, speaking }, takenOn);
  return faultsOf([
    ["takenOn", takenOn > today, "A test cannot be taken in the future. Enter it with its result."],
    ["takenOn", birthDate !== null && takenOn < birthDate, "This is before the birth date."],
    ["takenOn", twin, "This test is in the file already. Change that one."],
    ["resultOn", resultOn !== null && resultOn < takenOn, "A result cannot come before the test."],
    ["resultOn", resultOn !== null && resultOn > today, "A result cannot come in the future."],
    ...scores.map(({ path, message }): [string, boolean, string] => [path, true, `${message}.`]),
  ]);
}

function ecaChecks(credential: CredentialFields, today: IsoDate): [string, boolean, string][] {
  const { ecaBody, ecaIssuedOn, ecaReference, awardedOn } = credential;
  const has = ecaBody !== null || ecaIssuedOn !== null || ecaReference !== null;
  const awarded = awardedOn === null ? "" : plainDate(awardedOn);
  return [
    ["ecaBody", has && ecaBody === null, "Say who made the assessment: WES, IQAS, CES…"],
    ["ecaIssuedOn", has && ecaIssuedOn === null, "Enter the date of the assessment report."],
    ["ecaIssuedOn", ecaIssuedOn !== null && ecaIssuedOn > today, "An assessment cannot be of the future."],
    [
      "ecaIssuedOn",
      ecaIssuedOn !== null && awardedOn !== null && ecaIssuedOn < awardedOn,
      `The assessment cannot be older than the credential, of ${awarded}.`,
    ],
  ];
}

export function credentialFaults(
  credential: CredentialFields,
  others: readonly Credential[],
  { today, birthDate }: FactContext,
): FieldFaults {
  const { fromDate, awardedOn, programMonths } = credential;
  const twin = others.some(
    (other) =>
      other.level === credential.level &&
      other.awardedOn === awardedOn &&
      sameWords(other.institution, credential.institution) &&
      sameWords(other.field ?? "", credential.field ?? ""),
  );
  return faultsOf([
    ["fromDate", fromDate !== null && fromDate > today, "Studies cannot start in the future."],
    [
      "fromDate",
      fromDate !== null && birthDate !== null && fromDate < birthDate,
      "This is before the birth date.",
    ],
    [
      "awardedOn",
      awardedOn !== null && awardedOn > today,
      "A credential cannot be awarded in the future. Leave it empty while the studies go on.",
    ],
    [
      "awardedOn",
      awardedOn !== null && fromDate !== null && awardedOn < fromDate,
      "A credential cannot be awarded before the studies start.",
    ],
    [
      "awardedOn",
      awardedOn !== null && birthDate !== null && awardedOn < birthDate,
      "This is before the birth date.",
    ],
    [
      "programMonths",
      programMonths !== null && (programMonths < 1 || programMonths > 180),
      "A program takes from 1 to 180 months.",
    ],
    ["institution", twin, "This credential is in the file already. Change that one."],
    ...ecaChecks(credential, today),
  ]);
}

export function credentialWarnings(credential: CredentialFields): string[] {
  const canadian = credential.country === "CA";
  return [
    ...(canadian && credential.ecaBody !== null ? ["A Canadian credential needs no assessment."] : []),
    ...(!canadian && credential.awardedOn !== null && credential.ecaBody === null
      ? ["Without an assessment (ECA) this credential earns no points yet."]
      : []),
    ...(credential.awardedOn === null ? ["Not completed: it does not count yet."] : []),
  ];
}

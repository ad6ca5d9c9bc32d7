/**
 * What dated facts must say to be believed, in plain words at the field. Faults stop a change; warnings are saved
 * with it and said. Pure: the day and the other facts are given.
 */
import type {
  Address,
  Credential,
  Job,
  LanguageTest,
  PersonRole,
  StatusInCanada,
} from "@/lib/express-entry/facts";
import { scoreFaults } from "@/lib/express-entry/language/levels";
import { ageOn, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { AddressFields, CredentialFields, JobFields, LanguageTestFields, PersonFields } from "./schemas";
import type { FieldFaults } from "./types";

/** Two-letter codes of the provinces and territories. */
export const PROVINCES = [
  "AB",
  "BC",
  "MB",
  "NB",
  "NL",
  "NS",
  "NT",
  "NU",
  "ON",
  "PE",
  "QC",
  "SK",
  "YT",
] as const;

export type Province = (typeof PROVINCES)[number];

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

/** Nobody is known to have been older than 122. */
const OLDEST = 120;
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
function faultsOf(checks: readonly [field: string, faulty: boolean, message: string][]): FieldFaults {
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

/** A status that holds until a day: citizens, permanent residents and people without a status have none. */
function endsSomeDay(status: StatusInCanada | null): boolean {
  return status !== null && status !== "none" && status !== "permanent_resident" && status !== "citizen";
}

/** What the form of a role does not ask: the principal always comes along, and a spouse's union is the principal's. */
const NOT_ASKED: Readonly<Record<PersonRole, readonly (keyof PersonFields)[]>> = {
  principal: ["accompanying", "dependentByCondition", "adoptedOrSharedCustody"],
  spouse: ["maritalStatus", "unionSince", "dependentByCondition", "adoptedOrSharedCustody"],
  child: ["unionSince", "earlierUnionEnded"],
};

/** What was typed, and for what the form of the role does not ask what is there already. */
export function askedFields(role: PersonRole, typed: PersonFields, current: PersonFields): PersonFields {
  const kept = NOT_ASKED[role].map((field) => [field, current[field]]);
  return { ...typed, ...Object.fromEntries(kept) };
}

export function personFaults(person: PersonFields, role: PersonRole, today: IsoDate): FieldFaults {
  const { birthDate, passportNumber, passportCountry, passportExpiresOn, unionSince } = person;
  const { statusInCanada, statusExpiresOn } = person;
  const inUnion = person.maritalStatus === "married" || person.maritalStatus === "common_law";
  const hasPassport = passportNumber !== null || passportCountry !== null || passportExpiresOn !== null;
  const whole = "A passport needs its number, its country and its expiry date.";
  return faultsOf([
    ["birthDate", birthDate !== null && birthDate > today, "A birth date cannot be in the future."],
    [
      "birthDate",
      birthDate !== null && ageOn(birthDate, today) > OLDEST,
      `This would make them ${birthDate === null ? "" : ageOn(birthDate, today)} years old. Check the year.`,
    ],
    [
      "statusExpiresOn",
      statusExpiresOn !== null && !endsSomeDay(statusInCanada),
      "Only a temporary status ends on a day. Choose the status, or leave this date empty.",
    ],
    [
      "statusExpiresOn",
      statusExpiresOn !== null && birthDate !== null && statusExpiresOn < birthDate,
      "This is before the birth date.",
    ],
    ["passportNumber", hasPassport && passportNumber === null, whole],
    ["passportCountry", hasPassport && passportCountry === null, whole],
    ["passportExpiresOn", hasPassport && passportExpiresOn === null, whole],
    ["unionSince", unionSince !== null && unionSince > today, "This date cannot be in the future."],
    [
      "unionSince",
      unionSince !== null && birthDate !== null && unionSince < birthDate,
      "This is before the birth date.",
    ],
    [
      "unionSince",
      role === "principal" && unionSince !== null && !inUnion,
      "Only a marriage or a common-law union has this date. Choose the status, or leave the date empty.",
    ],
  ]);
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

export function jobWarnings(job: JobFields, others: readonly Job[], today: IsoDate): string[] {
  const span = { from: job.fromDate, to: job.toDate };
  const overlapping = others.filter((other) => overlap(other, span));
  const total = overlapping.reduce((sum, other) => sum + other.hoursPerWeek, job.hoursPerWeek);
  const names = overlapping.map((other) => other.title).join(", ");
  return [
    ...(overlapping.length === 0
      ? []
      : [`This job overlaps ${names}: ${total} hours a week together, of which 30 count.`]),
    ...(job.hoursPerWeek > UNUSUAL_HOURS
      ? [`${job.hoursPerWeek} hours a week is unusual. Check it against the letter; 30 count.`]
      : []),
    ...(job.toDate !== null && job.toDate > today
      ? ["The job ends in the future: it counts up to the day of each calculation."]
      : []),
    ...(job.nocCode === null ? ["Without a NOC code the job does not count yet."] : []),
  ];
}

/** Two jobs at the same time: saved as they are, hours of both count up to 30 a week. */
export interface JobOverlap {
  titles: readonly [string, string];
  from: IsoDate;
  /** null: both go on. */
  to: IsoDate | null;
}

/** Every pair of jobs that were done at the same time, in the order of the jobs. */
export function overlappingJobs(jobs: readonly Job[]): JobOverlap[] {
  return jobs.flatMap((job, index) =>
    jobs
      .slice(index + 1)
      .filter((other) => overlap(job, other))
      .map((other) => ({
        titles: [job.title, other.title] as const,
        from: job.from > other.from ? job.from : other.from,
        to: job.to === null || (other.to !== null && other.to < job.to) ? other.to : job.to,
      })),
  );
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

/** Changes to one person: tests, credentials, ECAs, work and permits. */
import type { Credential, CountryCode, Job, LanguageTest, PersonFacts } from "../facts";
import { addDays, addMonths, maxDate, minDate, type IsoDate } from "../timing/calendar-date";
import { jobsWithinStatus } from "../work/within-status";
import type {
  CredentialChange,
  EcaChange,
  LanguageTestChange,
  PermitChange,
  TestResult,
  WorkChange,
} from "./changes";
import { scoresForLevels } from "./scores-for-levels";

/** Ids that no fact of the file has, the same for the same change. */
export function whatIfId(kind: string, on: IsoDate, detail: string): string {
  return `what-if ${kind} ${on} ${detail}`;
}

export function testScores(kind: LanguageTest["kind"], result: TestResult): LanguageTest["scores"] {
  return "scores" in result ? { ...result.scores } : scoresForLevels(kind, result.levels);
}

export function withTest(person: PersonFacts, { test, on, result }: LanguageTestChange): PersonFacts {
  const taken: LanguageTest = {
    id: whatIfId("test", on, test),
    kind: test,
    takenOn: on,
    resultOn: null,
    scores: testScores(test, result),
    reportNumber: null,
  };
  return { ...person, languageTests: [...person.languageTests, taken] };
}

/** The three parts of a job around full-time study in Canada; only what lies inside counts as work of a student. */
function aroundStudy(job: Job, from: IsoDate, to: IsoDate): Job[] {
  if (job.country !== "CA" || job.from > to || (job.to !== null && job.to < from)) return [job];
  const end = job.to;
  const during = { from: maxDate(job.from, from), to: end === null ? to : minDate(end, to) };
  return [
    ...(job.from < from ? [{ ...job, to: addDays(from, -1) }] : []),
    { ...job, ...during, id: `${job.id} during study ${from}`, duringFullTimeStudy: true },
    ...(end === null || end > to
      ? [{ ...job, id: `${job.id} after study ${from}`, from: addDays(to, 1) }]
      : []),
  ];
}

export function withCredential(person: PersonFacts, change: CredentialChange): PersonFacts {
  const { level, country, on, programMonths, fullTime, distanceLearning, studyFrom } = change;
  const earned: Credential = {
    id: whatIfId("credential", on, `${level} ${country}`),
    level,
    field: null,
    institution: "Planned",
    country,
    programMonths,
    from: studyFrom,
    awardedOn: on,
    fullTime,
    distanceLearning,
    eca: country === "CA" ? null : { body: "Planned", issuedOn: on, reference: null },
  };
  const stops = studyFrom !== null && studyFrom < on && fullTime && country === "CA";
  const jobs = stops
    ? person.jobs.flatMap((job) => aroundStudy(job, studyFrom, addDays(on, -1)))
    : person.jobs;
  return { ...person, jobs, credentials: [...person.credentials, earned] };
}

/** A report replaces the one before it. */
export function withEca(person: PersonFacts, { credentialId, on }: EcaChange): PersonFacts {
  const credentials = person.credentials.map((credential) => {
    const meant = credentialId === null ? credential.awardedOn !== null : credential.id === credentialId;
    if (!meant || credential.country === "CA") return credential;
    return { ...credential, eca: { body: credential.eca?.body ?? "Planned", issuedOn: on, reference: null } };
  });
  return { ...person, credentials };
}

function isOpen({ from, to }: Job, on: IsoDate): boolean {
  return from < on && (to === null || to >= on);
}

/** Jobs that are open on the date end on its eve; those that would begin later do not begin. */
export function withoutWorkFrom(person: PersonFacts, on: IsoDate): PersonFacts {
  const jobs = person.jobs
    .filter(({ from }) => from < on)
    .map((job) => (isOpen(job, on) ? { ...job, to: addDays(on, -1) } : job));
  return { ...person, jobs };
}

/** The job that a person has on a date, or had last. */
export function presentJob({ jobs }: PersonFacts, on: IsoDate): Job | null {
  const begun = jobs.filter(({ from }) => from <= on);
  const last = (job: Job) => job.to ?? "9999-12-31";
  return begun.reduce<Job | null>(
    (kept, job) => (kept === null || last(job) > last(kept) ? job : kept),
    null,
  );
}

/**
 * Status until a later day. Work between the end of the old status and the new one stays without: such jobs are
 * cut in two.
 */
export function withPermit(
  person: PersonFacts,
  { on, until }: Pick<PermitChange, "on" | "until">,
): PersonFacts {
  const end = person.statusExpiresOn;
  if (end === null) return person;
  if (until !== null && until <= end) return person;
  const statusInCanada = person.statusInCanada === "none" ? "worker" : person.statusInCanada;
  const renewed = { ...person, statusInCanada, statusExpiresOn: until };
  if (on <= addDays(end, 1)) return renewed;
  const before = jobsWithinStatus(person);
  const after = person.jobs
    .filter(({ country, to }) => country === "CA" && (to === null || to >= on))
    .map((job) => ({ ...job, id: `${job.id} from ${on}`, from: maxDate(job.from, on) }));
  return { ...renewed, jobs: [...before, ...after] };
}

function countryAbroad({ jobs, citizenship, countryOfResidence }: PersonFacts): CountryCode {
  const known = [jobs.findLast(({ country }) => country !== "CA")?.country, countryOfResidence, citizenship];
  return known.find((country) => country && country !== "CA") ?? "US";
}

export function withWork(person: PersonFacts, change: WorkChange): PersonFacts {
  const { place, on, months, nocCode, hoursPerWeek, permitUntil, leavesPresentWork } = change;
  const present = presentJob(person, on);
  const left = leavesPresentWork ? withoutWorkFrom(person, on) : person;
  const inCanada = place === "canada";
  const work: Job = {
    id: whatIfId("work", on, `${place} ${nocCode ?? ""}`),
    employer: "Planned",
    title: present?.title ?? "Planned work",
    nocCode: nocCode ?? present?.nocCode ?? null,
    country: inCanada ? "CA" : countryAbroad(person),
    city: null,
    hoursPerWeek,
    from: on,
    to: months === null ? null : addDays(addMonths(on, months), -1),
    paid: true,
    selfEmployed: false,
    authorized: inCanada ? true : null,
    duringFullTimeStudy: inCanada ? false : null,
  };
  const working = { ...left, jobs: [...left.jobs, work] };
  return inCanada && permitUntil !== null ? withPermit(working, { on, until: permitUntil }) : working;
}

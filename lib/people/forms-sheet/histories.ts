/** What the person has done: education, work, addresses, personal history, language tests (IMM 5669). Pure. */
import { historyGaps, historyStart, type HistoryGap } from "@/lib/express-entry/documents/residence";
import { EDUCATION_LABELS } from "@/lib/express-entry/education/credentials";
import type { Address, Credential, Job, LanguageTest, PersonFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { countryName } from "@/lib/format/countries";
import { capital, entry, fields, month, newestFirst, until, type Asked, type Dated } from "./entries";
import type { FormEntry, FormSection } from "./types";

const TESTS: Readonly<Record<LanguageTest["kind"], string>> = {
  ielts_general: "IELTS General Training",
  celpip_general: "CELPIP-General",
  pte_core: "PTE Core",
  tef_canada: "TEF Canada",
  tcf_canada: "TCF Canada",
};

function gapEntry({ kind, from, to, days }: HistoryGap, person: PersonFacts): FormEntry {
  const what = kind === "address" ? "address" : "job";
  return {
    key: `gap.${kind}.${from}`,
    gap: {
      words: kind === "address" ? "No address for these months" : "Nothing says what the person did",
      days,
    },
    fields: fields({ From: month(from), To: month(to) }),
    mend: { kind: "add", what, personId: person.id, days: { from, to } },
  };
}

function studyEntry(credential: Credential): Dated {
  const { id, from, awardedOn, field, institution, country, level, eca } = credential;
  return {
    from: from ?? awardedOn ?? "",
    entry: entry(
      id,
      {
        From: from && month(from),
        To: awardedOn === null ? "Not completed" : month(awardedOn),
        "Field of study": field,
        "School or institution": institution,
        Country: countryName(country),
        "Level of education": capital(EDUCATION_LABELS[level]),
        ...(eca === null
          ? {}
          : {
              "ECA issued by": eca.body,
              "ECA date": eca.issuedOn,
              "ECA reference number": eca.reference,
            }),
      },
      { kind: "edit", what: "credential", id },
    ),
  };
}

export function education({ person }: Asked): FormSection {
  return {
    id: "education",
    title: "Education history",
    asks: "Every program after elementary school, newest first",
    entries: newestFirst(person.credentials.map(studyEntry)),
    none: {
      words: "No education is entered.",
      mend: { kind: "add", what: "credential", personId: person.id },
    },
  };
}

function jobEntry(job: Job): Dated {
  return {
    from: job.from,
    entry: entry(
      job.id,
      {
        From: month(job.from),
        To: until(job.to),
        "Job title": job.title,
        "NOC code": job.nocCode,
        "Company or employer": job.employer,
        "City or town": job.city,
        Country: countryName(job.country),
        "Hours per week": String(job.hoursPerWeek),
      },
      { kind: "edit", what: "job", id: job.id },
    ),
  };
}

export function workHistory({ person }: Asked): FormSection {
  return {
    id: "work",
    title: "Work history",
    asks: "Every job, newest first",
    entries: newestFirst(person.jobs.map(jobEntry)),
    none: { words: "No job is entered.", mend: { kind: "add", what: "job", personId: person.id } },
  };
}

/** The gaps of one of the two histories, which the forms do not take. */
function gapsOf({ person, on, options }: Asked, kind: HistoryGap["kind"]): Dated[] {
  return historyGaps(person, on, options)
    .filter((gap) => gap.kind === kind)
    .map((gap) => ({ from: gap.from, entry: gapEntry(gap, person) }));
}

/** Touches the years that the form asks for. */
function isAsked(
  { person, on, options }: Asked,
  { from, to }: { from: IsoDate; to: IsoDate | null },
): boolean {
  return from <= on && (to === null || to >= historyStart(person, on, options));
}

function addressEntry(address: Address): Dated {
  const { id, city, country, from, to } = address;
  return {
    from,
    entry: entry(
      id,
      { From: month(from), To: until(to), "City or town": city, Country: countryName(country) },
      { kind: "edit", what: "address", id },
    ),
  };
}

export function addresses(asked: Asked): FormSection {
  const { person, on, options } = asked;
  const rows = person.addresses.filter((address) => isAsked(asked, address)).map(addressEntry);
  return {
    id: "addresses",
    title: "Addresses",
    asks: `Every address since ${month(historyStart(person, on, options))}, without gaps, newest first`,
    entries: newestFirst([...rows, ...gapsOf(asked, "address")]),
    none: {
      words: "The form does not ask a person of this age.",
      mend: null,
    },
  };
}

/** Work and study in one list: what the person did, month by month. */
function activityRows(asked: Asked): Dated[] {
  const { person } = asked;
  const jobs = person.jobs
    .filter((job) => isAsked(asked, job))
    .map(({ id, from, to, title, employer, city, country, selfEmployed }) => ({
      from,
      entry: entry(
        `activity.${id}`,
        {
          From: month(from),
          To: until(to),
          Activity: selfEmployed ? `Self-employed: ${title}` : title,
          "Company, school or place": employer,
          "City or town": city,
          Country: countryName(country),
        },
        { kind: "edit", what: "job", id },
      ),
    }));
  const studies = person.credentials.flatMap(({ id, from, awardedOn, field, institution, country }) =>
    from === null || !isAsked(asked, { from, to: awardedOn })
      ? []
      : [
          {
            from,
            entry: entry(
              `activity.${id}`,
              {
                From: month(from),
                To: until(awardedOn),
                Activity: field === null ? "Student" : `Student: ${field}`,
                "Company, school or place": institution,
                Country: countryName(country),
              },
              { kind: "edit", what: "credential", id },
            ),
          },
        ],
  );
  return [...jobs, ...studies];
}

export function activities(asked: Asked): FormSection {
  const { person, on, options } = asked;
  return {
    id: "activities",
    title: "Personal history",
    asks: `What the person did since ${month(historyStart(person, on, options))}, without gaps, newest first`,
    entries: newestFirst([...activityRows(asked), ...gapsOf(asked, "activity")]),
    none: { words: "The form does not ask a person of this age.", mend: null },
  };
}

export function languages({ person }: Asked): FormSection {
  return {
    id: "languages",
    title: "Languages",
    asks: "Official language tests, newest first",
    entries: newestFirst(
      person.languageTests.map(({ id, kind, takenOn, resultOn, reportNumber, scores }) => ({
        from: takenOn,
        entry: entry(
          id,
          {
            Test: TESTS[kind],
            "Date of the test": takenOn,
            "Date of the results": resultOn,
            "Report or certificate number": reportNumber,
            Speaking: String(scores.speaking),
            Listening: String(scores.listening),
            Reading: String(scores.reading),
            Writing: String(scores.writing),
          },
          { kind: "edit", what: "test", id },
        ),
      })),
    ),
    none: {
      words: "No language test is entered.",
      mend: { kind: "add", what: "test", personId: person.id },
    },
  };
}

import { describe, expect, test } from "vitest";
import type { Credential } from "@/lib/express-entry/facts";
import { canadian } from "@/lib/express-entry/testing/case-facts";
import {
  addressWarnings,
  addressFaults,
  credentialFaults,
  credentialWarnings,
  jobFaults,
  jobWarnings,
  languageTestFaults,
} from "./rules";
import { askedFields, personFaults } from "./person/rules";
import type { CredentialFields, JobFields, LanguageTestFields, PersonFields } from "./schemas";

const today = "2026-11-23";
const context = { today, birthDate: "1996-03-14" };
const id = "7a4f5a3e-6b0c-4c52-9c0e-2a8a8f8f0d11";

const person: PersonFields = {
  givenName: "Minh Anh",
  familyName: "Trần",
  birthDate: "1996-03-14",
  accompanying: true,
  statusInCanada: "worker",
  statusExpiresOn: null,
  countryOfResidence: "CA",
  citizenship: "VN",
  passportNumber: null,
  passportCountry: null,
  passportExpiresOn: null,
  maritalStatus: "single",
  unionSince: null,
  earlierUnionEnded: null,
  otherNames: null,
  dependentByCondition: false,
  adoptedOrSharedCustody: false,
};

const job: JobFields = {
  employer: "Halden Systems",
  title: "Software engineer",
  nocCode: "21231",
  country: "CA",
  city: "Toronto",
  hoursPerWeek: 37.5,
  fromDate: "2024-06-03",
  toDate: null,
  paid: true,
  selfEmployed: false,
  authorized: true,
  duringFullTimeStudy: false,
};
const savedJob = { ...job, id, from: job.fromDate, to: job.toDate };

const ielts: LanguageTestFields = {
  kind: "ielts_general",
  takenOn: "2025-10-18",
  resultOn: null,
  listening: 8,
  reading: 7.5,
  writing: 7,
  speaking: 7,
  reportNumber: null,
};

const degree: CredentialFields = {
  level: "bachelor_or_three_plus_year",
  field: "Computing",
  institution: "Pune University",
  country: "IN",
  programMonths: 36,
  fromDate: "2014-07-01",
  awardedOn: "2017-06-30",
  fullTime: true,
  distanceLearning: false,
  ecaBody: "WES",
  ecaIssuedOn: "2024-01-15",
  ecaReference: null,
};

describe("a person", () => {
  const faults = (change: Partial<PersonFields>) =>
    personFaults({ ...person, ...change }, "principal", today);

  test("as entered from a passport has no fault", () => {
    expect(
      faults({ passportNumber: "C1234567", passportCountry: "VN", passportExpiresOn: "2030-01-01" }),
    ).toEqual({});
  });
  test("is not born in the future", () => {
    expect(faults({ birthDate: "2026-11-24" }).birthDate).toBe("A birth date cannot be in the future.");
    expect(faults({ birthDate: today })).toEqual({});
  });
  test("is not 140 years old", () => {
    expect(faults({ birthDate: "1886-03-14" }).birthDate).toBe(
      "This would make them 140 years old. Check the year.",
    );
    expect(faults({ birthDate: "1906-11-23" })).toEqual({});
    expect(faults({ birthDate: "1905-11-23" }).birthDate).toMatch(/121 years old/);
  });
  test("has all of a passport or nothing of it", () => {
    expect(Object.keys(faults({ passportNumber: "C1234567" }))).toEqual([
      "passportCountry",
      "passportExpiresOn",
    ]);
  });
  test("is married since a day that was, to somebody", () => {
    expect(faults({ maritalStatus: "married", unionSince: "2027-01-01" }).unionSince).toMatch(/future/);
    expect(faults({ maritalStatus: "married", unionSince: "1990-01-01" }).unionSince).toMatch(
      /before the birth/,
    );
    expect(faults({ maritalStatus: "single", unionSince: "2020-01-01" }).unionSince).toMatch(
      /Choose the status/,
    );
  });
});

describe("the end of a status in Canada", () => {
  const faults = (change: Partial<PersonFields>) =>
    Object.keys(personFaults({ ...person, ...change }, "principal", today));

  test("belongs to a temporary status, past or to come", () => {
    expect(faults({ statusExpiresOn: "2027-07-11" })).toEqual([]);
    expect(faults({ statusExpiresOn: "2026-01-01" })).toEqual([]);
    for (const statusInCanada of ["citizen", "permanent_resident", "none", null] as const)
      expect(faults({ statusInCanada, statusExpiresOn: "2027-07-11" })).toEqual(["statusExpiresOn"]);
  });
});

describe("what a form does not ask", () => {
  const current: PersonFields = {
    ...person,
    accompanying: true,
    maritalStatus: "married",
    unionSince: "2020-01-01",
  };
  // A box that is not in the form sends nothing, and reads as not ticked.
  const typed: PersonFields = { ...person, accompanying: false, maritalStatus: null, otherNames: "Inès" };

  test("stays as it is: the principal comes along, a spouse keeps the union", () => {
    expect(askedFields("principal", typed, current)).toMatchObject({
      accompanying: true,
      maritalStatus: null,
    });
    expect(askedFields("spouse", typed, current)).toMatchObject({
      ...{ accompanying: false, maritalStatus: "married", unionSince: "2020-01-01", otherNames: "Inès" },
    });
  });
});

describe("a job", () => {
  const faults = (change: Partial<JobFields>, others = [] as (typeof savedJob)[]) =>
    jobFaults({ ...job, ...change }, others, context);

  test("does not end before it starts", () => {
    expect(faults({ toDate: "2024-06-02" })).toEqual({
      toDate: "A job cannot end before it starts, on 3 Jun 2024.",
    });
    expect(faults({ toDate: "2024-06-03" })).toEqual({});
  });
  test("does not start in the future, open or ended", () => {
    expect(faults({ fromDate: "2026-11-24" }).fromDate).toMatch(
      /cannot start in the future: today is 23 Nov 2026/,
    );
    expect(faults({ fromDate: "2026-11-24", toDate: "2027-01-01" }).fromDate).toMatch(/future/);
    expect(faults({ fromDate: today })).toEqual({});
  });
  test("does not start before birth", () => {
    expect(faults({ fromDate: "1996-03-13" }).fromDate).toMatch(/before the birth, 14 Mar 1996/);
  });
  test.each([0, -5, 168.5])("is not of %s hours a week", (hoursPerWeek) => {
    expect(Object.keys(faults({ hoursPerWeek }))).toEqual(["hoursPerWeek"]);
  });
  test("of 90 hours a week is saved with a warning, of 80 without", () => {
    expect(faults({ hoursPerWeek: 90 })).toEqual({});
    expect(jobWarnings({ ...job, hoursPerWeek: 90 }, [], today)[0]).toMatch(/90 hours a week is unusual/);
    expect(jobWarnings({ ...job, hoursPerWeek: 80 }, [], today)).toEqual([]);
  });
  test("is not entered twice", () => {
    expect(faults({ employer: "halden systems " }, [savedJob]).employer).toMatch(
      /in the file already, from 3 Jun 2024/,
    );
  });
  test("with the same employer a second time, after the first ended, is another job", () => {
    const ended = { ...savedJob, to: "2025-01-31" };
    expect(faults({ fromDate: "2025-03-01" }, [ended])).toEqual({});
  });
  test("that overlaps another is saved, with a warning of what counts", () => {
    const tutor = { ...savedJob, title: "Tutor", hoursPerWeek: 10, from: "2026-01-01" };
    expect(faults({}, [tutor])).toEqual({});
    expect(jobWarnings(job, [tutor], today)).toEqual([
      "This job overlaps Tutor: 47.5 hours a week together, of which 30 count.",
    ]);
  });
  test("in Canada beside full-time studies there is saved with a warning, unless it was said to be so", () => {
    const study = { ...canadian(), institution: "Seneca", from: "2023-09-01", awardedOn: "2024-06-03" };
    const warnings = (change: Partial<JobFields>, over: Partial<Credential> = {}) =>
      jobWarnings({ ...job, ...change }, [], today, [{ ...study, ...over }]);
    expect(warnings({})[0]).toMatch(/overlaps the full-time studies at Seneca/);
    expect(warnings({ duringFullTimeStudy: true })).toEqual([]);
    expect(warnings({ fromDate: "2024-06-04" })).toEqual([]);
    expect(warnings({}, { fullTime: false })).toEqual([]);
    expect(warnings({ country: "IN" })).toEqual([]);
  });
  test("without a code is said not to count yet", () => {
    expect(jobWarnings({ ...job, nocCode: null }, [], today)[0]).toMatch(/does not count yet/);
  });
});

describe("an address", () => {
  const address = { country: "IN", city: "Pune", fromDate: "2018-01-01", toDate: null };
  test("does not end before it starts", () => {
    expect(addressFaults({ ...address, toDate: "2017-12-31" }, context).toDate).toMatch(/cannot end before/);
  });
  test("that overlaps another is saved with a warning", () => {
    const other = { id, country: "CA", city: "Toronto", from: "2020-01-01", to: null };
    expect(addressWarnings(address, [other])[0]).toMatch(/overlaps Toronto, from 1 Jan 2020/);
  });
});

describe("a language test", () => {
  const faults = (
    change: Partial<LanguageTestFields>,
    others = [] as Parameters<typeof languageTestFaults>[1],
  ) => languageTestFaults({ ...ielts, ...change }, others, context);

  test("with scores it can give has no fault", () => expect(faults({})).toEqual({}));
  test("is not taken in the future", () => {
    expect(faults({ takenOn: "2026-11-24" }).takenOn).toMatch(/cannot be taken in the future/);
  });
  test("gives its result neither before the test nor in the future", () => {
    expect(faults({ resultOn: "2025-10-17" }).resultOn).toMatch(/before the test/);
    expect(faults({ resultOn: "2026-12-01" }).resultOn).toMatch(/future/);
  });
  test("gives only scores that exist", () => {
    expect(Object.keys(faults({ listening: 9.5, reading: 7.3 }))).toEqual(["listening", "reading"]);
    expect(
      Object.keys(faults({ kind: "celpip_general", listening: 13, reading: 9, writing: 9, speaking: 9 })),
    ).toEqual(["listening"]);
  });
  test("TEF Canada: the score out of 699 is the wrong column, and the form says which one is right", () => {
    const tef = faults({ kind: "tef_canada", listening: 500, reading: 250, writing: 380, speaking: 380 });
    expect(tef.listening).toMatch(/Équivalence ancien score.*enter the other column/);
    expect(Object.keys(tef)).toEqual(["listening"]);
  });
  test("PTE Core counts from 30 Jan 2024 only", () => {
    const pte = { kind: "pte_core", listening: 80, reading: 80, writing: 80, speaking: 80 } as const;
    expect(faults({ ...pte, takenOn: "2024-01-29" }).takenOn).toMatch(/30 Jan 2024/);
  });
  test("is not entered twice", () => {
    const { listening, reading, writing, speaking } = ielts;
    const saved = { ...ielts, id, scores: { listening, reading, writing, speaking } };
    expect(faults({}, [saved]).takenOn).toMatch(/already/);
  });
});

describe("a credential", () => {
  const faults = (change: Partial<CredentialFields>) =>
    credentialFaults({ ...degree, ...change }, [], context);

  test("with an assessment has no fault", () => expect(faults({})).toEqual({}));
  test("is not awarded in the future, nor before the studies", () => {
    expect(faults({ awardedOn: "2026-12-01", ecaBody: null, ecaIssuedOn: null }).awardedOn).toMatch(
      /Leave it empty/,
    );
    expect(faults({ awardedOn: "2014-06-30" }).awardedOn).toMatch(/before the studies start/);
  });
  test("is not assessed before it was awarded", () => {
    expect(faults({ ecaIssuedOn: "2017-06-29" }).ecaIssuedOn).toMatch(
      /older than the credential, of 30 Jun 2017/,
    );
    expect(faults({ ecaIssuedOn: "2017-06-30" })).toEqual({});
  });
  test("has all of an assessment or nothing of it", () => {
    expect(Object.keys(faults({ ecaIssuedOn: null }))).toEqual(["ecaIssuedOn"]);
    expect(Object.keys(faults({ ecaBody: null }))).toEqual(["ecaBody"]);
  });
  test("says what it is worth without an assessment, and that a Canadian one needs none", () => {
    expect(credentialWarnings({ ...degree, ecaBody: null, ecaIssuedOn: null })[0]).toMatch(/no points yet/);
    expect(credentialWarnings({ ...degree, country: "CA" })[0]).toMatch(/needs no assessment/);
  });
});

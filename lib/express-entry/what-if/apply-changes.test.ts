/** Each kind of change, with the score or verdict that it moves on its day and not before. */
import { describe, expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import { assessEligibility } from "../eligibility/assess";
import type { CaseFacts, PersonFacts } from "../facts";
import { abroad, couple, credential, job, single } from "../testing/case-facts";
import { sketchDegree, sketchJob, sketchPerson, TODAY, unknownPartner } from "../testing/forecast-cases";
import { addDays, type IsoDate } from "../timing/calendar-date";
import { applyChanges } from "./apply-changes";
import type { FactChange } from "./changes";
import { inAllFour } from "./scores-for-levels";

const ON: IsoDate = "2027-01-15";

function score(facts: CaseFacts, on: IsoDate, ...changes: FactChange[]): number {
  return assessCrs(applyChanges(facts, changes, on), on).score.total;
}

/** What the changes add on the eve of a date and on the date. */
function gain(facts: CaseFacts, on: IsoDate, ...changes: FactChange[]): [number, number] {
  const of = (date: IsoDate) => score(facts, date, ...changes) - score(facts, date);
  return [of(addDays(on, -1)), of(on)];
}

const celpip10: FactChange = {
  kind: "language_test",
  person: "principal",
  test: "celpip_general",
  on: ON,
  result: { levels: inAllFour(10) },
};

describe("tests", () => {
  test("a retest by levels, from its date", () => {
    expect(gain(sketchPerson(), ON, celpip10)).toEqual([0, 12]);
  });

  test("a retest by raw scores", () => {
    const scores = { reading: 8, writing: 7.5, listening: 8.5, speaking: 7.5 };
    const ielts: FactChange = { ...celpip10, test: "ielts_general", result: { scores } };
    expect(gain(sketchPerson(), ON, ielts)).toEqual([0, 12]);
  });

  test("a worse retest takes nothing: the better test counts while it lasts", () => {
    const worse: FactChange = { ...celpip10, result: { levels: inAllFour(7) } };
    expect(gain(sketchPerson(), ON, worse)).toEqual([0, 0]);
    // CELPIP 9 ended on 17 Oct 2027; CLB 7 instead of none is 4 x 17 + 13.
    expect(gain(sketchPerson(), "2027-10-18", worse)).toEqual([0, 68 + 13]);
  });

  test("French to NCLC 7: 50, and 3 points in each ability of the second language", () => {
    const french: FactChange = { ...celpip10, test: "tef_canada", result: { levels: inAllFour(7) } };
    expect(gain(sketchPerson(), ON, french)).toEqual([0, 62]);
  });

  test.each(["celpip_general", "ielts_general", "pte_core", "tef_canada", "tcf_canada"] as const)(
    "levels 4 to 10 of %s come back as they were given",
    (kind) => {
      for (const level of [4, 5, 6, 7, 8, 9, 10]) {
        const change: FactChange = { ...celpip10, test: kind, result: { levels: inAllFour(level) } };
        const { factors } = assessCrs(applyChanges(single({}), [change], ON), ON);
        const language = kind.startsWith("t") ? "fr" : "en";
        expect(factors.firstLanguage).toEqual({ language, ...inAllFour(level) });
      }
    },
  );
});

describe("education", () => {
  const second: FactChange = {
    kind: "credential",
    person: "principal",
    level: "one_year_post_secondary",
    country: "CA",
    on: ON,
    programMonths: 12,
    fullTime: false,
    distanceLearning: false,
    studyFrom: null,
  };

  test("a second credential: two or more; transferability stays at its cap", () => {
    expect(gain(sketchPerson(), ON, second)).toEqual([0, 8]);
  });

  test("a foreign one counts with the ECA of its date", () => {
    expect(gain(sketchPerson(), ON, { ...second, country: "FR" })).toEqual([0, 8]);
  });

  test("full-time study in Canada stops the work clock, and it goes on afterwards", () => {
    const facts = sketchPerson({ statusExpiresOn: null, jobs: [{ ...sketchJob, from: "2026-01-05" }] });
    const master: FactChange = {
      ...second,
      level: "master_or_entry_to_practice_professional",
      on: "2027-05-01",
      fullTime: true,
      studyFrom: "2026-09-01",
    };
    const years = (on: IsoDate, ...changes: FactChange[]) =>
      assessCrs(applyChanges(facts, changes, on), on).factors.canadianWorkYears;
    // Without study 364 days after 5 Jan 2026; with it 242 days later.
    expect([years("2027-01-03"), years("2027-01-04")]).toEqual([0, 1]);
    expect([years("2027-09-02", master), years("2027-09-03", master)]).toEqual([0, 1]);
    expect(years("2027-01-04", { ...master, studyFrom: null })).toBe(1);
  });

  test("a new ECA", () => {
    const lapsed = credential({ eca: { body: "WES", issuedOn: "2021-01-01", reference: null } });
    const never = credential({ eca: null });
    const eca: FactChange = { kind: "eca", person: "principal", credentialId: null, on: ON };
    for (const degree of [lapsed, never]) {
      const facts = sketchPerson({ credentials: [degree] });
      expect(gain(facts, ON, eca)).toEqual([0, 120 + 50]);
      expect(gain(facts, ON, { ...eca, credentialId: degree.id })).toEqual([0, 120 + 50]);
      expect(gain(facts, ON, { ...eca, credentialId: "another" })).toEqual([0, 0]);
    }
  });

  test("an ECA renewed before it lapses counts without a gap", () => {
    const degree = credential({ eca: { body: "WES", issuedOn: "2022-01-15", reference: null } });
    const facts = sketchPerson({ credentials: [degree] });
    const eca: FactChange = { kind: "eca", person: "principal", credentialId: degree.id, on: "2027-01-14" };
    const levels = ["2027-01-13", "2027-01-14", "2027-01-15"].map(
      (on) => assessCrs(applyChanges(facts, [eca], on), on).factors.education,
    );
    expect(new Set(levels).size).toBe(1);
  });
});

describe("work and permits", () => {
  const work: FactChange = {
    kind: "work",
    person: "principal",
    place: "abroad",
    nocCode: null,
    on: TODAY,
    months: 12,
    hoursPerWeek: 40,
    permitUntil: null,
    leavesPresentWork: true,
  };

  test("a year abroad in the present occupation: 50, while Canadian work stops", () => {
    const abroadDay = addDays(TODAY, 364);
    const facts = sketchPerson({ statusExpiresOn: null }, {});
    const before = assessCrs(facts, abroadDay).factors;
    const after = assessCrs(applyChanges(facts, [work], abroadDay), abroadDay).factors;
    expect([before.canadianWorkYears, before.foreignWorkYears]).toEqual([3, 0]);
    expect([after.canadianWorkYears, after.foreignWorkYears]).toEqual([2, 1]);
    const eve = applyChanges(facts, [work], addDays(abroadDay, -1));
    expect(assessCrs(eve, addDays(abroadDay, -1)).factors.foreignWorkYears).toBe(0);
  });

  test("six months are half a year", () => {
    const facts = applyChanges(sketchPerson(), [{ ...work, months: 6 }], TODAY);
    expect(facts.people[0]?.jobs.at(-1)).toMatchObject({ from: TODAY, to: "2027-05-22", nocCode: "21231" });
  });

  test("a permit lets the job go on counting", () => {
    const permit: FactChange = { kind: "permit", person: "principal", on: "2027-07-11", until: "2029-07-11" };
    const years = (on: IsoDate, ...changes: FactChange[]) =>
      assessCrs(applyChanges(sketchPerson(), changes, on), on).factors.canadianWorkYears;
    expect([years("2028-05-29"), years("2028-05-28", permit), years("2028-05-29", permit)]).toEqual([
      3, 3, 4,
    ]);
    // 100 days without status are missing.
    const late: FactChange = { ...permit, on: addDays("2027-07-12", 100) };
    expect([years(addDays("2028-05-29", 99), late), years(addDays("2028-05-29", 100), late)]).toEqual([3, 4]);
  });

  test("new work in Canada with its permit", () => {
    const facts = single({
      statusInCanada: "none",
      statusExpiresOn: null,
      jobs: [abroad(2, { nocCode: "21231" })],
    });
    const canada: FactChange = { ...work, place: "canada", permitUntil: "2029-01-01" };
    const day = addDays(TODAY, 364);
    const verdicts = [facts, applyChanges(facts, [canada], day)].map(
      (given) =>
        assessEligibility(given, day).programs.find(({ program }) => program === "CEC")?.criteria[0]?.verdict,
    );
    expect(verdicts).toEqual(["not_met", "met"]);
  });

  test("work that ends, and work that would have begun later", () => {
    const later = job({ from: "2027-03-01", to: null });
    const facts = sketchPerson({ jobs: [sketchJob, later] });
    const jobs = applyChanges(facts, [{ kind: "work_ends", person: "principal", on: ON }], ON).people[0]
      ?.jobs;
    expect(jobs?.map(({ id, to }) => [id, to])).toEqual([[sketchJob.id, "2027-01-14"]]);
  });
});

describe("the family", () => {
  test("a nomination accepted: 600 less what the cap takes, and PNP", () => {
    const nomination: FactChange = { kind: "nomination", province: "BC", on: ON };
    const facts = sketchPerson();
    expect(gain(facts, ON, nomination)).toEqual([0, 570]);
    const verdict = (on: IsoDate) =>
      assessEligibility(applyChanges(facts, [nomination], on), on).invitationClass;
    expect([verdict(addDays(ON, -1)), verdict(ON)]).toEqual(["CEC", "PNP"]);
  });

  test("the spouse comes along, or does not", () => {
    const [principal] = sketchPerson().people;
    const facts = couple({ ...principal, maritalStatus: "married", unionSince: "2020-01-01" }, {});
    const stays: FactChange = { kind: "spouse_accompanies", accompanying: false, on: ON };
    const column = (on: IsoDate) => assessCrs(applyChanges(facts, [stays], on), on).factors.withSpouse;
    expect([column(addDays(ON, -1)), column(ON)]).toEqual([true, false]);
    const back: FactChange = { ...stays, accompanying: true, on: "2027-02-01" };
    expect(assessCrs(applyChanges(facts, [back, stays], "2027-02-01"), "2027-02-01").factors.withSpouse).toBe(
      true,
    );
  });

  test("a marriage brings a partner with their facts; living together counts after a year", () => {
    const marriage: FactChange = {
      kind: "union",
      union: "married",
      on: ON,
      partner: {
        birthDate: null,
        accompanying: true,
        statusInCanada: "worker",
        education: { level: "bachelor_or_three_plus_year", country: "IN" },
        language: { test: "celpip_general", result: { levels: inAllFour(9) } },
        canadianWorkYears: 2,
      },
    };
    const spouse = (on: IsoDate, change: FactChange) =>
      assessCrs(applyChanges(sketchPerson(), [change], on), on).score.spouse;
    expect(spouse(addDays(ON, -1), marriage).total).toBe(0);
    expect(spouse(ON, marriage)).toEqual({ total: 35, education: 8, language: 20, canadianWork: 7 });
    const together: FactChange = { ...marriage, union: "common_law" };
    expect(spouse("2028-01-14", together).total).toBe(0);
    expect(spouse("2028-01-15", together).total).toBe(35);
  });

  test("the spouse's test and credential, of a spouse who came by a marriage as well", () => {
    const changes: FactChange[] = [
      { ...celpip10, person: "spouse", on: "2027-02-01" },
      { kind: "union", union: "married", on: ON, partner: unknownPartner },
    ];
    const spouse = (on: IsoDate) =>
      assessCrs(applyChanges(sketchPerson(), changes, on), on).score.spouse.language;
    expect([spouse(ON), spouse("2027-02-01")]).toEqual([0, 20]);
  });

  test("a sibling, a certificate, funds, an offer", () => {
    const facts = sketchPerson({}, { siblingInCanada: null, settlementFunds: null });
    expect(gain(facts, ON, { kind: "sibling", inCanada: true, on: ON })).toEqual([0, 15]);
    expect(gain(facts, ON, { kind: "certificate", nocCode: "72310", province: "AB", on: ON })).toEqual([
      0, 50,
    ]);
    const fsw = (on: IsoDate, change: FactChange) =>
      assessEligibility(applyChanges(facts, [change], on), on).verdicts.FSW;
    const funds: FactChange = { kind: "settlement_funds", cents: 1_526_300, on: ON };
    expect([fsw(addDays(ON, -1), funds), fsw(ON, funds)]).toEqual(["unknown", "eligible"]);
    expect(fsw(ON, { ...funds, cents: 1_526_299 })).toBe("not_eligible");
    const offer: FactChange = {
      kind: "job_offer",
      offer: { nocCode: "21231", arrangedEmployment: "lmia_permit_same_employer" },
      on: ON,
    };
    expect([fsw(addDays(ON, -1), offer), fsw(ON, offer)]).toEqual(["unknown", "eligible"]);
  });
});

test("the facts given are left alone, and nothing changed is nothing", () => {
  const facts = sketchPerson();
  const copy = structuredClone(facts);
  const changed = applyChanges(facts, [celpip10, { kind: "nomination", province: "ON", on: ON }], ON);
  expect(facts).toEqual(copy);
  expect(changed).not.toEqual(copy);
  expect(applyChanges(facts, [], ON)).toEqual(copy);
  const [principal]: PersonFacts[] = changed.people;
  expect(principal?.credentials).toEqual([sketchDegree]);
});

import { describe, expect, it } from "vitest";
import type { CaseFacts } from "@/lib/express-entry/facts";
import {
  abroad,
  credential,
  job,
  languageTest,
  ON,
  person,
  single,
} from "@/lib/express-entry/testing/case-facts";
import { composeSheet } from "./compose";
import { sheetHash } from "./hash";
import { sheetChanges } from "./rules";

const english = languageTest("celpip_general", [9, 8, 10, 7], { takenOn: "2025-09-30", reportNumber: "C77" });
const work = job({ from: "2024-06-03", to: null, employer: "Halden", title: "Engineer", city: "Toronto" });
const facts: CaseFacts = single({
  ...{ birthDate: "1996-03-14", citizenship: "IN", maritalStatus: "married", unionSince: "2020-02-02" },
  ...{ jobs: [work, abroad(1)], languageTests: [english], credentials: [credential({ fullTime: false })] },
});

const sheetOf = (of: CaseFacts, locale = "en") =>
  composeSheet({ facts: of, locale, on: ON, rulesetId: "CRS-2025-03-25" });

const textOf = (of: CaseFacts, locale?: string) =>
  sheetOf(of, locale)
    .groups.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines))
    .flatMap(({ label, values }) => values.map((value) => `${label}: ${value}`));

describe("the sheet a client reads", () => {
  it("says the facts in whole words", () => {
    expect(textOf(facts)).toEqual(
      expect.arrayContaining([
        "Born: 14 Mar 1996",
        "Citizen of: India",
        "Family status: Married, since 2 Feb 2020",
        "Every job: 3 Jun 2024 to now: Engineer, Halden, Toronto, Canada; 40 hours a week, job code (NOC) 21232",
        "Every test: 30 Sep 2025: CELPIP-General, English; listening 10, reading 9, writing 8, speaking 7; report C77",
      ]),
    );
  });

  it("says them in French too, countries, provinces, days and money with them", () => {
    const moved = { ...facts, family: { ...facts.family, intendedProvince: "BC" } };
    const text = textOf(moved, "fr");
    expect(text).toEqual(
      expect.arrayContaining([
        "Date de naissance: 14 mars 1996",
        "Citoyenneté: Inde",
        "Province où vous voulez vivre: Colombie-Britannique",
        "État matrimonial: Marié, depuis le 2 févr. 2020",
      ]),
    );
    expect(text.join("\n")).not.toMatch(/\b(?:Born|hours a week|Not asked|None)\b/);
  });

  it("leaves no fact of the family out: changing any of them changes the sheet", () => {
    const [principal] = facts.people;
    const spouse = person({ role: "spouse", jobs: [job()], languageTests: [english] });
    const child = person({ role: "child", adoptedOrSharedCustody: false });
    const household: CaseFacts = { people: [principal!, spouse, child], family: facts.family };
    const hash = sheetHash(sheetOf(household));
    const people = (change: (one: (typeof household.people)[number]) => object) => ({
      ...household,
      people: household.people.map((one) => ({ ...one, ...change(one) })),
    });
    const changed: CaseFacts[] = [
      people(() => ({ birthDate: "1990-01-01" })),
      people(() => ({ passport: { number: "Z1", country: "IN", expiresOn: "2030-01-01" } })),
      people(() => ({ earlierUnionEnded: true })),
      people(() => ({ otherNames: "A. Rao" })),
      people(() => ({ statusInCanada: "worker", statusExpiresOn: "2027-01-01" })),
      people(({ role }) => ({ accompanying: role === "principal" })),
      people(() => ({ adoptedOrSharedCustody: true })),
      people(({ jobs }) => ({ jobs: jobs.map((one) => ({ ...one, hoursPerWeek: 20 })) })),
      people(({ jobs }) => ({ jobs: jobs.map((one) => ({ ...one, authorized: false })) })),
      people(({ credentials }) => ({
        credentials: credentials.map((one) => ({ ...one, distanceLearning: true })),
      })),
      people(() => ({ addresses: [{ id: "a", country: "CA", city: null, from: "2020-01-01", to: null }] })),
      { ...household, family: { ...household.family, siblingInCanada: true } },
      { ...household, family: { ...household.family, settlementFunds: { cents: 1_000_000, asOf: ON } } },
    ];
    for (const other of changed) expect(sheetHash(sheetOf(other))).not.toBe(hash);
  });

  it("has the same hash whatever the order of its keys", () => {
    const sheet = sheetOf(facts);
    const turned = { groups: sheet.groups, rulesetId: sheet.rulesetId, on: sheet.on, locale: sheet.locale };
    expect(sheetHash(turned)).toBe(sheetHash(sheet));
    expect(sheetHash({ ...sheet, on: "2026-01-08" })).not.toBe(sheetHash(sheet));
  });
});

describe("what differs between two sheets", () => {
  it("is named line by line, with only the answers that differ", () => {
    const later: CaseFacts = {
      ...facts,
      people: facts.people.map((one) => ({
        ...one,
        jobs: one.jobs.map((kept) => (kept.id === work.id ? { ...kept, to: "2025-12-31" } : kept)),
      })),
    };
    const [change, ...rest] = sheetChanges(sheetOf(facts), sheetOf(later));
    expect(rest).toEqual([]);
    expect(change?.place).toBe("Asha Rao, you, Work, Every job");
    expect(change?.before).toEqual([expect.stringContaining("3 Jun 2024 to now")]);
    expect(change?.now).toEqual([expect.stringContaining("3 Jun 2024 to 31 Dec 2025")]);
  });

  it("is nothing between a sheet and itself, and all of a person who came", () => {
    expect(sheetChanges(sheetOf(facts), sheetOf(facts))).toEqual([]);
    const more = { ...facts, people: [...facts.people, person({ role: "child", givenName: "Ira" })] };
    const places = sheetChanges(sheetOf(facts), sheetOf(more)).map(({ place, before }) => [place, before]);
    expect(places).toContainEqual(["Ira Rao, child, Personal details, Born", []]);
  });
});

import { describe, expect, it } from "vitest";
import { addYears } from "@/lib/express-entry/timing/calendar-date";
import type { Address, CaseFacts } from "@/lib/express-entry/facts";
import {
  abroad,
  credential,
  job,
  languageTest,
  ON,
  person,
  single,
} from "@/lib/express-entry/testing/case-facts";
import { formSections, openPoints } from "./compose";
import type { FormSection } from "./types";

const address = (from: string, to: string | null, country = "IN"): Address => ({
  ...{ id: `address-${from}`, country, city: "Pune", from, to },
});

const representative = {
  ...{ name: "Priya Raman", licenceNumber: "R512345" },
  firm: { name: "New Jain", address: null, phone: null, email: "office@newjain.example" },
};

const TEN_YEARS_AGO = addYears(ON, -10);

const facts: CaseFacts = single({
  birthDate: "1990-02-03",
  passport: { number: "Z1234567", country: "IN", expiresOn: "2031-08-04" },
  addresses: [address("2010-01-01", "2020-03-31"), address("2020-08-01", null)],
  jobs: [job({ from: "2020-08-01", to: null }), abroad(1, { from: "2010-01-01", to: "2020-03-31" })],
  languageTests: [
    languageTest("celpip_general", [9, 8, 10, 7], { takenOn: "2025-09-30", reportNumber: "C77" }),
  ],
  credentials: [credential({ from: "2008-08-01", awardedOn: "2012-05-30" })],
});

const sheet = (of: CaseFacts, personId = of.people[0]?.id ?? "") =>
  formSections({ facts: of, personId, on: ON, representative });

const section = (sections: readonly FormSection[], id: string) => {
  const found = sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};

const valuesOf = ({ entries }: FormSection) =>
  entries.map(({ fields }) => Object.fromEntries(fields.map(({ label, value }) => [label, value])));

describe("the sheet for IRCC's forms", () => {
  it("has the sections in the order in which the application asks for them", () => {
    expect(sheet(facts).map(({ id }) => id)).toEqual([
      ...["personal", "passport", "family", "education", "work", "addresses", "activities"],
      ...["languages", "funds", "representative"],
    ]);
  });

  it("writes days as YYYY-MM-DD and histories by the month, newest first", () => {
    const sections = sheet(facts);
    expect(valuesOf(section(sections, "personal"))[0]).toMatchObject({ "Date of birth": "1990-02-03" });
    expect(valuesOf(section(sections, "passport"))).toEqual([
      { "Passport number": "Z1234567", "Country of issue": "India", "Expiry date": "2031-08-04" },
    ]);
    expect(valuesOf(section(sections, "languages"))[0]).toMatchObject({
      ...{ "Date of the test": "2025-09-30", "Report or certificate number": "C77" },
      ...{ Speaking: "7", Listening: "10", Reading: "9", Writing: "8" },
    });
    expect(valuesOf(section(sections, "work")).map(({ From, To }) => [From, To])).toEqual([
      ["2020-08", "Present"],
      ["2010-01", "2020-03"],
    ]);
  });

  it("shows a gap where the entry is missing, with where to fill it", () => {
    const { entries } = section(sheet(facts), "addresses");
    expect(entries.map(({ gap, fields }) => [gap !== null, fields[0]?.value])).toEqual([
      [false, "2020-08"],
      [true, "2020-04"],
      [false, "2010-01"],
    ]);
    const [, gap] = entries;
    expect(gap).toMatchObject({
      gap: { days: 122 },
      mend: { kind: "add", what: "address", days: { from: "2020-04-01", to: "2020-07-31" } },
    });
    expect(section(sheet(facts), "activities").entries.filter((entry) => entry.gap !== null)).toHaveLength(1);
  });

  it("puts work and study into one history, and closes a gap with either", () => {
    const studied: CaseFacts = single({
      ...facts.people[0],
      credentials: [credential({ from: "2020-04-01", awardedOn: "2020-07-31", field: "Statistics" })],
    });
    const { entries } = section(sheet(studied), "activities");
    expect(entries.every(({ gap }) => gap === null)).toBe(true);
    expect(valuesOf(section(sheet(studied), "activities")).map(({ Activity }) => Activity)).toContain(
      "Student: Statistics",
    );
  });

  it("leaves out what ended before the years that are asked for", () => {
    const before: CaseFacts = single({
      birthDate: "1980-01-01",
      addresses: [address("1990-01-01", "2001-01-01"), address(TEN_YEARS_AGO, null)],
    });
    expect(valuesOf(section(sheet(before), "addresses")).map(({ From }) => From)).toEqual([
      TEN_YEARS_AGO.slice(0, 7),
    ]);
  });

  it("counts what is still to be mended", () => {
    const { gaps, missing } = openPoints(sheet(facts));
    expect(gaps).toBe(2);
    expect(missing).toBeGreaterThan(0);
    const without = single({ ...facts.people[0], birthDate: null });
    expect(openPoints(sheet(without)).missing).toBe(missing + 1);
  });

  it("names the family for each of its members, and the funds and the representative once", () => {
    const spouse = person({ role: "spouse", givenName: "Arjun", birthDate: "1991-07-12" });
    const child = person({ role: "child", givenName: "Ira", birthDate: "2021-01-05" });
    const household: CaseFacts = { people: [...facts.people, spouse, child], family: facts.family };
    const own = sheet(household, spouse.id);
    expect(valuesOf(section(own, "family")).map((values) => values.Relationship)).toEqual([
      "Principal applicant",
      "Child",
    ]);
    expect(own.map(({ id }) => id)).not.toContain("representative");
    expect(sheet(household, child.id).map(({ id }) => id)).toEqual(["personal", "passport", "family"]);
    expect(() => sheet(household, "nobody")).toThrow(RangeError);
  });
});

/** Clocks of the facts (rules reference 2 and 5). */
import { describe, expect, test } from "vitest";
import { credential, languageTest, person, single } from "../testing/case-facts";
import { factClocks } from "./fact-clocks";

const ON = "2026-11-23";

const clocksOf = (facts: Parameters<typeof factClocks>[0], on = ON) =>
  factClocks(facts, on).map(({ kind, title, dueOn, startDate }) => ({ kind, title, dueOn, startDate }));

describe("a language test", () => {
  test("ends the day before it is two years old, counted from the sitting", () => {
    const facts = single({
      givenName: "Neha",
      languageTests: [languageTest("ielts_general", [8, 7, 7, 7], { takenOn: "2025-01-15" })],
    });
    expect(clocksOf(facts)).toEqual([
      { kind: "language_test", title: "IELTS of Neha ends", dueOn: "2027-01-14", startDate: "2025-01-15" },
    ]);
    expect(factClocks(facts, ON)[0]?.rule).toContain("not any more on 15 Jan 2027");
  });

  test("runs once for each language, for the test that lasts longest", () => {
    const languageTests = [
      languageTest("ielts_general", [8, 7, 7, 7], { takenOn: "2024-03-01" }),
      languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2026-03-01" }),
      languageTest("tef_canada", [300, 250, 350, 350], { takenOn: "2025-06-01" }),
    ];
    const dates = clocksOf(single({ languageTests })).map(({ title, dueOn }) => `${title} ${dueOn}`);
    expect(dates).toEqual([
      expect.stringMatching(/^CELPIP of .* ends 2028-02-29$/),
      expect.stringMatching(/^TEF Canada of .* ends 2027-05-31$/),
    ]);
  });

  test("that has ended still stands, until there is a newer one", () => {
    const old = languageTest("ielts_general", [8, 7, 7, 7], { takenOn: "2020-01-15" });
    expect(clocksOf(single({ languageTests: [old] })).map(({ dueOn }) => dueOn)).toEqual(["2022-01-14"]);
    const again = languageTest("ielts_general", [8, 7, 7, 7], { takenOn: "2026-01-15" });
    expect(clocksOf(single({ languageTests: [old, again] })).map(({ dueOn }) => dueOn)).toEqual([
      "2028-01-14",
    ]);
  });
});

describe("an educational credential assessment", () => {
  test("ends the day before it is five years old; of two, the later", () => {
    const credentials = [
      credential({ eca: { body: "WES", issuedOn: "2021-02-10", reference: null } }),
      credential({ eca: { body: "ICAS", issuedOn: "2024-02-29", reference: null } }),
    ];
    expect(clocksOf(single({ credentials }))).toMatchObject([
      { kind: "eca", title: expect.stringContaining("ECA (ICAS)"), dueOn: "2029-02-27" },
    ]);
  });
});

describe("passports and permits", () => {
  const passport = (expiresOn: string) => ({ number: "Z1", country: "IN", expiresOn });

  test("run for everybody who applies, and not for a member who stays or is Canadian", () => {
    const facts = single({
      passport: passport("2027-05-01"),
      statusInCanada: "worker",
      statusExpiresOn: "2027-02-01",
    });
    const child = { role: "child", birthDate: "2020-01-01" } as const;
    facts.people.push(
      person({ id: "coming", givenName: "Asha", ...child, passport: passport("2026-12-31") }),
      person({ id: "staying", ...child, accompanying: false, passport: passport("2026-12-31") }),
      person({ id: "canadian", ...child, statusInCanada: "citizen", passport: passport("2026-12-31") }),
    );
    expect(clocksOf(facts).map(({ title, dueOn }) => `${title.split(" of ")[0]} ${dueOn}`)).toEqual([
      "Passport 2027-05-01",
      "Work permit 2027-02-01",
      "Passport 2026-12-31",
    ]);
  });

  test("of a student are called by their name", () => {
    const facts = single({ statusInCanada: "student", statusExpiresOn: "2027-02-01" });
    expect(clocksOf(facts)).toMatchObject([
      { kind: "work_permit", title: expect.stringMatching(/^Study permit of/) },
    ]);
  });

  test("do not run without a date", () => {
    expect(clocksOf(single({ statusInCanada: "worker", statusExpiresOn: null, passport: null }))).toEqual([]);
    expect(clocksOf(single({ statusInCanada: "permanent_resident", statusExpiresOn: "2027-02-01" }))).toEqual(
      [],
    );
  });
});

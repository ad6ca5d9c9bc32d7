/** Every kind of cause on its day and not on its eve. */
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../facts";
import {
  abroad,
  canadian,
  couple,
  credential,
  job,
  languageTest,
  person,
  single,
} from "../testing/case-facts";
import { around, found, only } from "../testing/forecast-answers";
import { sketchDegree, sketchPerson, sketchTest, TODAY } from "../testing/forecast-cases";
import { addDays, addYears } from "../timing/calendar-date";
import { forecast } from "./forecast";

describe("each cause on its day", () => {
  test("birthday of 29 February: 1 March in other years", () => {
    const facts = sketchPerson({ birthDate: "1996-02-29" });
    expect(found(forecast(facts, TODAY), "birthday").map(({ on }) => on)).toEqual([
      "2027-03-01",
      "2028-02-29",
    ]);
    expect(around(facts, "2027-03-01")).toEqual([482, 476]);
  });

  test("a year of foreign work", () => {
    const facts = sketchPerson({ jobs: [abroad(1, { from: "2026-01-05", to: null })] });
    const on = "2027-01-04";
    expect(only(forecast(facts, TODAY, { months: 6 }), "foreign_work_year")).toMatchObject({
      on,
      label: "first year of foreign work",
      points: 25,
    });
    const [before, after] = around(facts, on);
    expect(after - before).toBe(25);
  });

  test("old work leaves the ten years", () => {
    // Exactly one year, all of it inside the ten years up to and including 10 January 2027.
    const old = job({ from: "2017-01-10", to: "2018-01-08" });
    const facts = sketchPerson({ jobs: [old] });
    const cause = only(forecast(facts, TODAY), "work_leaves_window");
    expect(cause).toMatchObject({ on: "2027-01-11", label: "Canadian work leaves the ten years" });
    const [before, after] = around(facts, "2027-01-11");
    expect([cause?.points, before - after]).toEqual([-(40 + 13), 40 + 13]);
  });

  test("the three years of CEC move on: no longer eligible, no points lost", () => {
    // 364 days, a year to the hour: the first of them is out of the window on 2 January 2027.
    const facts = sketchPerson({ jobs: [job({ from: "2024-01-01", to: "2024-12-29" })] });
    const result = forecast(facts, TODAY);
    expect(only(result, "program_window")).toMatchObject({
      on: "2027-01-02",
      points: 0,
      label: "work too old for CEC",
    });
    const change = result.changes.find(({ on }) => on === "2027-01-02");
    expect(change?.programs).toMatchObject([{ program: "CEC", before: "eligible", after: "not_eligible" }]);
    expect(change?.points).toBe(0);
  });

  test("the year that CEC asks for is the first year of Canadian work, and opens the pool", () => {
    const facts = sketchPerson({
      jobs: [job({ nocCode: "21231", from: "2026-06-01", to: null })],
      statusExpiresOn: null,
    });
    const result = forecast(facts, TODAY);
    expect(result.entersPool).toBe("2027-05-31");
    expect(found(result, "program_work_reached")).toEqual([]);
    expect(found(result, "canadian_work_year")[0]).toMatchObject({
      on: "2027-05-31",
      cause: { points: 40 + 13 },
    });
    expect(result.summary).toContain("a year of work opens CEC (+53)");
  });

  test("FST: the two years in the trade are reached, then leave the five", () => {
    const certificateOfQualification = {
      nocCode: "72310",
      province: "AB",
      issuedOn: "2024-01-01",
      expiresOn: null,
    };
    const half = { nocCode: "72310", country: "IN", hoursPerWeek: 15 };
    const facts = single(
      {
        languageTests: [languageTest("celpip_general", [6, 6, 6, 6], { takenOn: TODAY })],
        jobs: [job({ ...half, from: addDays(TODAY, -1400), to: addDays(TODAY, 100) })],
      },
      { certificateOfQualification },
    );
    const result = forecast(facts, TODAY);
    // 4 x 364 days of 15 h are two years; 1,456 days after the first.
    expect(only(result, "program_work_reached")).toMatchObject({
      on: addDays(TODAY, 56),
      label: "year of work for FST",
    });
    expect(only(result, "program_window")?.label).toBe("work too old for FST");
  });

  test("a category is reached and left", () => {
    const half = job({
      nocCode: "31301",
      from: addDays(TODAY, -140),
      to: addDays(TODAY, 300),
      hoursPerWeek: 40,
    });
    const facts = sketchPerson({ jobs: [half], statusExpiresOn: null });
    const reached = only(forecast(facts, TODAY), "category_work_reached");
    expect(reached).toMatchObject({
      on: addDays(TODAY, 364 - 140),
      points: 0,
      label: "work for health care rounds reached",
    });
    const old = job({
      nocCode: "31301",
      country: "IN",
      from: addYears(TODAY, -3),
      to: addDays(addYears(TODAY, -2), 40),
    });
    const left = only(forecast(sketchPerson({ jobs: [old] }), TODAY), "category_window");
    expect(left?.label).toBe("work too old for health care rounds");
  });

  test("a test whose result comes", () => {
    const better = languageTest("celpip_general", [10, 10, 10, 10], {
      takenOn: "2026-12-20",
      resultOn: "2027-01-04",
    });
    const facts = sketchPerson({ languageTests: [sketchTest, better] });
    expect(only(forecast(facts, TODAY), "test_starts")).toMatchObject({
      on: "2027-01-04",
      points: 12,
      label: "CELPIP 10",
    });
  });

  test("of two tests the one that ends without effect is only marked", () => {
    const newer = languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2026-11-01" });
    const result = forecast(sketchPerson({ languageTests: [sketchTest, newer] }), TODAY);
    expect(found(result, "test_expires").map(({ on }) => on)).toEqual(["2028-11-01"]);
    expect(result.markers.map(({ text }) => text)).toContain("CELPIP ends 17 Oct 2027");
  });

  test("an ECA", () => {
    const degree = credential({
      awardedOn: "2018-06-01",
      eca: { body: "WES", issuedOn: "2022-01-15", reference: null },
    });
    const facts = sketchPerson({ credentials: [degree] });
    const result = forecast(facts, TODAY);
    const [before, after] = around(facts, "2027-01-15");
    expect(only(result, "eca_expires")).toEqual({
      on: "2027-01-15",
      lastDay: "2027-01-14",
      label: "ECA ends",
      points: after - before,
    });
    expect(before - after).toBe(120 + 50);
  });

  test("a credential that is awarded, and an ECA that is issued", () => {
    const master = canadian({
      level: "master_or_entry_to_practice_professional",
      awardedOn: "2027-05-01",
      programMonths: 16,
    });
    const result = forecast(sketchPerson({ credentials: [sketchDegree, master] }), TODAY);
    expect(only(result, "credential_awarded")).toMatchObject({
      on: "2027-05-01",
      points: 15,
      label: "new credential",
    });
    const foreign = credential({
      awardedOn: "2018-06-01",
      eca: { body: "WES", issuedOn: "2027-02-01", reference: null },
    });
    expect(only(forecast(sketchPerson({ credentials: [foreign] }), TODAY), "eca_starts")?.on).toBe(
      "2027-02-01",
    );
  });

  test("a nomination accepted, and its end", () => {
    const nomination = {
      province: "ON",
      enhanced: true,
      confirmedOn: "2026-12-01",
      acceptedOn: "2026-12-10",
      certificateNumber: null,
      expiresOn: "2027-06-30",
    };
    const result = forecast(sketchPerson({}, { nomination }), TODAY);
    expect(only(result, "nomination_accepted")).toMatchObject({ on: "2026-12-10", points: 570 });
    expect(only(result, "nomination_expires")).toMatchObject({
      on: "2027-07-01",
      lastDay: "2027-06-30",
      points: -570,
    });
    const accepted = result.changes.find(({ on }) => on === "2026-12-10");
    expect(accepted?.invitationClass).toEqual({ before: "CEC", after: "PNP" });
  });

  test("a certificate of qualification that ends", () => {
    const certificateOfQualification = {
      nocCode: "72310",
      province: "AB",
      issuedOn: "2024-01-01",
      expiresOn: "2027-02-28",
    };
    const result = forecast(sketchPerson({}, { certificateOfQualification }), TODAY);
    expect(only(result, "certificate_expires")).toMatchObject({ on: "2027-03-01", points: -50 });
  });

  test("a child turns 22: fewer funds are asked for", () => {
    const parent = sketchPerson().people[0];
    if (!parent) throw new Error("no principal");
    const child = person({ role: "child", givenName: "Linh", birthDate: "2005-05-20", maritalStatus: null });
    const facts = (cents: number): CaseFacts => ({
      people: [parent, child],
      family: { ...sketchPerson().family, settlementFunds: { cents, asOf: TODAY } },
    });
    // Enough for one, not for two.
    const result = forecast(facts(1_700_000), TODAY);
    expect(only(result, "child_turns_22")).toMatchObject({
      on: "2027-05-20",
      points: 0,
      label: "Linh turns 22",
    });
    const open = forecast(facts(9_000_000), TODAY);
    expect(open.markers.map(({ on, text }) => `${on} ${text}`)).toContain(
      "2027-05-20 Linh turns 22, no longer a dependent child",
    );
  });

  test("a common-law union counts after a year, a marriage at once", () => {
    const [principal] = sketchPerson().people;
    const union = (maritalStatus: "married" | "common_law") =>
      couple({ ...principal, maritalStatus, unionSince: "2026-12-24" }, { birthDate: null, maritalStatus });
    // Without points of the spouse: 105 − 100 and so on, section by section.
    expect(only(forecast(union("married"), TODAY), "union")?.on).toBe("2026-12-24");
    expect(only(forecast(union("common_law"), TODAY, { months: 20 }), "union")?.on).toBe("2027-12-24");
  });

  test("the spouse's test and year of work", () => {
    const [principal] = sketchPerson().people;
    const spouse = {
      languageTests: [languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2025-03-01" })],
      jobs: [job({ from: "2026-06-01", to: null })],
    };
    const facts = couple({ ...principal, maritalStatus: "married", unionSince: "2020-01-01" }, spouse);
    const result = forecast(facts, TODAY, { months: 9 });
    expect(found(result, "test_expires")).toMatchObject([
      { on: "2027-03-01", cause: { label: "spouse's CELPIP ends", points: -20 } },
    ]);
    const work = found(result, "canadian_work_year").filter(({ cause }) => cause.label.startsWith("spouse"));
    expect(work).toMatchObject([
      { on: "2027-05-31", cause: { label: "spouse's first year of Canadian work", points: 5 } },
    ]);
  });
});

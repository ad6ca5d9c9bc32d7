/** Police certificates and gaps in the history (rules reference 5, 5.2). */
import { describe, expect, test } from "vitest";
import type { Address, CaseFacts, PersonFacts } from "../facts";
import { couple, person, single } from "../testing/case-facts";
import type { Program } from "../eligibility/criterion";
import { requiredDocuments } from "./requirements";
import { historyGaps, policeCountries } from "./residence";

const ON = "2026-01-07";
const SUBMIT = "2026-02-20";
const NAMES: Record<string, string> = { IN: "India", AE: "United Arab Emirates", CA: "Canada" };

function checklist(facts: CaseFacts, invitationClass: Program = "CEC", plannedSubmission = SUBMIT) {
  const context = { on: ON, invitationClass, plannedSubmission, hasRepresentative: true as const };
  return requiredDocuments(facts, context, (code) => NAMES[code] ?? code);
}
const address = (country: string, from: string, to: string | null): Address => ({
  id: `${country}${from}`,
  country,
  city: null,
  from,
  to,
});
const child = (overrides: Partial<PersonFacts> = {}) =>
  person({ role: "child", birthDate: "2018-03-01", ...overrides });
const withPeople = (facts: CaseFacts, ...people: PersonFacts[]) => ({
  ...facts,
  people: [...facts.people, ...people],
});

describe("police certificates", () => {
  const countries = (addresses: Address[], overrides: Partial<PersonFacts> = {}, on = SUBMIT) =>
    policeCountries(person({ birthDate: "1990-05-01", addresses, ...overrides }), on);

  test("six months in a row, to the day", () => {
    expect(countries([address("IN", "2020-01-01", "2020-06-30")])).toHaveLength(1);
    expect(countries([address("IN", "2020-01-01", "2020-06-29")])).toHaveLength(0);
  });

  test("addresses in one country that follow each other are one stay; a break makes two", () => {
    expect(
      countries([address("IN", "2020-01-01", "2020-03-31"), address("IN", "2020-04-01", "2020-06-30")]),
    ).toEqual([{ country: "IN", current: false, from: "2020-01-01", to: "2020-06-30" }]);
    const apart = [address("IN", "2020-01-01", "2020-04-30"), address("IN", "2020-06-01", "2020-09-30")];
    expect(countries(apart)).toEqual([]);
  });

  test("only the last ten years count", () => {
    expect(countries([address("IN", "2010-01-01", "2016-08-19")])).toHaveLength(1);
    expect(countries([address("IN", "2010-01-01", "2016-08-18")])).toHaveLength(0);
  });

  test("only the time from the 18th birthday counts", () => {
    const young = { birthDate: "2004-01-01" };
    expect(countries([address("IN", "2004-01-01", "2022-06-30")], young)).toHaveLength(1);
    expect(countries([address("IN", "2004-01-01", "2022-06-29")], young)).toHaveLength(0);
  });

  test("never Canada; the country of today is current", () => {
    const stays = [address("IN", "2018-01-01", "2022-01-31"), address("CA", "2022-02-01", null)];
    expect(countries(stays)).toEqual([
      { country: "IN", current: false, from: "2018-01-01", to: "2022-01-31" },
    ]);
    expect(countries([address("IN", "2018-01-01", null)])).toMatchObject([{ current: true, to: null }]);
  });

  test("without addresses the country of residence stands in", () => {
    expect(countries([], { countryOfResidence: "IN" })).toMatchObject([{ country: "IN", current: true }]);
    expect(countries([], { countryOfResidence: "CA" })).toEqual([]);
  });

  test("the item names country, years, and how late it must be issued", () => {
    const facts = single({
      id: "p1",
      addresses: [
        address("IN", "2010-01-01", "2017-12-31"),
        address("AE", "2018-01-01", "2022-01-31"),
        address("IN", "2022-02-01", null),
      ],
    });
    const police = checklist(facts).filter(({ kind }) => kind === "police");
    expect(police.map(({ key, title, reason, validity }) => [key, title, reason, validity.rule])).toEqual([
      ["police:p1:IN", "Police certificate, India", "Lives there since 2010", "police_current_country"],
      [
        "police:p1:AE",
        "Police certificate, United Arab Emirates",
        "Lived there 2018–2022",
        "police_after_last_stay",
      ],
    ]);
    expect(police[1]?.acceptancePoints[0]).toBe("Issued after 31 Jan 2022, when the last stay ended");
    expect(police[0]?.acceptancePoints.join()).toContain("Passport Seva");
  });

  test("every adult of the family, coming along or not; no minors, citizens or residents of Canada", () => {
    const who = (spouse: Partial<PersonFacts>, ...children: PersonFacts[]) =>
      checklist(withPeople(couple({ id: "p" }, { id: "s", ...spouse }), ...children))
        .filter(({ kind }) => kind === "police")
        .map(({ personId }) => personId);
    expect(who({ accompanying: false })).toEqual(["p", "s"]);
    expect(who({ statusInCanada: "citizen" })).toEqual(["p"]);
    expect(who({ statusInCanada: "permanent_resident" })).toEqual(["p"]);
    expect(who({}, child({ id: "c", birthDate: "2008-02-20" }))).toEqual(["p", "s", "c"]);
    expect(who({}, child({ id: "c", birthDate: "2008-02-21" }))).toEqual(["p", "s"]);
  });
});

describe("a gap in the history", () => {
  /** Two addresses with nothing between the last day of the first and the first day of the second. */
  const gapsBetween = (last: string, first: string) =>
    historyGaps(
      person({
        birthDate: "1990-05-01",
        addresses: [address("IN", "2010-01-01", last), address("CA", first, null)],
      }),
      ON,
    )
      .filter(({ kind }) => kind === "address")
      .map(({ from, to, days }) => ({ from, to, days }));

  test.each([
    ["30 May", "2024-05-30", "1 Jul", "2024-07-01", 31],
    ["31 May", "2024-05-31", "1 Jul", "2024-07-01", 30],
    ["10 May", "2024-05-10", "10 Jun", "2024-06-10", 30],
  ])("from %s to %s is one: 30 days or more", (_last, last, _first, first, days) => {
    expect(gapsBetween(last, first)).toMatchObject([{ days }]);
  });

  test("of 29 days inside two months is none: the form, which asks for months, does not show it", () => {
    expect(gapsBetween("2024-05-10", "2024-06-09")).toEqual([]);
    expect(gapsBetween("2024-05-31", "2024-06-30")).toEqual([]);
  });

  test("of a whole February is one, of a February but for a day none", () => {
    expect(gapsBetween("2025-01-31", "2025-03-01")).toEqual([
      { from: "2025-02-01", to: "2025-02-28", days: 28 },
    ]);
    expect(gapsBetween("2024-01-31", "2024-03-01")).toMatchObject([{ days: 29 }]);
    expect(gapsBetween("2025-02-01", "2025-03-01")).toEqual([]);
    expect(gapsBetween("2025-01-31", "2025-02-28")).toEqual([]);
  });

  test("is none where one entry ends and the next begins on the day after, or on the same day", () => {
    expect(gapsBetween("2024-05-31", "2024-06-01")).toEqual([]);
    expect(gapsBetween("2024-05-31", "2024-05-31")).toEqual([]);
  });
});

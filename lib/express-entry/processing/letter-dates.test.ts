import { describe, expect, it } from "vitest";
import { cardAddressOn, courtLeaveOn, decisionStandardOn, letterDueOn } from "./letter-dates";

describe("the last day to answer a letter", () => {
  it("is the day it names", () => {
    expect(letterDueOn("2026-11-23", "2026-11-30")).toEqual({
      on: "2026-11-30",
      rule: "The date in the letter",
    });
  });

  it.each([
    ["2026-11-23", "2026-12-23"],
    ["2028-01-31", "2028-03-01"],
    ["2027-01-31", "2027-03-02"],
  ])("is 30 days from %s otherwise: %s", (letterOn, dueOn) => {
    expect(letterDueOn(letterOn, null)).toEqual({ on: dueOn, rule: "Date of the letter + 30 days" });
  });
});

it.each([
  ["2026-05-23", "2026-11-23"],
  ["2026-08-31", "2027-02-28"],
])("six months from the receipt on %s end on %s", (receivedOn, on) => {
  expect(decisionStandardOn(receivedOn)).toBe(on);
});

it("the Federal Court is asked for leave within 15 days in Canada and 60 abroad", () => {
  expect(courtLeaveOn("2026-11-23", true)).toBe("2026-12-08");
  expect(courtLeaveOn("2026-11-23", false)).toBe("2027-01-22");
});

it("an address for the card is given within 180 days of landing", () => {
  expect(cardAddressOn("2026-11-23")).toBe("2027-05-22");
});

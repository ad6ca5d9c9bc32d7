import { expect, it } from "vitest";
import { family, person } from "../testing/case-facts";
import { bridgingPermit } from "./bridging-permit";

const ON = "2026-11-23";

it.each([
  ["worker", "2027-03-01", "2026-11-01", "now"],
  ["worker", "2027-03-01", null, "later"],
  ["worker", "2027-03-01", "2026-11-24", "later"],
  ["worker", "2026-11-23", "2026-11-01", "now"],
  ["worker", "2026-11-22", "2026-11-01", "no"],
  ["worker", null, "2026-11-01", null],
  ["student", "2027-03-01", "2026-11-01", "no"],
  ["none", null, "2026-11-01", "no"],
  [null, null, "2026-11-01", null],
] as const)(
  "%s until %s, completeness passed %s: %s",
  (statusInCanada, statusExpiresOn, passedOn, possible) => {
    const facts = {
      people: [person({ role: "principal", statusInCanada, statusExpiresOn })],
      family: family(),
    };
    expect(bridgingPermit(facts, passedOn, ON).possible).toBe(possible);
  },
);

import { expect, it } from "vitest";
import { family, person } from "../testing/case-facts";
import { biometricsPeople } from "./biometrics";

const ON = "2026-11-23";

it.each([
  ["2012-11-24", false],
  ["2012-11-23", true],
  ["1946-11-24", true],
  ["1946-11-23", false],
  [null, null],
] as const)("somebody born %s gives biometrics: %s", (birthDate, needed) => {
  const facts = { people: [person({ role: "principal", birthDate })], family: family() };
  expect(biometricsPeople(facts, ON)).toMatchObject([{ needed }]);
});

it("everybody who comes along is asked, and nobody who does not", () => {
  const people = [
    person({ id: "a", role: "principal", birthDate: "1990-01-01" }),
    person({ id: "b", role: "spouse", birthDate: "1991-01-01", accompanying: false }),
    person({ id: "c", role: "child", birthDate: "2020-01-01", accompanying: true }),
  ];
  expect(biometricsPeople({ people, family: family() }, ON)).toMatchObject([
    { id: "a", needed: true, why: "36 years old" },
    { id: "c", needed: false, why: "6 years old: under 14" },
  ]);
});

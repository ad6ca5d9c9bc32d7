import { expect, it } from "vitest";
import { documentRulesOn } from "../rule-tables";
import { examClock } from "./exam-clock";

const shipped = documentRulesOn("2026-11-23");

it("ends twelve months after the exam, its anniversary not counted any more (IRPR 30(3))", () => {
  expect(examClock({ issuedOn: "2026-11-03", validUntil: "2027-11-02" }, shipped)).toEqual({
    dueOn: "2027-11-02",
    rule: "Day of the exam + twelve months, that day not counted any more",
  });
});

it("counts, and says, the months of the firm's own rules", () => {
  const rules = { ...shipped, medical_months: 6 };
  expect(examClock({ issuedOn: "2026-11-03", validUntil: "2027-11-02" }, rules)).toEqual({
    dueOn: "2027-05-02",
    rule: "Day of the exam + six months, that day not counted any more",
  });
});

it.each(["2026-11-03", null])("never outlives what the proof says (exam on %s)", (issuedOn) => {
  expect(examClock({ issuedOn, validUntil: "2027-06-30" }, shipped)).toEqual({
    dueOn: "2027-06-30",
    rule: "The last day taken from the proof, at most twelve months after the exam",
  });
});

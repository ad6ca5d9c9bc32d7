import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { changeFamilyFactsInput } from "../schemas";
import { familyFaults, familyPatch } from "./rules";

const today = "2026-11-23";
const id = "7a4f5a3e-6b0c-4c52-9c0e-2a8a8f8f0d11";

describe("the family's facts", () => {
  const input = (fields: Record<string, unknown>): z.output<typeof changeFamilyFactsInput> =>
    changeFamilyFactsInput.parse({ caseId: id, version: 1, ...fields });

  test("funds are cents with the day of the balance", () => {
    const funds = input({ part: "funds", fundsDollars: "24,500.50", fundsAsOf: "2 Nov 2026" });
    expect(familyFaults(funds, today)).toEqual({});
    expect(familyPatch(funds)).toEqual({ fundsCents: 2_450_050, fundsAsOf: "2026-11-02" });
  });
  test("funds without a day, or of a day to come, are refused", () => {
    expect(familyFaults(input({ part: "funds", fundsDollars: "100" }), today)).toHaveProperty("fundsAsOf");
    expect(
      familyFaults(input({ part: "funds", fundsDollars: "100", fundsAsOf: "2026-12-01" }), today).fundsAsOf,
    ).toMatch(/future/);
  });
  test("an emptied offer, certificate or nomination is none", () => {
    expect(familyPatch(input({ part: "offer" }))).toEqual({ jobOffer: null });
    expect(familyPatch(input({ part: "certificate" }))).toEqual({ certificateOfQualification: null });
    expect(familyPatch(input({ part: "nomination", enhanced: "on" }))).toEqual({ nomination: null });
  });
  test("a nomination is not accepted before it is confirmed, and not by Quebec", () => {
    const faults = familyFaults(
      input({ part: "nomination", province: "QC", confirmedOn: "2026-05-02", acceptedOn: "2026-05-01" }),
      today,
    );
    expect(Object.keys(faults)).toEqual(["province", "acceptedOn"]);
  });
});

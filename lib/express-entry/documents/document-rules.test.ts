/** Validity, look-back and lead times come from the document rules of the day of the application (rules reference 5). */
import { describe, expect, test } from "vitest";
import type { DocumentRules } from "../data/document-rules";
import { mergeTables } from "../rule-entry/merge-tables";
import { documentRulesOn, shippedTables } from "../rule-tables";
import { person, single } from "../testing/case-facts";
import { DOCUMENT_KINDS, latestSafeStart, VALIDITY_RULES } from "./document-kind";
import { requiredDocuments } from "./requirements";
import { historyGaps, policeCountries } from "./residence";
import { documentLastDay, passportRenewBefore, validityWords } from "./validity";

const rules = documentRulesOn("2026-11-23");
const stricter: DocumentRules = {
  ...rules,
  id: "DOCUMENTS-2027-01-01",
  effective_from: "2027-01-01",
  medical_months: 6,
  police_current_country_months: 3,
  police_stay_months: 3,
  photo_months: 1,
  passport_months_left: 12,
  history_years: 5,
  lead_days: { ...rules.lead_days, medical: 40 },
};
const tables = mergeTables(shippedTables, { documents: [stricter] });

describe("last day to send a document, under the rules of today", () => {
  test.each([
    ["language_two_years", "2025-01-15", "2027-01-14"],
    ["eca_five_years", "2021-12-01", "2026-11-30"],
    ["police_current_country", "2026-05-23", "2026-11-23"],
    ["police_current_country", "2026-08-31", "2027-02-28"],
    ["medical_twelve_months", "2026-03-10", "2027-03-09"],
    ["photo_six_months", "2026-05-23", "2026-11-23"],
    ["until_expiry", "2026-05-23", "2026-05-23"],
    ["police_after_last_stay", "2026-05-23", null],
    ["none", "2026-05-23", null],
  ] as const)("%s of %s: %s", (rule, date, last) => expect(documentLastDay(rule, date, rules)).toBe(last));

  test("a passport is to be renewed six months before its end; the latest safe start", () => {
    expect(passportRenewBefore("2027-05-31", rules)).toBe("2026-11-30");
    expect(latestSafeStart("2027-01-12", 45)).toBe("2026-11-28");
  });

  test("the words say the figures", () => {
    expect(validityWords("police_current_country", rules)).toBe(
      "Issued no more than six months before the application is sent",
    );
    expect(validityWords("photo_six_months", stricter)).toBe(
      "Taken no more than one month before the application is sent",
    );
    for (const rule of VALIDITY_RULES) expect(validityWords(rule, rules)).toMatch(/^[A-Z].*[a-z]$/);
  });
});

describe("entered document rules", () => {
  test("are in force from their day on", () => {
    expect(documentRulesOn("2026-12-31", { tables }).id).toBe("DOCUMENTS-2025-08-21");
    expect(documentRulesOn("2027-01-01", { tables }).id).toBe("DOCUMENTS-2027-01-01");
    expect(documentRulesOn("2010-01-01", { tables }).id).toBe("DOCUMENTS-2018-03-01");
  });

  test("decide how long a document counts", () => {
    expect(documentLastDay("medical_twelve_months", "2027-01-10", stricter)).toBe("2027-07-09");
    expect(documentLastDay("police_current_country", "2027-01-10", stricter)).toBe("2027-04-10");
  });

  test("decide how long a stay calls for a certificate, and how far it is looked back", () => {
    const stay = { id: "a", country: "AE", city: null, from: "2026-03-01", to: "2026-06-30" };
    const home = { id: "b", country: "IN", city: null, from: "2026-07-01", to: null };
    const lived = person({ birthDate: "1990-05-01", addresses: [stay, home] });
    const codes = (on: string) => policeCountries(lived, on, { tables }).map(({ country }) => country);
    expect(codes("2026-12-31")).toEqual(["IN"]);
    expect(codes("2027-01-01")).toEqual(["AE", "IN"]);
    expect(historyGaps(lived, "2026-12-31", { tables })[0]?.from).toBe("2016-12-31");
    expect(historyGaps(lived, "2027-01-01", { tables })[0]?.from).toBe("2022-01-01");
  });

  test("are those of the planned submission in the checklist", () => {
    const medical = (plannedSubmission: string) => {
      const context = { on: "2026-12-01", invitationClass: "CEC", hasRepresentative: true } as const;
      const list = requiredDocuments(single({}), { ...context, plannedSubmission, tables }, (code) => code);
      return list.find(({ kind }) => kind === "medical");
    };
    expect(medical("2026-12-31")).toMatchObject({
      leadDays: 14,
      validity: { words: "Valid for twelve months from the exam" },
    });
    expect(medical("2027-01-04")).toMatchObject({
      leadDays: 40,
      validity: { words: "Valid for six months from the exam" },
    });
    expect(medical("2025-08-20")).toBeUndefined();
    expect(medical("2025-08-21")).toBeDefined();
  });

  test("every kind has its usual days", () => {
    expect(Object.keys(rules.lead_days)).toEqual([...DOCUMENT_KINDS]);
    expect(Object.values(rules.lead_days).every((days) => days > 0)).toBe(true);
  });
});

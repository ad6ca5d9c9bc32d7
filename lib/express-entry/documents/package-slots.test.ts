import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DOCUMENT_KINDS } from "./document-kind";
import { asksForLanguage, portalFileName, PORTAL_MAX_BYTES, slotKindOf, slotRank } from "./package-slots";

describe("slots of the portal", () => {
  it("are in the order of section 5", () => {
    const order = ["fee_receipt", "police", "passport", "letter_of_explanation", "something"];
    expect([...order].sort((a, b) => slotRank(a) - slotRank(b))).toEqual([
      "passport",
      "police",
      "letter_of_explanation",
      "fee_receipt",
      "something",
    ]);
  });

  it("hold what belongs together in one file", () => {
    expect(slotKindOf("cohabitation")).toBe("imm5409");
    expect(slotKindOf("funds_exemption")).toBe("funds");
    const own = DOCUMENT_KINDS.filter((kind) => slotKindOf(kind) === kind);
    expect(own).toHaveLength(DOCUMENT_KINDS.length - 2);
  });

  it("take less than 4 MB", () => expect(PORTAL_MAX_BYTES).toBe(4_000_000));
});

test("the language is asked of foreign papers, not of passports or of papers from English-speaking countries", () => {
  expect(asksForLanguage("police", "IN")).toBe(true);
  expect(asksForLanguage("birth_certificate", null)).toBe(true);
  expect(asksForLanguage("police", "US")).toBe(false);
  expect(asksForLanguage("passport", "IN")).toBe(false);
  expect(asksForLanguage("something", null)).toBe(false);
});

describe("file names", () => {
  it("say which slot, which document and whose", () => {
    const name = { number: 7, title: "Police certificate, Côte d’Ivoire", person: "Zoë Ångström" };
    expect(portalFileName(name, "pdf")).toBe("07_Police-certificate-Cote-d-Ivoire_Zoe-Angstrom.pdf");
  });

  it("have no dot but the extension’s, whatever the title", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.string(), fc.option(fc.string()), (number, title, person) => {
        const name = portalFileName({ number, title, person }, "pdf");
        expect(name).toMatch(/^\d{2,3}(?:[A-Za-z0-9_-]*[A-Za-z0-9])?\.pdf$/);
        expect(name.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

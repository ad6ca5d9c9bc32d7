import { describe, expect, it } from "vitest";
import { documentCatalogue } from "@/lib/express-entry/documents/catalogue";
import { languageOf } from "@/lib/i18n/languages";
import { termsIn } from "./terms";

const { messages } = languageOf("en");

/** Short forms that everybody knows, or that only name a company or a kind of file. */
const KNOWN = ["JPEG", "MB", "PDF", "CELPIP", "PTE", "TEF", "TCF", "CAD", "PR", "UK", "US"];

describe("the terms of the rules' texts", () => {
  it("are explained where they stand, and not elsewhere", () => {
    expect(termsIn(["Duties copied from the NOC", "Dates clash with T4s"])).toEqual(["noc", "t4"]);
    expect(termsIn(["Passport"])).toEqual([]);
  });

  it("leave no short form of the catalogue without its meaning", () => {
    const unexplained = Object.entries(documentCatalogue).flatMap(
      ([kind, { goodExample, acceptancePoints, commonFaults }]) => {
        const texts = [goodExample, ...acceptancePoints, ...commonFaults.map(({ label }) => label)];
        const explained = termsIn(texts)
          .map((term) => messages.portal.terms[term].term)
          .join(" ");
        const forms = texts.join(" ").match(/\b[A-Z]{2,}\b/g) ?? [];
        return forms
          .filter((form) => !KNOWN.includes(form) && !explained.includes(form))
          .map((form) => `${kind}: ${form}`);
      },
    );
    expect(unexplained).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentCatalogue } from "@/lib/express-entry/documents/catalogue";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import { countryName } from "@/lib/format/countries";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { LOCALES } from "./languages";
import { hasRuleText, ruleText } from "./rule-text";

const others = LOCALES.filter((locale) => locale !== "en");

describe("the rules' own sentences", () => {
  it.each(others)("of every kind of document are there in %s", (locale) => {
    const sentences = Object.values(documentCatalogue).flatMap(
      ({ goodExample, acceptancePoints, commonFaults }) => [
        goodExample,
        ...acceptancePoints,
        ...commonFaults.flatMap(({ label, clientMessage }) => [label, clientMessage]),
      ],
    );
    expect(sentences.filter((sentence) => !hasRuleText(locale, sentence))).toEqual([]);
  });

  it.each(others)("that a checklist is written with are there in %s, whatever the facts are", (locale) => {
    const missing = new Set<string>();
    const programs = fc.constantFrom("CEC", "FSW", "FST", "PNP");
    fc.assert(
      fc.property(anyCaseFacts, programs, (facts, invitationClass) => {
        const context = {
          on: AROUND,
          invitationClass,
          plannedSubmission: AROUND,
          hasRepresentative: true,
        } as const;
        for (const { title, reason, acceptancePoints } of requiredDocuments(facts, context, countryName))
          for (const sentence of [title, reason, ...acceptancePoints])
            if (!hasRuleText(locale, sentence)) missing.add(sentence);
      }),
    );
    expect([...missing]).toEqual([]);
  });

  it("say names as they are, countries and dates as the language has them", () => {
    expect(ruleText("fr", "Police certificate, India")).toBe("Certificat de police, Inde");
    expect(ruleText("fr", "Reference letter, Lumen Analytics")).toBe(
      "Lettre de l’employeur, Lumen Analytics",
    );
    expect(ruleText("fr", "Language test result, English")).toBe("Résultat du test de langue, anglais");
    expect(ruleText("fr", "First official language; test of 3 Aug 2026")).toBe(
      "Première langue officielle; test du 3 août 2026",
    );
    expect(ruleText("en", "Police certificate, India")).toBe("Police certificate, India");
  });

  it("leave what a person wrote as it is", () => {
    const own = "Call me about page 3 before 8 Mar";
    expect([ruleText("fr", own), hasRuleText("fr", own)]).toEqual([own, false]);
  });
});

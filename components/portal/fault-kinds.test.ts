import { describe, expect, it } from "vitest";
import { documentCatalogue } from "@/lib/express-entry/documents/catalogue";
import { languageOf, LOCALES } from "@/lib/i18n/languages";
import { FAULT_KINDS, faultKindOf } from "./fault-kinds";

describe("the drawing of a fault", () => {
  it("is there for every usual fault of every kind of document", () => {
    const codes = Object.values(documentCatalogue).flatMap(({ commonFaults }) =>
      commonFaults.map(({ code }) => code),
    );
    expect(codes.filter((code) => faultKindOf(code, "") === null)).toEqual([]);
  });

  it("is found by what a reviewer wrote, where it speaks of what a picture can show", () => {
    expect(faultKindOf("other", "The bottom edge is cut off. Please photograph the whole page.")).toBe(
      "cut_off",
    );
    expect(faultKindOf("other", "Part of it cannot be read.")).toBe("unreadable");
    expect(faultKindOf(null, "Please call us about this one.")).toBeNull();
    expect(faultKindOf("no_translation", "The edge")).toBe("untranslated");
  });

  it("has its words in every language", () => {
    for (const locale of LOCALES)
      expect(Object.keys(languageOf(locale).messages.portal.faults).sort()).toEqual([...FAULT_KINDS].sort());
  });
});

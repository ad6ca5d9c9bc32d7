import { describe, expect, it } from "vitest";
import { draftLetter, isUnfinished, type LetterInput } from "./letter";

const nothing: LetterInput = {
  clientName: "Neha Kulkarni",
  consultant: { name: "Priya Raman", licenceNumber: "R512345" },
  firmName: "New Jain Immigration Services",
  gaps: [],
  changes: [],
  missing: [],
};

describe("the letter of explanation", () => {
  it("is not written where there is nothing to explain", () => expect(draftLetter(nothing)).toBe(""));

  it("collects the gaps, the changes and the missing papers with the proof of their request", () => {
    const letter = draftLetter({
      ...nothing,
      gaps: [{ name: "Aditya Kulkarni", what: "address", from: "2022-10-01", to: "2022-10-24" }],
      changes: ["now married"],
      missing: [
        { title: "Police certificate, UAE", name: "Neha Kulkarni", requestedOn: "2026-11-03" },
        { title: "Birth certificate", name: null, requestedOn: null },
      ],
    });
    expect(letter).toContain("- Aditya Kulkarni, from 1 Oct 2022 to 24 Oct 2022: no address is given.");
    expect(letter).toContain("- Now married.");
    expect(letter).toContain(
      "- Police certificate, UAE, Neha Kulkarni: requested on 3 Nov 2026; the proof of the request is attached.",
    );
    expect(letter).toContain("- Birth certificate: [say why it cannot be given");
    expect(letter).toMatch(/Yours sincerely,\nPriya Raman, RCIC R512345\nNew Jain Immigration Services$/);
  });

  it("is unfinished while something stands in brackets", () => {
    expect(isUnfinished("No address. [Say where.]")).toBe(true);
    expect(isUnfinished("No address: he was on a ship.")).toBe(false);
    expect(isUnfinished("")).toBe(false);
  });
});

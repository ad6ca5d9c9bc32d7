import { describe, expect, it } from "vitest";
import { family, job, person } from "@/lib/express-entry/testing/case-facts";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { comparedFacts, HOLD_MINUTES, holdIsAlive, openFacts } from "./rules";

const countryName = (code: string) => `Country ${code}`;

const scores = (points: number) => ({
  listening: points,
  reading: points,
  writing: points,
  speaking: points - 0.5,
});
const test = (id: string, kind: "ielts_general" | "tef_canada", takenOn: string, points: number) => ({
  ...{ id, kind, takenOn, resultOn: null, scores: scores(points), reportNumber: null },
});

const neha: PersonFacts = person({
  id: "neha",
  givenName: "Neha",
  familyName: "Kulkarni",
  birthDate: "1995-03-12",
  passport: { number: "Z4821907", country: "IN", expiresOn: "2031-08-04" },
  languageTests: [
    test("old", "ielts_general", "2023-05-01", 7),
    test("new", "ielts_general", "2025-07-15", 8),
    test("french", "tef_canada", "2025-06-01", 300),
  ],
  jobs: [job({ id: "technova", employer: "TechNova", title: "Developer", from: "2020-01-06", to: null })],
});
const facts = { people: [neha], family: family() };

const of = (kind: string, subject: string | null = null, personId: string | null = "neha") =>
  comparedFacts({ kind, subject, personId }, facts, countryName).map(
    ({ label, says }) => `${label}: ${says}`,
  );

describe("the facts that a document has to bear out", () => {
  it("are of its person, and what its kind says of them", () => {
    expect(of("passport")).toEqual([
      "Name: Neha Kulkarni",
      "Birth date: 12 Mar 1995",
      "Passport number: Z4821907",
      "Issued by: Country IN",
      "Passport expiry: 4 Aug 2031",
    ]);
    expect(of("police", "IN")).toEqual([
      "Name: Neha Kulkarni",
      "Birth date: 12 Mar 1995",
      "Passport number: Z4821907",
    ]);
    expect([of("imm5476"), of("photo"), of("passport", null, null)]).toEqual([
      ["Name: Neha Kulkarni"],
      [],
      [],
    ]);
  });

  it("are those of the newest test of its language, and of no other", () => {
    expect(of("language", "en")).toEqual([
      "Name: Neha Kulkarni",
      "Test: IELTS General Training",
      "Test taken: 15 Jul 2025",
      "Results: L 8, R 8, W 8, S 7.5",
    ]);
    expect(of("language", "fr")).toContain("Test: TEF Canada");
  });

  it("are those of the job that it is about; a job that is gone leaves the name", () => {
    expect(of("reference_letter", "technova")).toEqual([
      "Name: Neha Kulkarni",
      "Employer: TechNova",
      "Position: Developer",
      "Dates: 6 Jan 2020, still there",
      expect.stringMatching(/^Hours a week: \d+/),
    ]);
    expect(of("reference_letter", "gone")).toEqual(["Name: Neha Kulkarni"]);
  });

  it("are open until each was found as it reads now, or flagged", () => {
    const compared = comparedFacts({ kind: "police", subject: "IN", personId: "neha" }, facts, countryName);
    const [name, birth, number] = compared;
    const stale = `${birth?.key ?? ""}=11 Mar 1995`;
    const open = openFacts(compared, [name?.token ?? "", stale], number ? [number] : []);
    expect(open).toEqual([birth]);
  });
});

it("a hold keeps colleagues away for ten minutes after its last sign of life", () => {
  const last = new Date("2026-11-23T15:00:00Z");
  const after = (ms: number) => holdIsAlive(last, new Date(last.getTime() + ms));
  expect([after(HOLD_MINUTES * 60_000 - 1), after(HOLD_MINUTES * 60_000)]).toEqual([true, false]);
});

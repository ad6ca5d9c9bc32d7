/** A file against an invitation that has not come (issue 4, point 7; rules reference 4.2 and 5). */
import { describe, expect, test } from "vitest";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { credential, job, languageTest, single } from "@/lib/express-entry/testing/case-facts";
import type { StoredLine } from "./rules";
import { askedDay, byUrgency, countsOf, readinessOf, windowFrom } from "./rules";
import type { ReadyClient } from "./types";

const TODAY = "2026-11-23";
const facts = single({
  id: "p1",
  birthDate: "1996-03-14",
  countryOfResidence: "CA",
  passport: { number: "P1", country: "IN", expiresOn: "2030-01-01" },
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2025-06-01" })],
  credentials: [credential({ id: "c1", eca: { body: "WES", issuedOn: "2024-05-01", reference: null } })],
  jobs: [job({ id: "j1", from: "2024-01-08", to: null })],
});

function ready(invitedOn: string, lines: StoredLine[] = [], given = facts) {
  const window = windowFrom(invitedOn);
  const documents = requiredDocuments(
    given,
    {
      ...{ on: invitedOn, invitationClass: "CEC" as const, plannedSubmission: window.targetOn },
      hasRepresentative: true,
    },
    (code) => code,
  );
  return readinessOf({ documents, lines, window, today: TODAY, rules: documentRulesOn(window.targetOn) });
}

const line = (ruleKey: string, over: Partial<StoredLine> = {}): StoredLine => ({
  ...{ ruleKey, state: "accepted" as const, issuedOn: null, validUntil: null },
  ...over,
});

const keysOf = ({ missing }: ReturnType<typeof ready>) => missing.map(({ key }) => key);

describe("what is there", () => {
  test("are the passport, tests and assessments that hold on day 50", () => {
    const keys = keysOf(ready(TODAY));
    for (const held of ["passport:p1", "language:p1:en", "eca:p1:c1"]) expect(keys).not.toContain(held);
    expect(keys).toContain("medical:p1");
  });

  test("is not what runs out before day 50, though it counts on the day of the invitation", () => {
    // The test of 1 Jun 2025 counts up to 31 May 2027: day 50 of an invitation of 20 Apr is later.
    expect(keysOf(ready("2027-04-10"))).not.toContain("language:p1:en");
    expect(keysOf(ready("2027-04-20"))).toContain("language:p1:en");
  });

  test("is a paper of an earlier checklist that still holds; a returned one is not", () => {
    const photo = "photo:p1";
    expect(keysOf(ready(TODAY, [line(photo, { issuedOn: "2026-11-01" })]))).not.toContain(photo);
    expect(keysOf(ready(TODAY, [line(photo, { issuedOn: "2026-01-01" })]))).toContain(photo);
    expect(keysOf(ready(TODAY, [line(photo, { state: "returned" })]))).toContain(photo);
    expect(keysOf(ready(TODAY, [line(photo, { state: "waived" })]))).not.toContain(photo);
  });
});

describe("what is missing", () => {
  test("is asked for today, the exam on the day of the invitation; the last of it completes the file", () => {
    const { missing, completeOn, verdict } = ready("2026-12-20");
    expect(missing.find(({ key }) => key === "medical:p1")).toMatchObject({
      ...{ leadDays: 14, startOn: "2026-12-20", readyOn: "2027-01-03" },
    });
    expect(missing.find(({ key }) => key === "reference_letter:p1:j1")).toMatchObject({
      ...{ leadDays: 21, startOn: TODAY, readyOn: "2026-12-14" },
    });
    expect(missing[0]?.readyOn).toBe(completeOn);
    expect(completeOn).toBe("2027-01-03");
    expect(verdict).toBe("in_time");
  });

  test("with everything in the file is nothing, and the file is ready on the day", () => {
    const lines = ready(TODAY).missing.map(({ key }) => line(key));
    expect(ready(TODAY, lines)).toMatchObject({ missing: [], verdict: "ready", completeOn: TODAY });
  });

  test.each([
    [50, "in_time"],
    [51, "tight"],
    [60, "tight"],
    [61, "too_late"],
  ] as const)("a paper of %i days is %s of a window that opens today", (leadDays, verdict) => {
    const window = windowFrom(TODAY);
    const context = { on: TODAY, invitationClass: "CEC", plannedSubmission: window.targetOn } as const;
    const [document] = requiredDocuments(
      facts,
      { ...context, hasRepresentative: true },
      (code) => code,
    ).filter(({ key }) => key === "reference_letter:p1:j1");
    if (!document) throw new Error("the job asks for a letter");
    const input = { lines: [], window, today: TODAY, rules: documentRulesOn(window.targetOn) };
    expect(readinessOf({ ...input, documents: [{ ...document, leadDays }] }).verdict).toBe(verdict);
  });
});

test("the day asked about is neither past nor more than a year ahead", () => {
  expect(askedDay(undefined, TODAY)).toBe(TODAY);
  expect(askedDay("2026-02-30", TODAY)).toBe(TODAY);
  expect(askedDay("2026-11-22", TODAY)).toBe(TODAY);
  expect(askedDay("2027-03-01", TODAY)).toBe("2027-03-01");
  expect(askedDay("2031-03-01", TODAY)).toBe("2027-11-23");
});

describe("who comes first", () => {
  const client = (name: string, likely: boolean, completeOn: string, score = 500): ReadyClient => ({
    ...{ caseId: name, number: name, displayName: name, ownerName: "", score },
    ...{ submittedAt: new Date("2026-06-16T09:41:00Z"), programs: ["CEC"], categories: [] },
    ...{ invitationClass: "CEC", nearest: null, likely, endsBefore: null },
    readiness: {
      ...{ needed: 1, held: completeOn === TODAY ? 1 : 0, missing: [], completeOn },
      verdict: completeOn === TODAY ? "ready" : completeOn > "2027-01-22" ? "too_late" : "in_time",
    },
  });
  const clients = [
    client("far", false, "2027-03-01", 300),
    client("ready", true, TODAY, 520),
    client("late", true, "2027-02-01", 505),
    client("soon", true, "2026-12-01", 510),
    client("near", false, TODAY, 480),
  ];

  test("are the likely and unready, the latest complete of them first, then the ready, then the rest by score", () => {
    expect(clients.toSorted(byUrgency).map(({ number }) => number)).toEqual([
      ...["late", "soon", "ready", "near", "far"],
    ]);
  });

  test("the counts are of the likely alone", () => {
    expect(countsOf(clients)).toEqual({ likely: 3, likelyUnready: 2, tooLate: 1 });
  });
});

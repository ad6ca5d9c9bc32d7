/** The firm's own days before the shipped ones, the country's before the kind's (issue 4, point 7). */
import { describe, expect, test } from "vitest";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { credential, job, single } from "@/lib/express-entry/testing/case-facts";
import { leadTimeFaults, ownDaysOn, withLeadTimes } from "./rules";
import type { LeadTime } from "./types";

const ON = "2026-11-23";

const entry = (over: Partial<LeadTime>): LeadTime => ({
  ...{ kind: "police", country: null, days: 30, effectiveFrom: "2026-01-01" },
  enteredAt: new Date("2026-01-01T12:00:00Z"),
  ...over,
});

describe("the days that hold", () => {
  const india = entry({ country: "IN", days: 20 });

  test("are the country's, else the kind's, else none of the firm's", () => {
    const entries = [entry({}), india];
    expect(ownDaysOn(entries, ON, "police", "IN")).toBe(20);
    expect(ownDaysOn(entries, ON, "police", "BR")).toBe(30);
    expect(ownDaysOn(entries, ON, "photo", null)).toBeNull();
  });

  test("are those of the latest day that has begun; of one day the last entered", () => {
    const entries = [
      entry({}),
      entry({ days: 40, effectiveFrom: "2026-06-01" }),
      entry({ days: 41, effectiveFrom: "2026-06-01", enteredAt: new Date("2026-06-02T12:00:00Z") }),
      entry({ days: 90, effectiveFrom: "2026-12-01" }),
    ];
    expect(ownDaysOn(entries, ON, "police", null)).toBe(41);
    expect(ownDaysOn(entries, "2026-05-31", "police", null)).toBe(30);
    expect(ownDaysOn(entries, "2025-12-31", "police", null)).toBeNull();
  });

  test("go back to the shipped ones with an entry without days", () => {
    const entries = [entry({}), entry({ days: null, effectiveFrom: "2026-09-01" })];
    expect(ownDaysOn(entries, ON, "police", null)).toBeNull();
    expect(ownDaysOn([...entries, india], ON, "police", "IN")).toBe(20);
  });
});

test("a country is said of what a country gives, and of nothing else", () => {
  expect(leadTimeFaults({ kind: "police", country: "IN" })).toEqual({});
  expect(leadTimeFaults({ kind: "photo", country: null })).toEqual({});
  expect(leadTimeFaults({ kind: "photo", country: "IN" }).country).toContain("not asked for by country");
});

test("documents take the days of their country; a report that exists keeps its few, unless it runs out", () => {
  const facts = single({
    id: "p1",
    credentials: [
      credential({ id: "old", eca: { body: "WES", issuedOn: "2022-01-02", reference: null } }),
      credential({ id: "new", eca: { body: "WES", issuedOn: "2025-01-02", reference: null } }),
    ],
    jobs: [job({ id: "j1", country: "IN", from: "2023-01-01" }), job({ id: "j2", from: "2024-06-01" })],
  });
  const plannedSubmission = "2027-01-12";
  const documents = requiredDocuments(
    facts,
    { on: ON, invitationClass: "FSW", plannedSubmission, hasRepresentative: true },
    (code) => code,
  );
  const entries = [
    entry({ kind: "reference_letter", country: "IN", days: 33 }),
    entry({ kind: "eca", days: 70 }),
  ];
  const shipped = documentRulesOn(plannedSubmission).lead_days;
  const daysOf = new Map(
    withLeadTimes(documents, { entries, on: ON, shipped }).map(({ key, leadDays }) => [key, leadDays]),
  );
  expect(daysOf.get("reference_letter:p1:j1")).toBe(33);
  expect(daysOf.get("reference_letter:p1:j2")).toBe(shipped.reference_letter);
  expect(daysOf.get("eca:p1:new")).toBe(3);
  expect(daysOf.get("eca:p1:old")).toBe(70);
});

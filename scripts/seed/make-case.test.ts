import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canStep } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/db/schema/cases";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { jobFaults, languageTestFaults } from "@/lib/people/rules";
import type { CaseDraft, Setting } from "./case-context";
import { makeCase } from "./make-case";
import { OCCUPATIONS } from "./occupations";
import type { SeedRound } from "./pool";
import { Random } from "./random";
import { syntheticOrder } from "./synthetic-orders";

interface ShippedRound extends Omit<SeedRound, "tieBreakAt"> {
  tieBreakAt: string | null;
}

function shipped<T>(path: string): T[] {
  return (JSON.parse(readFileSync(path, "utf8")) as { rows: T[] }).rows;
}

const rounds = shipped<ShippedRound>("lib/draws/data/express-entry-rounds.json")
  .map((round) => ({ ...round, tieBreakAt: round.tieBreakAt === null ? null : new Date(round.tieBreakAt) }))
  .reverse();
const today = "2026-11-23";
const setting: Setting = {
  ...{ today, timeZone: "America/Toronto", rounds, history: "whole", demoPassword: null, emailTag: "t" },
  managers: [],
  profileNumber: (index) => `E${100_000_000 + index}`,
};
const owner = {
  id: "11111111-1111-4111-8111-111111111111",
  name: "Priya Raman",
  role: "consultant",
} as const;

function draftOf(index: number, stage?: CaseStage): CaseDraft {
  const order = syntheticOrder(1, index, [owner]);
  return makeCase(new Random(1, 13, index), setting, stage ? { ...order, stage } : order);
}

const drafts = Array.from({ length: 150 }, (_, index) => draftOf(index));

test("the same seed and day give the same file, another index another", () => {
  expect(draftOf(3).rows).toEqual(drafts[3]?.rows);
  expect(draftOf(4).ids).not.toEqual(drafts[3]?.ids);
});

test("every row has an id of its own", () => {
  const ids = drafts.flatMap(({ rows }) =>
    Object.values(rows)
      .flat()
      .flatMap((row) => ("id" in row ? [row.id] : [])),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("the occupations are in the National Occupational Classification", () => {
  const codes = new Set(
    shipped<{ code: string }>("lib/occupations/data/noc-2021.json").map(({ code }) => code),
  );
  const unknown = Object.values(OCCUPATIONS)
    .flat()
    .filter(({ nocCode }) => !codes.has(nocCode));
  expect(unknown).toEqual([]);
});

describe("a file's history", () => {
  test.each(drafts.slice(0, 60).map((draft) => [draft.order.stage, draft] as const))(
    "to %s is a legal way, in order, and over before today",
    (stage, { rows }) => {
      const steps = rows.stage_change.map(({ fromStage, toStage }) => [fromStage, toStage] as const);
      expect(steps.at(-1)?.[1]).toBe(stage);
      for (const [from, to] of steps) if (from) expect(canStep(from, to)).toEqual({ allowed: true });
      const instants = rows.stage_change.map(({ at }) => at.getTime());
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect(Math.max(...rows.audit_event.map(({ at }) => at.getTime()))).toBeLessThan(
        Date.parse(today) + 86_400_000,
      );
    },
  );
});

test("facts are such as the fields would take", () => {
  const faults = drafts.flatMap(({ rows }) => {
    const birthDate = rows.person.find(({ role }) => role === "principal")?.birthDate ?? null;
    const own = rows.person.find(({ role }) => role === "principal")?.id;
    const jobs = rows.job.filter(({ personId }) => personId === own);
    const tests = rows.language_test.filter(({ personId }) => personId === own);
    return [
      ...jobs.map((job) => jobFaults(job as never, [], { today, birthDate })),
      ...tests.map((one) => languageTestFaults(one as never, [], { today, birthDate })),
    ].filter((fault) => Object.keys(fault).length > 0);
  });
  expect(faults).toEqual([]);
});

test("who was invited in a published round had its score, on its day", () => {
  const invitations = drafts.flatMap(({ rows }) => rows.invitation);
  const inRounds = invitations.filter(({ roundId }) => roundId !== null);
  expect(inRounds.length).toBeGreaterThan(10);
  for (const { roundId, crsScore, issueDate, factsAtInvitation } of inRounds) {
    const round = rounds.find(({ id }) => id === roundId);
    expect(crsScore).toBeGreaterThanOrEqual(round?.lowestCrs ?? Infinity);
    expect(issueDate).toBe(round?.date);
    expect((factsAtInvitation as CaseFacts).people[0]?.role).toBe("principal");
  }
});

test("an application was sent inside its 60 days, with everything accepted and both signatures", () => {
  const sent = drafts.filter(({ rows }) => rows.submission.length > 0);
  expect(sent.length).toBeGreaterThan(10);
  for (const { rows } of sent) {
    const [invitation] = rows.invitation;
    const submittedOn = rows.submission[0]?.submittedAt.toISOString().slice(0, 10) ?? "";
    expect(submittedOn <= (invitation?.deadlineDate ?? "")).toBe(true);
    expect(new Set(rows.requirement.map(({ state }) => state))).toEqual(new Set(["accepted"]));
    expect([rows.sign_off.length, rows.client_approval.length]).toEqual([1, 1]);
  }
});

/** The pool as it stands by facts and rules, kept by triggers and jobs. */
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffContext } from "@/lib/command/actor-context";
import { recordRound } from "@/lib/draws/commands/record-round";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { addDays, addYears } from "@/lib/express-entry/timing/calendar-date";
import { advisePool } from "@/lib/jobs/tasks/advise-pool";
import { findCrossings } from "@/lib/jobs/tasks/find-crossings";
import { changePerson } from "@/lib/people/commands/change-person";
import { getCaseFacts } from "@/lib/people/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { getPoolPage } from "../pool/queries";
import { getRadar } from "../radar/queries";
import { withdrawProfile } from "./withdraw-profile";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);

let today = "";
let submittedAt = "";
let file: TestCase;
let theirs: TestCase;

const poolFor = (caller = firm.manager, held: string | null = null) =>
  firm.read(caller, (ctx) => getPoolPage(ctx as StaffContext, { after: null, held }));
const radarFor = (caller = firm.manager) => firm.read(caller, (ctx) => getRadar(ctx as StaffContext, 90));
const scoreOn = async (day: string) =>
  assessCrs(await firm.read(firm.manager, (ctx) => getCaseFacts(ctx, file.caseId)), day).score.total;

/** Thirty-one in twenty days: six points less. */
const birthday = () => addDays(today, 20);

const worker = () => ({ ...firm.runtime, signal: new AbortController().signal });
const jobsNamed = async (task: string) => {
  const { rows } = await database.owner.query<{ count: number }>(
    "select count(*)::int from graphile_worker.jobs where task_identifier = $1",
    [task],
  );
  return rows[0]?.count ?? 0;
};

beforeAll(async () => {
  const { rows } = await database.owner.query<{ today: string; sent: Date }>(
    `select to_char(now() at time zone 'America/Toronto', 'YYYY-MM-DD') as today,
       date_trunc('second', now() - interval '40 days') as sent`,
  );
  today = rows[0]?.today ?? "";
  submittedAt = rows[0]?.sent.toISOString() ?? "";
  file = await addInPool(submittedAt, 400, { name: ["Ada", "Falls"] });
  theirs = await addInPool(submittedAt, 400, { owner: firm.otherConsultant, name: ["Bo", "Theirs"] });
});

describe("a profile in the pool", () => {
  it("stands by the facts of today, under the rules that are named; the score of the account stays beside it", async () => {
    const entry = (await poolFor()).entries.find(({ caseId }) => caseId === file.caseId);
    const score = await scoreOn(today);
    expect(entry).toMatchObject({ score, recordedScore: 400, scoredOn: today, rulesetId: "CRS-2025-03-25" });
    expect(entry?.programs).toContain("CEC");
  });

  it("is re-scored when a fact changes, and shows what comes next", async () => {
    const before = await scoreOn(today);
    // As a form sends it: the year in which the person is thirty until the birthday.
    const born = `${Number(birthday().slice(0, 4)) - 31}${birthday().slice(4)}`;
    await firm.run(firm.consultant, changePerson, {
      ...{ caseId: file.caseId, id: file.principalId, version: 1, familyName: "Falls", birthDate: born },
      ...{ maritalStatus: "single", statusInCanada: "worker" },
    });
    const entry = (await poolFor()).entries.find(({ caseId }) => caseId === file.caseId);
    expect(entry?.score).toBe(await scoreOn(today));
    expect(entry?.cliffs[0]).toMatchObject({ on: birthday(), points: -6, label: "turns 31" });
    expect(typeof before).toBe("number");
  });

  it("is measured against the latest round of each kind it can be invited in", async () => {
    const lowestCrs = await scoreOn(today);
    await firm.run(firm.manager, recordRound, {
      ...{ number: 9800, date: today, program: "CEC", invitations: 1000, lowestCrs, source: "canada.ca" },
    });
    await firm.run(firm.manager, recordRound, {
      ...{
        number: 9801,
        date: today,
        program: "french",
        invitations: 1000,
        lowestCrs: 1,
        source: "canada.ca",
      },
    });
    const pool = await poolFor();
    const entry = pool.entries.find(({ caseId }) => caseId === file.caseId);
    expect(entry?.distances.map(({ label, margin, reached }) => [label, margin, reached])).toEqual([
      ["CEC", 0, true],
    ]);
    expect((await poolFor(firm.manager, "CEC")).total).toBe(pool.total);
    expect((await poolFor(firm.manager, "french")).total).toBe(0);
    expect(pool.scores.reduce((sum, { count }) => sum + count, 0)).toBe(pool.total);
    expect(pool.within.find(({ points }) => points === 0)?.count).toBeGreaterThanOrEqual(1);
  });

  it("is on the radar with the day, the reason and the one thing that would help", async () => {
    // The round came after the last scoring: the job that it brought measures the pool against it.
    expect(await jobsNamed("find-crossings")).toBe(1);
    await findCrossings({}, worker());
    const fall = async () => (await radarFor()).falls.find(({ caseId }) => caseId === file.caseId);
    expect(await fall()).toMatchObject({
      ...{ on: birthday(), label: "turns 31", scoreBefore: await scoreOn(today), round: "CEC", advice: null },
      scoreAfter: await scoreOn(birthday()),
    });
    await advisePool({}, worker());
    expect((await fall())?.advice).toMatch(/: \d+ points$/);
    // The same rounds once more: nothing is worked out again.
    await findCrossings({}, worker());
    expect((await fall())?.advice).toMatch(/: \d+ points$/);
  });

  it("is on the radar when it rises by itself", async () => {
    const full = addDays(today, 40);
    const workFrom = addYears(full, -2);
    const rising = await addInPool(submittedAt, 400, { name: ["Cy", "Rises"], workFrom });
    const scores = await firm.read(firm.manager, async (ctx) => {
      const facts = await getCaseFacts(ctx, rising.caseId);
      return [today, full].map((day) => assessCrs(facts, day).score.total);
    });
    const [scoreBefore = 0, scoreAfter = 0] = scores;
    expect(scoreAfter).toBeGreaterThan(scoreBefore);
    await firm.run(firm.manager, recordRound, {
      ...{ number: 9802, date: today, program: "general", invitations: 1000, lowestCrs: scoreAfter },
      source: "canada.ca",
    });
    await findCrossings({}, worker());
    expect((await radarFor()).rises.find(({ caseId }) => caseId === rising.caseId)).toMatchObject({
      ...{ direction: "rises", scoreBefore, scoreAfter, lowestCrs: scoreAfter, advice: null },
    });
  });

  it("shows to a consultant their own clients", async () => {
    const own = (await poolFor(firm.otherConsultant)).entries.map(({ caseId }) => caseId);
    expect(own).toEqual([theirs.caseId]);
    expect((await radarFor(firm.otherConsultant)).falls.every(({ caseId }) => caseId === theirs.caseId)).toBe(
      true,
    );
    await expect(poolFor(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("leaves the ranking when it leaves the pool", async () => {
    await firm.run(firm.consultant, withdrawProfile, { caseId: file.caseId, reason: "A new one is better" });
    expect((await poolFor()).entries.map(({ caseId }) => caseId)).not.toContain(file.caseId);
    const { rows } = await database.owner.query(
      "select withdrawn_at from express_entry_profile where case_id = $1",
      [file.caseId],
    );
    expect(rows[0]).toMatchObject({ withdrawn_at: expect.any(Date) as Date });
  });
});

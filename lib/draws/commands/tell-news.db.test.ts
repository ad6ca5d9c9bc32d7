/** Whom the news of a round reaches, and that a declined invitation frees the profile for later rounds only. */
import { beforeAll, describe, expect, it } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { getCaseFacts } from "@/lib/people/queries";
import { declineInvitation } from "@/lib/profiles/commands/decline-invitation";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { testReplays } from "@/lib/testing/replays";
import { correctRound } from "./correct-round";
import { recordRound } from "./record-round";
import { replayRound } from "./replay-round";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);
const { workOff, listsOf, mailsOf } = testReplays(database, firm);

let today = "";

const round = (number: number, fields: Record<string, unknown>) => ({
  ...{ number, program: "CEC", invitations: 8000, tieBreakAt: "", source: "canada.ca" },
  ...fields,
});

beforeAll(async () => {
  const { rows } = await database.owner.query<{ today: string }>(
    "select to_char(now() at time zone 'America/Toronto', 'YYYY-MM-DD') as today",
  );
  today = rows[0]?.today ?? "";
});

describe("the news of a round", () => {
  let roundId = "";
  let mine: TestCase;
  let near: TestCase;

  it("goes to each consultant about their own clients, and in plain words to each client concerned", async () => {
    const submittedAt = new Date(Date.parse(`${today}T00:00:00Z`) - 40 * 86_400_000).toISOString();
    mine = await addInPool(submittedAt, 500, { name: ["Eve", "Mine"] });
    near = await addInPool(submittedAt, 500, { owner: firm.otherConsultant, name: ["Flo", "Near"] });
    // Thirty and thirty-one: six points apart.
    for (const [file, years] of [
      [mine, 30],
      [near, 31],
    ] as const) {
      await database.owner.query(
        "update person set birth_date = ($2::date - make_interval(years => $3, days => 10))::date where id = $1",
        [file.principalId, today, years],
      );
    }
    const facts = await firm.read(firm.manager, (ctx) => getCaseFacts(ctx, mine.caseId));
    const now = assessCrs(facts, today).score.total;
    const fields = { date: today, at: "", lowestCrs: now, tieBreakAt: "" };
    ({ roundId } = await firm.run(firm.manager, recordRound, round(9400, fields)));
    await workOff();
    const lists = await listsOf(roundId);
    expect(lists[mine.caseId]).toMatch(/^reached/);
    expect(lists[near.caseId]).toMatch(/^near_miss: \d+ points short/);
    const news = await mailsOf("round_news");
    const about = (userId: string) => news.filter(({ user_id }) => user_id === userId);
    expect(about(firm.consultant.actor.userId)).toMatchObject([{ context: { reached: "1" } }]);
    expect(about(firm.otherConsultant.actor.userId)).toHaveLength(1);
    expect(news.every(({ user_id }) => user_id !== firm.manager.actor.userId)).toBe(true);
    const { rows } = await database.owner.query<{ body: string }>(
      "select body from message where case_id = $1",
      [mine.caseId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).toContain("By the published rules it reached you");
    const missed = await database.owner.query<{ body: string }>(
      "select body from message where case_id = $1",
      [near.caseId],
    );
    expect(missed.rows[0]?.body).toMatch(/It did not reach you this time: you were \d+ points short/);
  });

  it("is told once: a replay that is asked for tells nobody, one of a correction what is different", async () => {
    const count = async () => (await mailsOf("round_news")).length;
    const before = await count();
    await firm.run(firm.manager, replayRound, { roundId });
    await workOff();
    expect(await count()).toBe(before);
    const { rows } = await database.owner.query<{ lowest_crs: number }>(
      "select lowest_crs from round where id = $1",
      [roundId],
    );
    const {
      number: _number,
      source: _source,
      ...fields
    } = round(9400, {
      ...{ date: today, at: "", tieBreakAt: "", lowestCrs: (rows[0]?.lowest_crs ?? 0) + 1 },
    });
    await firm.run(firm.manager, correctRound, { ...fields, id: roundId, version: 1, reason: "Misread" });
    await workOff();
    const bodies = await database.owner.query<{ body: string }>(
      "select body from message where case_id = $1 order by created_at",
      [mine.caseId],
    );
    expect(bodies.rows.at(-1)?.body).toContain("you were 1 point short");
    expect((await mailsOf("round_news")).at(-1)?.context).toMatchObject({ reached: "0", near: "1" });
  });
});

describe("an invitation that is declined", () => {
  it("frees the profile for the rounds after it, not for those before", async () => {
    const submittedAt = new Date(Date.parse(`${today}T00:00:00Z`) - 30 * 86_400_000).toISOString();
    const file = await addInPool(submittedAt, 500, { name: ["Gus", "Free"] });
    const daysAgo = (days: number) =>
      new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString();
    await firm.run(firm.consultant, recordInvitation, {
      ...{ caseId: file.caseId, receivedAt: daysAgo(20), invitationClass: "CEC", crsScore: 500 },
    });
    await firm.run(firm.consultant, declineInvitation, { caseId: file.caseId, reason: "A baby is coming" });
    const held = round(9501, { date: daysAgo(10).slice(0, 10), at: daysAgo(10), lowestCrs: 1 });
    await firm.run(firm.manager, recordRound, held);
    await workOff();
    const { rows } = await database.owner.query<{ reason: string }>(
      `select line.reason from round_replay_line line join round_replay replay on replay.id = line.replay_id
       where replay.round_id = '9501' and line.case_id = $1`,
      [file.caseId],
    );
    expect(rows).toEqual([{ reason: "held_invitation" }]);
  });
});

/** Rounds against every client as of their instant (rules reference 3.7, 4.1): stored, resumable, told once. */
import { beforeAll, describe, expect, it } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { replayRound as replayJob } from "@/lib/jobs/tasks/replay-round";
import { addLanguageTest } from "@/lib/people/commands/add-language-test";
import { getCaseFacts } from "@/lib/people/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { testReplays } from "@/lib/testing/replays";
import { onPrincipal, refusalOf, sampleTest } from "@/lib/testing/sample-facts";
import { correctRound } from "./correct-round";
import { exportReplay } from "./export-replay";
import { noteNoInvitation } from "./note-no-invitation";
import { recordInvitations } from "./record-invitations";
import { recordRound } from "./record-round";
import { replayRound } from "./replay-round";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);
const { tools, pageOf, workOff, listsOf, mailsOf } = testReplays(database, firm);

/** Facts that counted on 7 January 2026. */
const THEN = { workFrom: "2023-01-01", testOn: "2025-02-01" };
const TIE_BREAK = "2025-06-10T15:59:25Z";

let score = 0;
let files: Record<"before" | "same" | "after" | "theirs", TestCase>;

const round = (number: number, fields: Record<string, unknown> = {}) => ({
  ...{ number, date: "2026-01-07", at: "2026-01-07T15:20:33Z", program: "CEC", invitations: 8000 },
  ...{ lowestCrs: score, tieBreakAt: TIE_BREAK, source: "canada.ca" },
  ...fields,
});

beforeAll(async () => {
  files = {
    before: await addInPool("2025-06-10T15:59:24Z", 500, { ...THEN, name: ["Ada", "Before"] }),
    same: await addInPool(TIE_BREAK, 500, { ...THEN, name: ["Bo", "Same"] }),
    after: await addInPool("2025-06-10T15:59:26Z", 500, { ...THEN, name: ["Cy", "After"] }),
    theirs: await addInPool("2025-06-01T08:00:00Z", 500, {
      ...{ ...THEN, owner: firm.otherConsultant, name: ["Di", "Theirs"] },
    }),
  };
  const facts = await firm.read(firm.manager, (ctx) => getCaseFacts(ctx, files.same.caseId));
  score = assessCrs(facts, "2026-01-07").score.total;
});

describe("the round of 7 January 2026", () => {
  it("is replayed by the worker as soon as it is recorded, the tie-break to the second", async () => {
    const { roundId } = await firm.run(firm.manager, recordRound, round(9390));
    expect((await pageOf(roundId)).replay).toMatchObject({ state: "waiting", clients: 0 });
    await workOff();
    const { replay } = await pageOf(roundId);
    expect(replay).toMatchObject({
      ...{ state: "done", done: 4, total: 4, clients: 4, stale: false },
      ...{ rulesetId: "CRS-2025-03-25", superseded: false },
      counts: { reached: 3, near_miss: 1, invited: 0, below: 0, not_eligible: 0 },
    });
    expect(await listsOf(roundId)).toEqual({
      [files.before.caseId]: "reached: Equal, earlier by 1 second",
      [files.same.caseId]: "reached: Equal, the same second",
      [files.after.caseId]: "near_miss: Equal, later by 1 second",
      [files.theirs.caseId]: "reached: Equal, earlier by 9 d 7 h 59 min",
    });
    expect(replay?.lists.near_miss[0]?.enough).toBe("Any 1 point");
  });

  it("shows each consultant their own clients, and an administrator none", async () => {
    expect(Object.keys(await listsOf("9390", firm.otherConsultant))).toEqual([files.theirs.caseId]);
    expect(Object.keys(await listsOf("9390", firm.consultant))).toHaveLength(3);
    const page = await pageOf("9390", firm.administrator);
    expect(page).toMatchObject({ replay: null, allowed: { matches: false, replay: false } });
    expect(page.round.lowestCrs).toBe(score);
  });

  it("tells nobody of a round so long ago", async () => {
    expect(await mailsOf("round_news")).toEqual([]);
  });

  it("finds the same when it is asked for again, whatever was entered since", async () => {
    const earlier = await listsOf("9390");
    const later = { ...sampleTest, takenOn: "2025-12-01", listening: "12", reading: "12", writing: "12" };
    await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(files.after), ...later });
    const { rows } = await database.owner.query("select 1 from fact_change where case_id = $1", [
      files.after.caseId,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    await firm.run(firm.manager, replayRound, { roundId: "9390" });
    await workOff();
    expect(await listsOf("9390")).toEqual(earlier);
    expect(await database.owner.query("select 1 from round_replay where round_id = '9390'")).toMatchObject({
      rowCount: 2,
    });
  });

  it("goes on where it was cut off, and no client counts twice", async () => {
    const { replayId } = await firm.run(firm.manager, replayRound, { roundId: "9390" });
    const stopped = new AbortController();
    stopped.abort();
    await expect(replayJob({ replayId }, tools(stopped.signal))).rejects.toThrow();
    // Two processes at once: the second waits for the first, and finds its work done.
    await Promise.all([replayJob({ replayId }, tools()), replayJob({ replayId }, tools())]);
    expect((await pageOf("9390")).replay).toMatchObject({ id: replayId, state: "done", done: 4, total: 4 });
    const { rowCount } = await database.owner.query("select 1 from round_replay_line where replay_id = $1", [
      replayId,
    ]);
    expect(rowCount).toBe(4);
  });

  it("is stale when the round is corrected, until the replay of the correction is done", async () => {
    const corrected = round(9390, { lowestCrs: score + 1 });
    const { number: _number, source: _source, ...fields } = corrected;
    const fixed = { ...fields, id: "9390", version: 1, reason: "Misread" };
    await firm.run(firm.manager, correctRound, fixed);
    await workOff();
    expect((await pageOf("9390")).replay).toMatchObject({ stale: false, counts: { near_miss: 4 } });
    await firm.run(firm.manager, correctRound, {
      ...fixed,
      version: 2,
      lowestCrs: score,
      reason: "Was right",
    });
    await workOff();
    expect((await pageOf("9390")).replay).toMatchObject({ stale: false, counts: { reached: 3 } });
  });
});

describe("deciding what came of a round", () => {
  const decide = { roundId: "9390", receivedAt: "2026-01-07T15:30:00Z", shownExpiry: "" };

  it("records the ITAs of several clients at once: each its window, its mail to the client and to the owner", async () => {
    const caseIds = [files.before.caseId, files.same.caseId];
    expect(await firm.run(firm.manager, recordInvitations, { ...decide, caseIds })).toEqual({ recorded: 2 });
    const { rows } = await database.owner.query(
      `select invitation_class, crs_score, round_id, to_char(deadline_date, 'YYYY-MM-DD') as last_day
       from invitation where case_id = any($1)`,
      [caseIds],
    );
    const written = { invitation_class: "CEC", crs_score: score, round_id: "9390", last_day: "2026-03-08" };
    expect(rows).toEqual([written, written]);
    const told = (await mailsOf("invitation_recorded")).map(({ user_id }) => user_id).sort();
    const owner = firm.consultant.actor.userId;
    const clients = [files.before.client.actor.userId, files.same.client.actor.userId];
    expect(told).toEqual([...clients, owner, owner].sort());
    expect(await listsOf("9390")).toMatchObject({
      [files.before.caseId]: "invited: Equal, earlier by 1 second",
      [files.after.caseId]: "near_miss: Equal, later by 1 second",
    });
  });

  it("records none where one of them cannot be: named, with the reason", async () => {
    const caseIds = [files.theirs.caseId, files.after.caseId];
    const refusal = await refusalOf(firm.run(firm.manager, recordInvitations, { ...decide, caseIds }));
    expect(refusal.fieldErrors.caseIds).toContain("the round did not reach this client");
    const early = { ...decide, receivedAt: "2025-05-01T00:00:00Z", caseIds: [files.theirs.caseId] };
    const before = await refusalOf(firm.run(firm.manager, recordInvitations, early));
    expect(before.fieldErrors.caseIds).toMatch(/^Di Theirs: An invitation cannot come before the profile/);
    const { rowCount } = await database.owner.query("select 1 from invitation where case_id = any($1)", [
      caseIds,
    ]);
    expect(rowCount).toBe(0);
  });

  it("is for whoever may decide on the case", async () => {
    const input = { ...decide, caseIds: [files.theirs.caseId] };
    await expect(firm.run(firm.consultant, recordInvitations, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("keeps who saw that no ITA was sent", async () => {
    const input = { roundId: "9390", caseIds: files.theirs.caseId, reason: "Nothing in the account" };
    expect(await firm.run(firm.otherConsultant, noteNoInvitation, input)).toEqual({ noted: 1 });
    const line = (await pageOf("9390")).replay?.lists.reached[0];
    expect(line?.noInvitation).toMatchObject({
      reason: "Nothing in the account",
      by: firm.otherConsultant.actor.name,
    });
    await expect(firm.run(firm.otherConsultant, noteNoInvitation, input)).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("a replay as a file", () => {
  const csvFor = async (caller = firm.consultant) =>
    (await firm.run(caller, exportReplay, { roundId: "9390" })).csv;

  it("holds every line of the viewer's clients, list by list, and is in the log", async () => {
    const csv = await csvFor();
    expect(csv).toContain("Near miss,");
    expect(csv).toContain("Cy After");
    expect(csv).not.toContain("Di Theirs");
    expect((await csvFor(firm.manager)).trim().split("\r\n")).toHaveLength(5);
    const { rowCount } = await database.owner.query(
      "select 1 from audit_event where event = 'round.replay_exported' and detail ->> 'rows' = '4'",
    );
    expect(rowCount).toBe(1);
    await expect(csvFor(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a client with an open ITA", () => {
  it("is skipped by later rounds; declined, the profile competes again with its instant", async () => {
    const later = round(9391, { date: "2026-01-21", at: "2026-01-21T15:00:00Z" });
    await firm.run(firm.manager, recordRound, later);
    await workOff();
    const { replay } = await pageOf("9391");
    expect(replay?.reasons).toEqual([{ reason: "held_invitation", label: "Already held an ITA", count: 2 }]);
    const gone = round(9392, { date: "2026-01-08", at: "2026-01-08T15:00:00Z", lowestCrs: 1 });
    await firm.run(firm.manager, recordRound, gone);
    await workOff();
    expect((await pageOf("9392")).replay?.counts).toMatchObject({ reached: 2, not_eligible: 2 });
  });
});

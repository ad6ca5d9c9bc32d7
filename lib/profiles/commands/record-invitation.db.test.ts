/** The journey's middle: profile, round, invitation, checklist, sign-off, approval, submission (rules reference 4 and 8). */
import { beforeAll, describe, expect, it } from "vitest";
import { acceptedLines } from "@/lib/testing/accepted-lines";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { shownFacts } from "@/lib/testing/shown-facts";
import { approve } from "@/lib/submission/commands/approve";
import { recordSubmission } from "@/lib/submission/commands/record-submission";
import { signOff } from "@/lib/submission/commands/sign-off";
import { declineInvitation } from "./decline-invitation";
import { expireInvitation } from "./expire-invitation";
import { rulesetIdOn } from "../rules";
import { recordInvitation } from "./record-invitation";
import { startPreparation } from "./start-preparation";

const database = testDatabase();
const firm = testFirm(database);

let now: Date;

beforeAll(async () => {
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
});

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19) + "Z";

const addInPool = poolFiles(database, firm);
const accept = acceptedLines(database);

const invite = (file: TestCase, fields: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, recordInvitation, {
    caseId: file.caseId,
    receivedAt: daysAgo(5),
    invitationClass: "CEC",
    crsScore: 511,
    ...fields,
  });

const stageOf = async (file: TestCase) =>
  (await database.owner.query<{ stage: string }>("select stage from case_file where id = $1", [file.caseId]))
    .rows[0]?.stage;

describe("recording an invitation", () => {
  it("starts the 60 days: stage, deadline, planned day, profile out of the pool, all in the log", async () => {
    const file = await addInPool(daysAgo(40), 520);
    const { deadline, warning } = await invite(file);
    expect(warning).toBeNull();
    expect(await stageOf(file)).toBe("ITA_RECEIVED");
    const { rows } = await database.owner.query(
      `select i.deadline_date = i.issue_date + 60 as sixty, c.next_deadline_on = i.deadline_date as shown, c.next_deadline_kind,
         c.planned_submission_on = i.issue_date + 50 as planned, p.status
       from invitation i join case_file c on c.id = i.case_id join express_entry_profile p on p.id = i.profile_id where i.case_id = $1`,
      [file.caseId],
    );
    expect(rows).toEqual([
      { sixty: true, shown: true, next_deadline_kind: "ita", planned: true, status: "invited" },
    ]);
    expect(deadline).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const events = (await firm.eventsOf(file.caseId)).map((event) => event.event);
    expect(events).toEqual(
      expect.arrayContaining(["profile.recorded", "invitation.recorded", "case.advanced", "deadline.set"]),
    );
  });

  it("keeps the score, the rules of the day and the facts as they were, by which a change is judged", async () => {
    const file = await addInPool(daysAgo(40), 520);
    await invite(file, { crsScore: 520 });
    const { rows } = await database.owner.query<{ issue_date: string; ruleset_id: string }>(
      `select i.crs_score, i.ruleset_id, to_char(i.issue_date, 'YYYY-MM-DD') as issue_date,
         jsonb_array_length(i.facts_at_invitation -> 'people') as people
       from invitation i where i.case_id = $1`,
      [file.caseId],
    );
    expect(rows[0]).toMatchObject({ crs_score: 520, people: 1 });
    expect(rows[0]?.ruleset_id).toBe(rulesetIdOn(rows[0]?.issue_date ?? ""));
  });

  it("lets IRCC's earlier date win and says so", async () => {
    const file = await addInPool(daysAgo(40), 520);
    const shownExpiry = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const { deadline, warning } = await invite(file, { shownExpiry });
    expect(deadline).toBe(shownExpiry);
    expect(warning).toContain("earlier than 60 days");
  });

  it("refuses one before the profile, at the field", async () => {
    const file = await addInPool(daysAgo(3), 520);
    await expect(invite(file)).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { receivedAt: expect.stringContaining("cannot come before the profile") },
    });
    expect(await stageOf(file)).toBe("IN_POOL");
  });

  it("refuses one without a profile, another's case, a client", async () => {
    const bare = await firm.addCase({ stage: "ASSESSMENT" });
    await expect(invite(bare)).rejects.toMatchObject({ code: "CONFLICT" });
    const input = { caseId: bare.caseId, receivedAt: daysAgo(5), invitationClass: "CEC", crsScore: 511 };
    await expect(firm.run(firm.otherConsultant, recordInvitation, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(firm.run(bare.client, recordInvitation, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("goes back to the pool with its old timestamp when declined in time", async () => {
    const submittedAt = daysAgo(40);
    const file = await addInPool(submittedAt, 520);
    await invite(file);
    await firm.run(firm.consultant, declineInvitation, {
      caseId: file.caseId,
      reason: "Married since; score falls",
    });
    expect(await stageOf(file)).toBe("IN_POOL");
    const { rows } = await database.owner.query<{ status: string; submitted_at: Date }>(
      "select status, submitted_at from express_entry_profile where case_id = $1",
      [file.caseId],
    );
    expect(rows).toEqual([{ status: "live", submitted_at: new Date(submittedAt) }]);
  });

  it("lapses after day 60, by background work only", async () => {
    const file = await addInPool(daysAgo(100), 520);
    await invite(file, { receivedAt: daysAgo(62) });
    await expect(firm.run(firm.manager, expireInvitation, { caseId: file.caseId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const worker = { actor: { kind: "system", name: "worker" } as const, trace: firm.manager.trace };
    await firm.run(worker, expireInvitation, { caseId: file.caseId });
    expect(await stageOf(file)).toBe("ITA_EXPIRED");
    const open = await addInPool(daysAgo(100), 520);
    await invite(open);
    await expect(firm.run(worker, expireInvitation, { caseId: open.caseId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("from checklist to submission", () => {
  it("takes every step in its order and refuses each too early", async () => {
    const file = await addInPool(daysAgo(40), 520);
    await invite(file);
    const { caseId } = file;
    const send = { caseId, submittedAt: daysAgo(0), confirmationNumber: "E000111222" };
    await firm.run(firm.consultant, startPreparation, {
      caseId,
      reason: "Above the cut-off, all proofs hold",
    });
    await expect(firm.run(firm.consultant, signOff, { caseId })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/required documents? (is|are) not accepted yet/),
    });
    await accept(file);
    const facts = await shownFacts(firm, file);
    await expect(firm.run(file.client, approve, facts)).rejects.toMatchObject({ code: "CONFLICT" });
    await firm.run(firm.consultant, signOff, { caseId });
    await expect(firm.run(firm.consultant, recordSubmission, send)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(firm.run(firm.consultant, approve, facts)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await firm.run(file.client, approve, facts);
    expect(await stageOf(file)).toBe("READY_TO_SUBMIT");
    await expect(
      firm.run(firm.consultant, recordSubmission, { ...send, submittedAt: daysAgo(6) }),
    ).rejects.toMatchObject({ fieldErrors: { submittedAt: "This is before the invitation." } });
    await firm.run(firm.consultant, recordSubmission, send);
    expect(await stageOf(file)).toBe("SUBMITTED");
    const { rows } = await database.owner.query(
      "select i.status, d.state from invitation i join deadline d on d.source_id = i.id where i.case_id = $1",
      [caseId],
    );
    expect(rows).toEqual([{ status: "submitted", state: "met" }]);
  });

  it("does not let a confirmation stand for facts that changed", async () => {
    const file = await addInPool(daysAgo(40), 520);
    await invite(file);
    const { caseId } = file;
    await firm.run(firm.consultant, startPreparation, {
      caseId,
      reason: "Above the cut-off, all proofs hold",
    });
    await accept(file);
    await firm.run(firm.consultant, signOff, { caseId });
    const shown = await shownFacts(firm, file);
    await database.owner.query("update case_file set facts_version = facts_version + 1 where id = $1", [
      caseId,
    ]);
    await expect(firm.run(file.client, approve, shown)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("changed while you were reading"),
    });
  });
});

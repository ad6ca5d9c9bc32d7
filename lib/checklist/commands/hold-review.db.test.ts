import { describe, expect, it } from "vitest";
import { isStaffContext, type Caller } from "@/lib/command/actor-context";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { getRequirement } from "../queries";
import { HOLD_MINUTES } from "../review/rules";
import { findHold } from "../holds/queries";
import { specOf } from "../rules";
import { acceptDocument } from "./accept-document";
import { holdReview } from "./hold-review";
import { releaseReview } from "./release-review";
import { returnDocument } from "./return-document";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put } = testUploads(database, firm);

const points = specOf(
  { ruleKey: "by-hand", kind: "passport", personId: null, subject: null },
  null,
).acceptancePoints;

/** A passport that waits for review. */
async function received(): Promise<{ file: TestCase; requirementId: string; versionId: string }> {
  const file = await firm.addCase();
  const requirementId = await addLine(file);
  const bytes = samplePdf();
  const uploadId = await reserve(file.client, file, bytes, { requirementId, title: null });
  const reception = await put(file.client, uploadId, bytes);
  if (reception.outcome === "failed") throw new Error(reception.failure.message);
  return { file, requirementId, versionId: reception.document.versionId };
}

const versionOf = async (requirementId: string) =>
  (await firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId))).version;

const holdOf = (caller: Caller<StaffActor>, requirementId: string) =>
  firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return findHold(ctx, requirementId);
  });

const letHoldLapse = (requirementId: string) =>
  database.owner.query(
    `update review_hold set active_at = now() - interval '${HOLD_MINUTES} minutes 1 second' where requirement_id = $1`,
    [requirementId],
  );

describe("two reviewers of one document", () => {
  it("of two who open it at the same moment exactly one has it, and the other is told who", async () => {
    const { file, requirementId } = await received();
    const answers = await Promise.all([
      firm.run(firm.consultant, holdReview, { requirementId }),
      firm.run(firm.manager, holdReview, { requirementId }),
    ]);
    expect(answers.filter(({ held }) => held)).toHaveLength(1);
    const refused = answers.find(({ held }) => !held);
    const holder = answers[0].held ? "Priya Raman" : "Anjali Jain";
    expect(refused).toMatchObject({ by: holder, since: expect.any(Date) });
    const events = (await firm.eventsOf(file.caseId)).filter(({ event }) =>
      event.startsWith("document.review"),
    );
    expect(events.map(({ event }) => event)).toEqual(["document.review_started"]);
  });

  it("of two who decide at the same moment exactly one decides", async () => {
    const { requirementId, versionId } = await received();
    const version = await versionOf(requirementId);
    const seen = { requirementId, versionId, version };
    const evidence = { points: [...points], validUntil: "4 Aug 2031" };
    const decisions = await Promise.allSettled([
      firm.run(firm.consultant, acceptDocument, { ...seen, ...evidence }),
      firm.run(firm.manager, returnDocument, { ...seen, code: "other", message: "Page 2 is missing." }),
    ]);
    expect(decisions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = decisions.find((decision) => decision.status === "rejected");
    expect(lost).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  it("nobody decides behind the back of who has it, and who takes it over does so knowingly", async () => {
    const { file, requirementId, versionId } = await received();
    await firm.run(firm.consultant, holdReview, { requirementId });
    const decision = { requirementId, versionId, code: "other", message: "Page 2 is missing." };
    const decide = async () =>
      firm.run(firm.manager, returnDocument, { ...decision, version: await versionOf(requirementId) });
    await expect(decide()).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Priya Raman is reviewing"),
    });
    expect(await firm.run(firm.manager, holdReview, { requirementId })).toMatchObject({ held: false });
    expect(await firm.run(firm.manager, holdReview, { requirementId, takeOver: true })).toMatchObject({
      held: true,
    });
    await decide();
    expect((await firm.eventsOf(file.caseId)).slice(-2)).toMatchObject([
      { event: "document.review_taken_over", detail: { from: "Priya Raman" } },
      { event: "document.returned" },
    ]);
    expect(await holdOf(firm.manager, requirementId)).toBeNull();
  });
});

describe("a hold", () => {
  it("is kept by signs of life that leave no line in the log, and lapses without them", async () => {
    const { file, requirementId } = await received();
    await firm.run(firm.consultant, holdReview, { requirementId });
    const before = await firm.eventsOf(file.caseId);
    await firm.run(firm.consultant, holdReview, { requirementId });
    expect(await firm.eventsOf(file.caseId)).toHaveLength(before.length);
    await letHoldLapse(requirementId);
    expect(await holdOf(firm.manager, requirementId)).toMatchObject({ by: "Priya Raman", alive: false });
    expect(await firm.run(firm.manager, holdReview, { requirementId })).toMatchObject({ held: true });
    expect(await holdOf(firm.manager, requirementId)).toMatchObject({ mine: true, alive: true });
    // The first reviewer comes back: the document is a colleague's now.
    expect(await firm.run(firm.consultant, holdReview, { requirementId })).toMatchObject({
      held: false,
      by: "Anjali Jain",
    });
  });

  it("is given back on leaving, by its holder alone", async () => {
    const { requirementId } = await received();
    await firm.run(firm.consultant, holdReview, { requirementId });
    await firm.run(firm.manager, releaseReview, { requirementId });
    expect(await holdOf(firm.consultant, requirementId)).toMatchObject({ mine: true });
    await firm.run(firm.consultant, releaseReview, { requirementId });
    expect(await holdOf(firm.consultant, requirementId)).toBeNull();
  });

  it("makes what nobody had looked at a document in review, and leaves a decided one as it is", async () => {
    const { requirementId, versionId } = await received();
    const { version } = await firm.run(firm.consultant, holdReview, { requirementId });
    const line = await firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId));
    expect(line).toMatchObject({ state: "in_review", version });
    await firm.run(firm.consultant, acceptDocument, {
      ...{ requirementId, versionId, version },
      ...{ points: [...points], validUntil: "4 Aug 2031" },
    });
    await firm.run(firm.manager, holdReview, { requirementId });
    expect((await firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId))).state).toBe(
      "accepted",
    );
  });
});

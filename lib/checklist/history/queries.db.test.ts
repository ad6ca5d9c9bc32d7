/** Each instant of each line, kept by itself: what usual days and forecasts are made of (issue 5, point 5). */
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import type { StaffContext } from "@/lib/command/actor-context";
import { completeUpload } from "@/lib/documents/commands/complete-upload";
import { reserveUpload } from "@/lib/documents/commands/reserve-upload";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { invitedCases } from "@/lib/testing/invited-cases";
import { regenerateChecklist } from "../commands/regenerate-checklist";
import { requestRequirement } from "../commands/request-requirement";
import { returnDocument } from "../commands/return-document";
import { startReview } from "../commands/start-review";
import { undoReview } from "../commands/undo-review";
import { unwaiveRequirement } from "../commands/unwaive-requirement";
import { waiveRequirement } from "../commands/waive-requirement";
import { getLeadTimeSettings } from "../lead-times/queries";
import { getChecklist, getRequirement, listRequirements } from "../queries";
import { listDurations } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const invitedCase = invitedCases(database, firm);

const statesOf = async (requirementId: string) => {
  const { rows } = await database.owner.query<{
    state: string;
    kind: string;
    country: string;
    person: string;
  }>(
    `select state, kind, country, person_id as person from requirement_event where requirement_id = $1 order by at, id`,
    [requirementId],
  );
  return rows;
};

async function policeLine(file: TestCase) {
  const lines = await firm.read(firm.manager, (ctx) => listRequirements(ctx, file.caseId));
  const line = lines.find(({ kind }) => kind === "police");
  if (!line) throw new Error("no police certificate");
  return line;
}

const versionOf = async (requirementId: string) =>
  (await firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId))).version;

/** What the upload route does once the bytes are safe. */
async function send(file: TestCase, requirementId: string): Promise<string> {
  const reserved = await firm.run(file.client, reserveUpload, {
    ...{ caseId: file.caseId, requirementId, fileName: "a.pdf", size: 10 },
  });
  const versionId = newId();
  await firm.run(file.client, completeUpload, {
    ...{
      uploadId: reserved.uploadId,
      versionId,
      fileName: "a.pdf",
      mediaType: "application/pdf",
      extension: "pdf",
    },
    ...{ size: 10, sha256: "0".repeat(64), flags: [], storageKey: versionId.replaceAll("-", "") },
    ...{ wrappedKey: "k", keyId: "k1" },
  });
  return versionId;
}

/** The step that accepting takes, without the evidence that it asks for (commands/accept-document.db.test.ts). */
async function accept(requirementId: string): Promise<void> {
  await database.app.query(
    `update requirement set state = 'accepted', decided_at = now(), updated_at = now(), version = version + 1
     where id = $1`,
    [requirementId],
  );
}

describe("the history of a line", () => {
  it("has each step that any command takes, with its kind, country and person", async () => {
    const file = await invitedCase();
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    const { id: requirementId, version } = await policeLine(file);
    await firm.run(firm.consultant, requestRequirement, { requirementId, version });
    await send(file, requirementId);
    const second = await send(file, requirementId);
    const step = async () => ({ requirementId, versionId: second, version: await versionOf(requirementId) });
    await firm.run(firm.consultant, startReview, await step());
    await firm.run(firm.consultant, returnDocument, { ...(await step()), code: "copy" });
    await firm.run(firm.consultant, undoReview, await step());
    await accept(requirementId);
    const kept = await statesOf(requirementId);
    expect(kept.map(({ state }) => state)).toEqual([
      ...["requested", "received", "received", "in_review", "returned", "in_review", "accepted"],
    ]);
    for (const row of kept)
      expect(row).toMatchObject({ kind: "police", country: "IN", person: file.principalId });
  });

  it("has waivers and their end; what had come in stands again where it stood", async () => {
    const file = await invitedCase();
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    const { id: requirementId } = await policeLine(file);
    await send(file, requirementId);
    const reason = "Cannot be had";
    await firm.run(firm.consultant, waiveRequirement, {
      ...{ requirementId, version: await versionOf(requirementId), reason, explain: "on" },
    });
    const lines = await firm.read(firm.manager, (ctx) => listRequirements(ctx, file.caseId));
    expect(lines.find(({ subject }) => subject === requirementId)).toMatchObject({
      kind: "letter_of_explanation",
      title: "Letter of explanation, Police certificate, India is missing",
    });
    await firm.run(firm.consultant, unwaiveRequirement, {
      ...{ requirementId, version: await versionOf(requirementId) },
    });
    const line = await firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId));
    expect(line).toMatchObject({ state: "received", waivedReason: null });
    expect((await statesOf(requirementId)).map(({ state }) => state)).toEqual([
      ...["received", "waived", "received"],
    ]);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual(
      expect.arrayContaining(["requirement.waived", "requirement.added", "requirement.unwaived"]),
    );
  });

  it("is only appended to, by the staff's role not even that", async () => {
    await expect(database.app.query("update requirement_event set state = 'requested'")).rejects.toThrow();
    await expect(database.app.query("delete from requirement_event")).rejects.toThrow();
    await expect(database.owner.query("update requirement_event set kind = 'x'")).rejects.toThrow(
      /only appended to/,
    );
  });
});

describe("what documents took", () => {
  it("is counted from the first asking to the file that was accepted, by kind and country, beside the entered days", async () => {
    const file = await invitedCase();
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    const { id: requirementId, version } = await policeLine(file);
    await firm.run(firm.consultant, requestRequirement, { requirementId, version });
    const first = await send(file, requirementId);
    await firm.run(firm.consultant, returnDocument, {
      ...{ requirementId, versionId: first, version: await versionOf(requirementId), code: "copy" },
    });
    await send(file, requirementId);
    await accept(requirementId);
    const mine = async () =>
      (await firm.read(firm.manager, (ctx) => listDurations(ctx, ["police"]))).filter(
        (one) => one.requirementId === requirementId,
      );
    const [duration] = await mine();
    expect(duration).toMatchObject({
      ...{ kind: "police", country: "IN", personId: file.principalId, returns: 1 },
    });
    expect(duration?.receivedAt.getTime()).toBeGreaterThanOrEqual(duration?.requestedAt.getTime() ?? NaN);
    // An accepted line opened again and accepted anew is one document still.
    await database.owner.query(
      `insert into requirement_event (case_id, client_id, requirement_id, person_id, kind, country, state, at)
       select case_id, client_id, requirement_id, person_id, kind, country, state, at + interval '1 second'
       from requirement_event where requirement_id = $1 and state = 'accepted'`,
      [requirementId],
    );
    expect(await mine()).toHaveLength(1);

    const settings = await firm.read(firm.consultant, (ctx) => getLeadTimeSettings(ctx as StaffContext));
    const police = settings.lines.find(({ kind }) => kind === "police");
    expect(police?.measured?.files).toBeGreaterThanOrEqual(1);
    expect(police?.countries).toMatchObject([{ code: "IN", own: null, measured: { days: 1 } }]);
    const checklist = await firm.read(firm.consultant, (ctx) =>
      getChecklist(ctx as StaffContext, file.number),
    );
    expect(checklist.police?.countries).toMatchObject([{ code: "IN", measured: { days: 1 } }]);
  });
});

import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { listVersionsOf } from "@/lib/documents/queries";
import { specOf } from "../rules";
import { getRequirement } from "../queries";
import { acceptDocument } from "./accept-document";
import { returnDocument } from "./return-document";
import { startReview } from "./start-review";
import { undoReview } from "./undo-review";

const database = testDatabase();
const firm = testFirm(database);

async function addVersion(file: TestCase, documentId: string, number: number): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
       sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, 'a.pdf', 'application/pdf', 'pdf', 10, 'x', $6, 'x', 'k1', $7, now())`,
    [id, documentId, file.caseId, file.clientId, number, id.replaceAll("-", ""), file.client.actor.userId],
  );
  return id;
}

/** A case with one received passport. */
async function received(options: Parameters<typeof firm.addCase>[0] = {}) {
  const file = await firm.addCase(options);
  const [requirementId, documentId] = [newId(), newId()];
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, received_at)
     values ($1, $2, $3, 'passport:x', 'passport', 'Passport', 'Everyone who applies needs one', 'received', now())`,
    [requirementId, file.caseId, file.clientId],
  );
  await database.owner.query(
    "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, 'Passport')",
    [documentId, file.caseId, file.clientId, requirementId],
  );
  const versionId = await addVersion(file, documentId, 1);
  return { file, documentId, seen: { requirementId, versionId, version: 1 } };
}

const lineOf = (requirementId: string) =>
  firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId));
const versionsOf = (requirementId: string) =>
  firm.read(firm.manager, (ctx) => listVersionsOf(ctx, requirementId));
const points = specOf(
  { ruleKey: "passport:x", kind: "passport", personId: null, subject: null },
  null,
).acceptancePoints;

describe("accepting", () => {
  it("takes every point ticked, keeps the dates, and counts it on the case", async () => {
    const { file, seen } = await received();
    await firm.run(firm.consultant, startReview, seen);
    await firm.run(firm.consultant, acceptDocument, {
      ...seen,
      version: 2,
      points: [...points],
      validUntil: "4 Aug 2031",
    });
    expect(await lineOf(seen.requirementId)).toMatchObject({
      state: "accepted",
      validUntil: "2031-08-04",
      version: 3,
    });
    expect(await versionsOf(seen.requirementId)).toMatchObject([{ state: "accepted" }]);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      "document.review_started",
      "document.accepted",
    ]);
    const { rows } = await database.owner.query(
      "select accepted_count, review_count from case_file where id = $1",
      [file.caseId],
    );
    expect(rows).toEqual([{ accepted_count: 1, review_count: 0 }]);
  });

  it("names the points that are still open instead of accepting", async () => {
    const { seen } = await received();
    const refused = firm.run(firm.consultant, acceptDocument, { ...seen, points: points[0] });
    await expect(refused).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { points: expect.stringContaining(points[1] ?? "") },
    });
    expect(await lineOf(seen.requirementId)).toMatchObject({ state: "received", version: 1 });
  });

  it("refuses when a newer file arrived while one was looking", async () => {
    const { file, documentId, seen } = await received();
    const newer = await addVersion(file, documentId, 2);
    await expect(
      firm.run(firm.consultant, acceptDocument, { ...seen, points: [...points] }),
    ).rejects.toMatchObject({ code: "CONFLICT", current: { versionId: newer } });
  });

  it("lets one of two reviewers at once decide", async () => {
    const { seen } = await received();
    const both = await Promise.allSettled([
      firm.run(firm.consultant, acceptDocument, { ...seen, points: [...points] }),
      firm.run(firm.manager, returnDocument, { ...seen, code: "expired" }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is for the owner and managers; not for clients, administrators or colleagues", async () => {
    const { file, seen } = await received();
    const accept = (caller: Parameters<typeof firm.run>[0]) =>
      firm.run(caller, acceptDocument, { ...seen, points: [...points] });
    await expect(accept(file.client)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(accept(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(accept(firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(accept(firm.manager)).resolves.toMatchObject({ requirementId: seen.requirementId });
  });
});

describe("returning", () => {
  it("tells the client why, in the words of the rule, and keeps the file", async () => {
    const { file, seen } = await received();
    await firm.run(firm.consultant, returnDocument, { ...seen, code: "expired" });
    const [version] = await firm.read(file.client, (ctx) => listVersionsOf(ctx, seen.requirementId));
    expect(version).toMatchObject({
      state: "returned",
      returnCode: "expired",
      returnReason: expect.stringContaining("has expired"),
    });
    const { rows } = await database.owner.query("select kind, user_id from mail where case_id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ kind: "document_returned", user_id: file.client.actor.userId }]);
  });

  it("takes one's own words, and asks for them where no reason is known", async () => {
    const { seen } = await received();
    await expect(firm.run(firm.consultant, returnDocument, { ...seen, code: "other" })).rejects.toMatchObject(
      {
        code: "INVALID",
        fieldErrors: { message: expect.any(String) },
      },
    );
    await firm.run(firm.consultant, returnDocument, {
      ...seen,
      code: "other",
      message: "Page 3 is missing.",
    });
    expect(await versionsOf(seen.requirementId)).toMatchObject([
      { returnCode: "other", returnReason: "Page 3 is missing." },
    ]);
  });
});

describe("taking a decision back", () => {
  it("puts everything as it was, and the mail to the client with it", async () => {
    const { file, seen } = await received();
    const done = await firm.run(firm.consultant, returnDocument, { ...seen, code: "expired" });
    await firm.run(firm.consultant, undoReview, done);
    expect(await lineOf(seen.requirementId)).toMatchObject({ state: "in_review", decidedAt: null });
    expect(await versionsOf(seen.requirementId)).toMatchObject([{ state: "in_review", returnReason: null }]);
    const { rows } = await database.owner.query("select kind from mail where case_id = $1", [file.caseId]);
    expect(rows).toEqual([]);
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({ event: "document.review_undone" });
  });

  it("is too late once somebody acted, after ten minutes, and for somebody else", async () => {
    const { seen } = await received();
    const done = await firm.run(firm.consultant, returnDocument, { ...seen, code: "expired" });
    await expect(firm.run(firm.manager, undoReview, done)).rejects.toMatchObject({ code: "CONFLICT" });
    await database.owner.query(
      "update requirement set decided_at = now() - interval '11 minutes' where id = $1",
      [seen.requirementId],
    );
    await expect(firm.run(firm.consultant, undoReview, done)).rejects.toMatchObject({
      message: expect.stringContaining("10 minutes"),
    });
    await firm.run(firm.consultant, startReview, done);
    await expect(firm.run(firm.consultant, undoReview, done)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

import { describe, expect, it } from "vitest";
import { getRequirement } from "@/lib/checklist/queries";
import { openDocument } from "@/lib/documents/commands/open-document";
import { getCaseDocuments, listVersionsOfCase } from "@/lib/documents/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { isStaffContext, type Caller, type StaffContext } from "@/lib/command/actor-context";
import { getThread } from "../queries";
import { discardFile } from "./discard-file";
import { placeFile } from "./place-file";
import { sendMessage } from "./send-message";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put, rowsOf, orphans } = testUploads(database, firm);

/** A file that is safe and waits in the composer of whoever adds it. */
async function add(caller: Caller, file: TestCase, item: string | null = null): Promise<string> {
  const bytes = samplePdf();
  const more = { title: null, fileName: "Letter of employment.pdf", forMessage: true, messageItem: item };
  const uploadId = await reserve(caller, file, bytes, more);
  const reception = await put(caller, uploadId, bytes);
  if (reception.outcome === "failed") throw new Error(reception.failure.message);
  return reception.document.versionId;
}

const open = (caller: Caller, versionId: string) =>
  firm.run(caller, openDocument, { versionId, how: "download", range: false });

function readAsStaff<T>(read: (ctx: StaffContext) => Promise<T>): Promise<T> {
  return firm.read(firm.consultant, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("the consultant is staff");
    return read(ctx);
  });
}

async function mailsOf(file: TestCase): Promise<string[]> {
  const { rows } = await database.owner.query<{ kind: string }>("select kind from mail where case_id = $1", [
    file.caseId,
  ]);
  return rows.map(({ kind }) => kind);
}

describe("a file that waits for its message", () => {
  it("is its writer's alone: the other side sees and opens nothing, and is told nothing", async () => {
    const file = await firm.addCase();
    for (const [writer, reader] of [
      [file.client, firm.consultant],
      [firm.consultant, file.client],
    ] as const) {
      const versionId = await add(writer, file);
      const own = await firm.read(writer, (ctx) => getThread(ctx, file.caseId, null));
      expect(own.drafts).toMatchObject([{ id: versionId, fileName: "Letter of employment.pdf" }]);
      const others = await firm.read(reader, (ctx) => getThread(ctx, file.caseId, null));
      expect(others.drafts).toEqual([]);
      expect(await firm.read(reader, (ctx) => listVersionsOfCase(ctx, file.caseId))).toEqual([]);
      await expect(open(reader, versionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(firm.run(reader, discardFile, { versionId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      await firm.run(writer, discardFile, { versionId });
    }
    expect(await mailsOf(file)).toEqual([]);
  });

  it("is hidden from the client's role by the database too", async () => {
    const file = await firm.addCase();
    await add(firm.consultant, file);
    const portal = await database.portal.connect();
    try {
      await portal.query("begin");
      await portal.query(
        "select set_config('app.client_id', $1, true), set_config('app.user_id', $2, true)",
        [file.clientId, file.client.actor.userId],
      );
      expect((await portal.query("select id from document_version")).rows).toEqual([]);
      const taken = "update document_version set draft_of = null where case_id = $1";
      expect((await portal.query(taken, [file.caseId])).rowCount).toBe(0);
      await expect(
        portal.query("select discard_message_draft(id) from (select $1::uuid as id) d", [file.caseId]),
      ).rejects.toThrow(/no such draft/);
    } finally {
      await portal.query("rollback");
      portal.release();
    }
  });

  it("goes when it is taken out: no row stays, and its bytes are left to the sweep", async () => {
    const file = await firm.addCase();
    const before = (await orphans()).length;
    const versionId = await add(file.client, file);
    await firm.run(file.client, discardFile, { versionId });
    expect(await rowsOf(file)).toEqual([]);
    expect((await orphans()).length).toBe(before + 1);
    const { rows } = await database.owner.query("select 1 from document where case_id = $1", [file.caseId]);
    expect(rows).toEqual([]);
    expect((await firm.eventsOf(file.caseId)).at(-1)?.event).toBe("document.discarded");
  });

  it("waits for one thread, of an item of its own case", async () => {
    const file = await firm.addCase();
    const other = await firm.addCase();
    const passport = await addLine(file);
    const versionId = await add(file.client, file, passport);
    const message = { caseId: file.caseId, body: "Here", files: [versionId] };
    await expect(firm.run(file.client, sendMessage, message)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await firm.read(file.client, (ctx) => getThread(ctx, file.caseId, null))).messages).toEqual([]);
    await expect(add(file.client, file, await addLine(other))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add(firm.administrator, file)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a file that came with a message", () => {
  async function sent(item = true) {
    const file = await firm.addCase();
    const passport = await addLine(file);
    const versionId = await add(file.client, file, item ? passport : null);
    await firm.run(file.client, sendMessage, {
      caseId: file.caseId,
      ...(item ? { requirementId: passport } : {}),
      files: [versionId],
    });
    return { file, passport, versionId };
  }

  it("is opened by those who open the case's documents, and every opening is in the log", async () => {
    const { file, passport, versionId } = await sent();
    const thread = await firm.read(firm.consultant, (ctx) => getThread(ctx, file.caseId, null, passport));
    expect(thread.messages).toMatchObject([
      { body: "", files: [{ versionId, fileName: "Letter of employment.pdf", placedAt: null }] },
    ]);
    await open(firm.consultant, versionId);
    await open(file.client, versionId);
    await expect(open(firm.administrator, versionId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(open(firm.otherConsultant, versionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stranger = await firm.addCase();
    await expect(open(stranger.client, versionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const opened = (await firm.eventsOf(file.caseId)).filter(({ event }) => event === "document.opened");
    expect(opened).toHaveLength(2);
    expect(await mailsOf(file)).toEqual(["message_received"]);
  });

  it("stands among the case's documents with where it came from", async () => {
    const { file, versionId } = await sent();
    const { documents } = await readAsStaff((ctx) => getCaseDocuments(ctx, file.number));
    expect(documents).toMatchObject([
      {
        title: "Letter of employment",
        requirementId: null,
        versions: [{ id: versionId, withMessage: true }],
      },
    ]);
  });

  it("is put to an item, where it waits for review, and stays with its message", async () => {
    const { file, passport, versionId } = await sent(false);
    await firm.run(firm.consultant, placeFile, { versionId, targetId: passport });
    const line = await firm.read(firm.consultant, (ctx) => getRequirement(ctx, passport));
    expect(line.state).toBe("received");
    const thread = await firm.read(file.client, (ctx) => getThread(ctx, file.caseId, null));
    expect(thread.messages[0]?.files).toMatchObject([
      { versionId, placedAt: { requirementId: passport, title: "Passport" } },
    ]);
    const { documents } = await readAsStaff((ctx) => getCaseDocuments(ctx, file.number));
    expect(documents).toMatchObject([
      { title: "Passport", versions: [{ id: versionId, number: 1, withMessage: true }] },
    ]);
    await expect(
      firm.run(firm.consultant, placeFile, { versionId, targetId: passport }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Move it from there") });
  });

  it("is put to items of its own case by who reviews it, and nothing else is", async () => {
    const { file, passport, versionId } = await sent();
    const other = await firm.addCase();
    for (const [caller, code] of [
      [file.client, "FORBIDDEN"],
      [firm.administrator, "FORBIDDEN"],
      [firm.otherConsultant, "NOT_FOUND"],
    ] as const)
      await expect(firm.run(caller, placeFile, { versionId, targetId: passport })).rejects.toMatchObject({
        code,
      });
    await expect(
      firm.run(firm.consultant, placeFile, { versionId, targetId: await addLine(other) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      firm.run(firm.consultant, placeFile, { versionId, targetId: await addLine(file, "waived", "Photo") }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

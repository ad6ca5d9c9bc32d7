import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { EICAR, samplePdf, samplePdfOfSize, samplePng } from "@/lib/testing/sample-files";
import { verifyObject } from "@/lib/storage/verify-object";
import { reserveUpload } from "./commands/reserve-upload";
import { receiveUpload, type IncomingFile } from "./reception";

const database = testDatabase();
const firm = testFirm(database);

const MIB = 1024 * 1024;

async function addLine(file: TestCase, state = "requested", title = "Passport"): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state)
     values ($1, $2, $3, $4, 'passport', $5, 'Everyone who applies needs one', $6)`,
    [id, file.caseId, file.clientId, `passport:${id}`, title, state],
  );
  return id;
}

async function reserve(caller: Caller, file: TestCase, bytes: Buffer, more: Record<string, unknown> = {}) {
  const { uploadId } = await firm.run(caller, reserveUpload, {
    caseId: file.caseId,
    requirementId: null,
    title: "Service agreement, signed",
    fileName: "scan.pdf",
    size: bytes.length,
    ...more,
  });
  return uploadId;
}

async function* piecesOf(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const put = (caller: Caller, uploadId: string, bytes: Buffer, more: Partial<IncomingFile> = {}) =>
  receiveUpload(firm.runtime, caller, {
    uploadId,
    body: piecesOf(bytes),
    contentLength: bytes.length,
    ...more,
  });

async function rowsOf(file: TestCase) {
  const { rows } = await database.owner.query<{
    id: string;
    number: number;
    sha256: string;
    size: string;
    state: string;
    storage_key: string;
    wrapped_key: string;
    key_id: string;
    document_id: string;
  }>("select * from document_version where case_id = $1 order by uploaded_at, number", [file.caseId]);
  return rows;
}

/** Every object on disk, found through the sweep of things without a row (old or not). */
async function orphans(): Promise<readonly string[]> {
  const seen: string[] = [];
  await firm.runtime.deps.objects.sweepOrphans({
    writtenBefore: new Date("2999-01-01"),
    knownAmong: async (keys) => {
      const { rows } = await database.owner.query<{ storage_key: string }>(
        "select storage_key from document_version where storage_key = any($1)",
        [keys],
      );
      const known = new Set(rows.map((row) => row.storage_key));
      seen.push(...keys.filter((key) => !known.has(key)));
      return new Set(keys);
    },
  });
  return seen;
}

describe("receiving a file", () => {
  it("stores a client's file for a checklist line: version, state, audit and mail in one go", async () => {
    const file = await firm.addCase();
    const line = await addLine(file);
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes, { requirementId: line, title: null });
    const done = await put(file.client, uploadId, bytes);
    expect(done).toMatchObject({ outcome: "received", document: { number: 1, size: bytes.length } });

    const [version] = await rowsOf(file);
    expect(version).toMatchObject({ state: "received", size: String(bytes.length) });
    expect(version?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    const { rows } = await database.owner.query("select state, received_at from requirement where id = $1", [
      line,
    ]);
    expect(rows).toEqual([{ state: "received", received_at: expect.any(Date) }]);
    expect(await firm.eventsOf(file.caseId)).toMatchObject([
      { event: "upload.reserved" },
      { event: "document.received", detail: { title: "Passport", version: 1 } },
    ]);
    const mails = await database.owner.query("select kind, user_id from mail where case_id = $1", [
      file.caseId,
    ]);
    expect(mails.rows).toEqual([{ kind: "document_received", user_id: file.ownerId }]);
  });

  it("keeps 24 MiB whole, and the stored object opens under its row's key", async () => {
    const file = await firm.addCase();
    const bytes = samplePdfOfSize(24 * MIB);
    const uploadId = await reserve(firm.consultant, file, bytes);
    await put(firm.consultant, uploadId, bytes);
    const [row] = await rowsOf(file);
    const fault = await verifyObject(
      { store: firm.runtime.deps.objects, keyring: firm.runtime.deps.keyring },
      {
        fileId: row!.id,
        caseId: file.caseId,
        storageKey: row!.storage_key,
        size: Number(row!.size),
        sha256: row!.sha256,
        keyId: row!.key_id,
        wrappedKey: Buffer.from(row!.wrapped_key, "base64"),
      },
    );
    expect(fault).toBeNull();
  });

  it("makes the second file of a line version 2 of the same document; both stay", async () => {
    const file = await firm.addCase();
    const line = await addLine(file, "returned");
    for (const bytes of [samplePdf(), samplePdf({ pages: 2 })]) {
      const uploadId = await reserve(file.client, file, bytes, { requirementId: line, title: null });
      await put(file.client, uploadId, bytes);
    }
    const rows = await rowsOf(file);
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(new Set(rows.map(({ document_id }) => document_id)).size).toBe(1);
  });

  it("answers a repeated PUT with the same document, and reads nothing", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes);
    const first = await put(file.client, uploadId, bytes);
    const again = await put(file.client, uploadId, bytes, {
      body: (async function* () {
        yield await Promise.reject(new Error("must not be read"));
      })(),
    });
    expect(again.outcome).toBe("repeated");
    expect((again as { document: unknown }).document).toEqual((first as { document: unknown }).document);
    expect(await rowsOf(file)).toHaveLength(1);
  });

  it("lets one of two PUTs at once win; the loser's object is deleted", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf({ padding: 200_000 });
    const uploadId = await reserve(file.client, file, bytes);
    const both = await Promise.allSettled([
      put(file.client, uploadId, bytes),
      put(file.client, uploadId, bytes),
    ]);
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: "CONFLICT" });
    expect(await rowsOf(file)).toHaveLength(1);
    expect(await orphans()).toEqual([]);
  });
});

describe("what is not kept", () => {
  it("refuses at once: empty, too large, a case one does not see, an administrator", async () => {
    const file = await firm.addCase();
    const other = await firm.addCase({ owner: firm.otherConsultant });
    const announce = (caller: Caller, target: TestCase, size: number) =>
      firm.run(caller, reserveUpload, {
        caseId: target.caseId,
        requirementId: null,
        title: "Letter",
        fileName: "a.pdf",
        size,
      });
    await expect(announce(file.client, file, 0)).rejects.toMatchObject({ code: "INVALID" });
    await expect(announce(file.client, file, 25 * MIB)).resolves.toBeDefined();
    await expect(announce(file.client, file, 25 * MIB + 1)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(announce(file.client, other, 10)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(announce(firm.consultant, other, 10)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(announce(firm.administrator, file, 10)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("does not take a line of another case of the same person's sight", async () => {
    const [file, second] = [await firm.addCase(), await firm.addCase()];
    const line = await addLine(second);
    await expect(
      reserve(firm.consultant, file, samplePdf(), { requirementId: line, title: null }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets nobody continue somebody else's upload", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes);
    await expect(put(firm.consultant, uploadId, bytes)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a client does not reopen what is accepted; the consultant may", async () => {
    const file = await firm.addCase();
    const line = await addLine(file, "accepted");
    const announced = { requirementId: line, title: null };
    await expect(reserve(file.client, file, samplePdf(), announced)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("accepted already"),
    });
    await expect(reserve(firm.consultant, file, samplePdf(), announced)).resolves.toBeDefined();
  });

  it.each([
    ["cut off", samplePdf(), (bytes: Buffer) => bytes.subarray(0, 100), 422, "incomplete"],
    [
      "longer than announced",
      samplePdf(),
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
      422,
      "longer_than_declared",
    ],
    ["not what its name says", samplePng(), (bytes: Buffer) => bytes, 415, "content_mismatch"],
  ])("keeps nothing of a file that is %s", async (_what, announced, sent, status, code) => {
    const file = await firm.addCase();
    const uploadId = await reserve(file.client, file, announced);
    const result = await put(file.client, uploadId, sent(announced), { contentLength: null });
    expect(result).toMatchObject({ outcome: "failed", failure: { status, code } });
    expect(await rowsOf(file)).toEqual([]);
    expect(await orphans()).toEqual([]);
  });

  it("counts without a Content-Length, and stops at the limit with 413", async () => {
    const file = await firm.addCase();
    const uploadId = await reserve(file.client, file, samplePdfOfSize(25 * MIB));
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      yield samplePdf().subarray(0, 20);
      for (;;) yield Buffer.alloc(MIB, 0x20);
    };
    const result = await put(file.client, uploadId, Buffer.alloc(0), {
      body: endless(),
      contentLength: null,
    });
    expect(result).toMatchObject({ outcome: "failed", failure: { status: 413 } });
  });

  it("refuses by Content-Length before reading", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes);
    await expect(put(file.client, uploadId, bytes, { contentLength: 5e9 })).rejects.toMatchObject({
      code: "TOO_LARGE",
    });
    await expect(put(file.client, uploadId, bytes, { contentLength: 12 })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("notices that the bytes changed on their way, and takes them at the next try", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const uploadId = await reserve(file.client, file, bytes, { sha256 });
    const changed = Buffer.from(bytes);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(await put(file.client, uploadId, changed)).toMatchObject({
      outcome: "failed",
      failure: { code: "hash_mismatch" },
    });
    expect(await put(file.client, uploadId, bytes)).toMatchObject({ outcome: "received" });
  });

  it("turns a virus away for good, with its row in the log", async () => {
    const file = await firm.addCase();
    const bytes = Buffer.concat([samplePdf(), Buffer.from(`%${EICAR}\n%%EOF\n`)]);
    const uploadId = await reserve(file.client, file, bytes);
    expect(await put(file.client, uploadId, bytes)).toMatchObject({ failure: { code: "malware" } });
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({
      event: "document.refused",
      outcome: "refused",
      detail: { why: "malware" },
    });
    await expect(put(file.client, uploadId, bytes)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("leaves nothing behind when the sender goes away in the middle, and the retry works", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf({ padding: 300_000 });
    const uploadId = await reserve(file.client, file, bytes);
    const cut = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 100_000);
      throw new Error("aborted");
    };
    expect(await put(file.client, uploadId, bytes, { body: cut() })).toMatchObject({
      outcome: "failed",
      failure: { code: "aborted" },
    });
    expect(await rowsOf(file)).toEqual([]);
    expect(await orphans()).toEqual([]);
    expect(await put(file.client, uploadId, bytes)).toMatchObject({ outcome: "received" });
  });

  it("deletes the object when the row is refused at the last moment", async () => {
    const file = await firm.addCase();
    const line = await addLine(file);
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes, { requirementId: line, title: null });
    await database.owner.query("update requirement set state = 'waived' where id = $1", [line]);
    await expect(put(file.client, uploadId, bytes)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await orphans()).toEqual([]);
    expect(await rowsOf(file)).toEqual([]);
  });

  it("keeps the object when nobody knows whether the commit arrived: the sweep decides later", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const uploadId = await reserve(firm.consultant, file, bytes);
    await database.owner.query(
      "alter table document_version add constraint broken check (file_name <> 'scan.pdf') not valid",
    );
    try {
      const failed: unknown = await put(firm.consultant, uploadId, bytes).catch((error: unknown) => error);
      expect(failed).not.toBeInstanceOf(AppError);
      expect(await orphans()).toHaveLength(1);
      expect(await rowsOf(file)).toEqual([]);
    } finally {
      await database.owner.query("alter table document_version drop constraint broken");
    }
    expect(await put(firm.consultant, uploadId, bytes)).toMatchObject({ outcome: "received" });
  });

  it("takes three at once from one person, and asks the fourth to wait", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 10);
      await gate;
      yield bytes.subarray(10);
    };
    const ids = [];
    for (let index = 0; index < 4; index += 1) ids.push(await reserve(file.client, file, bytes));
    const first = ids.slice(0, 3).map((id) => put(file.client, id, bytes, { body: slow() }));
    const fourth = put(file.client, ids[3]!, bytes);
    await expect(fourth).rejects.toMatchObject({ code: "THROTTLED", retryAfter: expect.any(Number) });
    open();
    expect(await Promise.all(first)).toMatchObject([{}, {}, {}].map(() => ({ outcome: "received" })));
    expect(await put(file.client, ids[3]!, bytes)).toMatchObject({ outcome: "received" });
  });
});

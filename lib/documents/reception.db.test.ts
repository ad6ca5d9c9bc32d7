import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { EICAR, samplePdf, samplePdfOfSize, samplePng } from "@/lib/testing/sample-files";
import { OBJECT_STORES } from "@/lib/testing/object-stores";
import { testUploads } from "@/lib/testing/uploads";
import { verifyObject } from "@/lib/storage/verify-object";

const MIB = 1024 * 1024;

describe.each(OBJECT_STORES)("kept in $name:", ({ open }) => {
  const database = testDatabase();
  const firm = testFirm(database, open);
  const { addLine, reserve, put, rowsOf, orphans } = testUploads(database, firm);

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
      const { rows } = await database.owner.query(
        "select state, received_at from requirement where id = $1",
        [line],
      );
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
      // Neither goes on before both are under way: the second of two in turn would be answered with what the first stored.
      let reading = 0;
      let open: () => void = () => undefined;
      const bothRead = new Promise<void>((resolve) => (open = resolve));
      const together = async function* (): AsyncGenerator<Uint8Array> {
        reading += 1;
        if (reading === 2) open();
        await bothRead;
        yield bytes;
      };
      const one = () => put(file.client, uploadId, bytes, { body: together() });
      const both = await Promise.allSettled([one(), one()]);
      const lost = both.filter((one) => one.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toMatchObject({ code: "CONFLICT" });
      expect(await rowsOf(file)).toHaveLength(1);
      expect(await orphans()).toEqual([]);
    });
  });

  describe("what is not kept", () => {
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
      // Their places are taken once their bytes are being read.
      const started: (() => void)[] = [];
      const reading = [0, 1, 2].map(() => new Promise<void>((resolve) => started.push(resolve)));
      const slow = async function* (): AsyncGenerator<Uint8Array> {
        started.pop()?.();
        yield bytes.subarray(0, 10);
        await gate;
        yield bytes.subarray(10);
      };
      const ids = [];
      for (let index = 0; index < 4; index += 1) ids.push(await reserve(file.client, file, bytes));
      const first = ids.slice(0, 3).map((id) => put(file.client, id, bytes, { body: slow() }));
      await Promise.all(reading);
      const fourth = put(file.client, ids[3]!, bytes);
      await expect(fourth).rejects.toMatchObject({ code: "THROTTLED", retryAfter: expect.any(Number) });
      open();
      expect(await Promise.all(first)).toMatchObject([{}, {}, {}].map(() => ({ outcome: "received" })));
      expect(await put(file.client, ids[3]!, bytes)).toMatchObject({ outcome: "received" });
    });
  });
});

import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Body } from "@/lib/storage/body-reader";
import { FileObjectStore } from "@/lib/storage/file-object-store";
import { Keyring } from "@/lib/storage/keyring";
import { MIB } from "@/lib/storage/limits";
import type { ObjectStore } from "@/lib/storage/object-store";
import type { ReceiveRequest, ReceiveResult } from "@/lib/storage/receive";
import { receiveFile } from "@/lib/storage/receive";
import { StorageError } from "@/lib/storage/storage-error";
import { openStoredFile } from "@/lib/storage/stored-file";
import { hangingBody, manualTimers } from "@/lib/testing/slow-body";
import {
  EICAR,
  sampleDocx,
  sampleJpeg,
  samplePdf,
  samplePdfOfSize,
  samplePng,
} from "@/lib/testing/sample-files";

const FILE = "11111111-1111-4111-8111-111111111111";
const CASE = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
const PLENTY = { free: 1e12, total: 1e12 };

const keyring = Keyring.generate();
let directory: string;
let store: FileObjectStore;
let space = PLENTY;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "landfall-receive-"));
  space = PLENTY;
  store = await FileObjectStore.open({ directory, measure: async () => space });
});
afterEach(() => rm(directory, { recursive: true }));

async function* pieces(bytes: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

function receive(bytes: Buffer, changes: Partial<ReceiveRequest> = {}): Promise<ReceiveResult> {
  const base = { store, keyring, fileId: FILE, caseId: CASE, fileName: "a.pdf", declaredSize: bytes.length };
  return receiveFile({ ...base, body: pieces(bytes), ...changes });
}

async function storedFiles(): Promise<Buffer[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
}

async function expectFailure(result: Promise<ReceiveResult>, code: string, status: number): Promise<void> {
  expect(await result).toEqual({
    ok: false,
    failure: { code, status, message: expect.stringMatching(/^[A-Z].*\.$/) },
  });
  expect(await storedFiles()).toEqual([]);
}

describe("a file that is received", () => {
  it.each([
    ["a.pdf", samplePdf({ extra: "/OpenAction 9 0 R" }), "application/pdf", "pdf", ["pdf.open_action"]],
    ["Scan.JPEG", sampleJpeg(), "image/jpeg", "jpg", []],
    ["b.png", samplePng(), "image/png", "png", []],
    [
      "../c.docx",
      sampleDocx(),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx",
      [],
    ],
  ])("is described, stored and read back: %s", async (fileName, bytes, mediaType, extension, flags) => {
    const result = await receive(bytes, { fileName });
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.file).toMatchObject({
      mediaType,
      extension,
      flags,
      size: bytes.length,
      fileId: FILE,
      caseId: CASE,
    });
    expect(result.file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(result.file.fileName).toBe(fileName.replace("../", ""));
    const parts: Buffer[] = [];
    for await (const part of await openStoredFile({ store, keyring }, result.file)) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it("may come as a web stream, from Node, or byte by byte", async () => {
    const bytes = samplePdf({ pages: 4 });
    for (const body of [
      Readable.toWeb(Readable.from(pieces(bytes))),
      Readable.from(pieces(bytes)),
      pieces(bytes, 1),
    ]) {
      expect(await receive(bytes, { body: body as Body })).toMatchObject({ ok: true, file: { pages: 4 } });
    }
  });

  it("leaves no plaintext on the disk, nor its name, nor does a refused one", async () => {
    const canary = "CANARY-PASSPORT-AB123456";
    await receive(samplePdf({ extra: `(${canary})`, padding: 200_000 }), { fileName: `${canary}.pdf` });
    await receive(Buffer.from(canary.repeat(9000)), { fileName: `${canary}.pdf` });
    const [stored, ...others] = await storedFiles();
    expect(others).toEqual([]);
    expect(stored?.length).toBeGreaterThan(200_000);
    expect(stored?.includes(canary)).toBe(false);
    expect(await readdir(directory, { recursive: true })).not.toContainEqual(expect.stringContaining(canary));
  });

  it("is accepted when its hash is the announced one, in either case of letters", async () => {
    const bytes = samplePdf();
    const declaredSha256 = createHash("sha256").update(bytes).digest("hex").toUpperCase();
    expect(await receive(bytes, { declaredSha256 })).toMatchObject({ ok: true });
  });

  it.each([12 * MIB, 24 * MIB, 25 * MIB])(
    "of %d bytes is stored whole",
    { timeout: 20_000 },
    async (size) => {
      const bytes = samplePdfOfSize(size);
      const result = await receive(bytes, { body: pieces(bytes, 70_001) });
      expect(result).toMatchObject({ ok: true, file: { size } });
    },
  );
});

describe("a file is refused and leaves nothing", () => {
  const bytes = samplePdfOfSize(200_000);

  it("when it is empty", () => expectFailure(receive(Buffer.alloc(0)), "empty", 422));

  it("when more than 25 MiB is announced, without reading it", async () => {
    let read = false;
    async function* body(): AsyncGenerator<Buffer> {
      read = true;
      yield bytes;
    }
    await expectFailure(receive(bytes, { declaredSize: 25 * MIB + 1, body: body() }), "too_large", 413);
    await expectFailure(receive(bytes, { declaredSize: 5e9, body: body() }), "too_large", 413);
    expect(read).toBe(false);
  });

  it("at the first byte over the limit, whatever was announced", async () => {
    const limits = { maxBytes: 200_000, idleMs: 1000, totalMs: 1000 };
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield bytes;
      for (;;) {
        given += 1;
        yield Buffer.alloc(1);
      }
    }
    await expectFailure(receive(bytes, { limits, body: endless() }), "too_large", 413);
    expect(given).toBe(1);
  });

  it("when more or less arrives than was announced", async () => {
    await expectFailure(receive(bytes, { declaredSize: bytes.length - 1 }), "longer_than_declared", 422);
    await expectFailure(receive(bytes, { declaredSize: bytes.length + 1 }), "incomplete", 422);
    for (const share of [0, 0.1, 0.5, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expectFailure(receive(bytes, { body: pieces(cut) }), "incomplete", 422);
    }
  });

  it("when its hash is not the announced one", async () => {
    await expectFailure(receive(bytes, { declaredSha256: "0".repeat(64) }), "hash_mismatch", 422);
  });

  it("when its name or its contents are not accepted", async () => {
    await expectFailure(receive(bytes, { fileName: "a.pdf.exe" }), "type_not_accepted", 415);
    await expectFailure(receive(bytes, { fileName: ".pdf" }), "base_name_missing", 415);
    await expectFailure(receive(bytes, { fileName: "a.png" }), "content_mismatch", 415);
    const program = Buffer.concat([Buffer.from("MZ"), bytes]);
    await expectFailure(receive(program, { fileName: "a.exe.pdf" }), "content_mismatch", 415);
    await expectFailure(receive(Buffer.from(EICAR)), "malware", 422);
    await expectFailure(
      receive(Buffer.concat([samplePng(), bytes]), { fileName: "a.png" }),
      "png_trailing_data",
      422,
    );
  });

  it("when the connection breaks", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield bytes.subarray(0, 150_000);
      throw new Error("aborted");
    }
    await expectFailure(receive(bytes, { body: broken() }), "aborted", 400);
    expect(await receive(bytes)).toMatchObject({ ok: true });
  });

  it("when the storage is nearly full, before reading", async () => {
    space = { free: 1000, total: 1e12 };
    await expectFailure(receive(bytes), "storage_full", 507);
  });

  it("when the storage becomes full half way", async () => {
    const filling: ObjectStore = {
      assertRoom: (room) => store.assertRoom(room),
      stat: (key) => store.stat(key),
      read: (key, range) => store.read(key, range),
      delete: (key) => store.delete(key),
      sweepOrphans: (sweep) => store.sweepOrphans(sweep),
      beginWrite: async (uploadId) => {
        const writer = await store.beginWrite(uploadId);
        let written = 0;
        return {
          write: async (chunk) => {
            written += chunk.length;
            if (written > 100_000) throw new StorageError("storage_full", "full");
            await writer.write(chunk);
          },
          commit: () => writer.commit(),
          discard: () => writer.discard(),
        };
      },
    };
    await expectFailure(receive(bytes, { store: filling }), "storage_full", 507);
  });
});

describe("a sender who does not go on", () => {
  const bytes = samplePdfOfSize(200_000);

  it.each([
    ["30 s without a byte", 30_000, "idle"],
    ["10 min in all", 600_000, "timed_out"],
  ])("leaves nothing behind after %s", async (_, milliseconds, code) => {
    const timers = manualTimers();
    const { body, waiting } = hangingBody(bytes.subarray(0, 100_000));
    const result = receive(bytes, { body, startTimer: timers.startTimer });
    await waiting;
    timers.elapse(milliseconds);
    await expectFailure(result, code, 408);
  });

  it("leaves nothing behind when gone, before or in the middle", async () => {
    const gone = new AbortController();
    const { body, waiting } = hangingBody(bytes.subarray(0, 100_000));
    const result = receive(bytes, { body, signal: gone.signal });
    await waiting;
    gone.abort();
    await expectFailure(result, "aborted", 400);
    await expectFailure(receive(bytes, { signal: gone.signal }), "aborted", 400);
  });
});

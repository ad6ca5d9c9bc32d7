import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { HEADER_BYTES, SEALED_SEGMENT_BYTES, SEGMENT_BYTES } from "@/lib/storage/file-cipher";
import { FileObjectStore } from "@/lib/storage/file-object-store";
import { Keyring } from "@/lib/storage/keyring";
import type { ByteRange } from "@/lib/storage/object-store";
import type { ReceivedFile } from "@/lib/storage/receive";
import { receiveFile } from "@/lib/storage/receive";
import type { StoredFile } from "@/lib/storage/stored-file";
import { fileIdOf, openStoredFile } from "@/lib/storage/stored-file";
import { verifyObject } from "@/lib/storage/verify-object";
import { samplePdfOfSize } from "@/lib/testing/sample-files";

const CASE = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
const FILE = "11111111-1111-4111-8111-111111111111";
const OTHER_FILE = "22222222-2222-4222-8222-222222222222";
const THREE_SEGMENTS = 2 * SEGMENT_BYTES + 500;

const keyring = Keyring.generate();
let directory: string;
let store: FileObjectStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "landfall-stored-"));
  store = await FileObjectStore.open({ directory, measure: async () => ({ free: 1e12, total: 1e12 }) });
});
afterEach(() => rm(directory, { recursive: true }));

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function keep(bytes: Buffer, fileId = FILE): Promise<ReceivedFile> {
  const request = { store, keyring, fileId, caseId: CASE, fileName: "a.pdf", declaredSize: bytes.length };
  const result = await receiveFile({ ...request, body: once(bytes) });
  if (!result.ok) throw new Error(result.failure.code);
  return result.file;
}

/** What a reader gets before it ends or fails. */
async function readOut(file: StoredFile, range?: ByteRange): Promise<{ bytes: Buffer; error: unknown }> {
  const parts: Buffer[] = [];
  try {
    for await (const part of await openStoredFile({ store, keyring }, file, range)) parts.push(part);
  } catch (error) {
    return { bytes: Buffer.concat(parts), error };
  }
  return { bytes: Buffer.concat(parts), error: null };
}

const pathOf = (file: StoredFile) => join(directory, file.storageKey.slice(0, 2), file.storageKey);

async function alter(file: StoredFile, change: (stored: Buffer) => Buffer): Promise<void> {
  await writeFile(pathOf(file), change(await readFile(pathOf(file))));
}

describe("a stored file", () => {
  it.each([SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 2 * SEGMENT_BYTES, THREE_SEGMENTS])(
    "of %d bytes is read back as it was sent",
    async (size) => {
      const plaintext = samplePdfOfSize(size);
      const file = await keep(plaintext);
      const { bytes, error } = await readOut(file);
      expect(error).toBeNull();
      expect(bytes.equals(plaintext)).toBe(true);
      expect(await verifyObject({ store, keyring }, file)).toBeNull();
    },
  );

  it("is read in any range, at and across segment borders", async () => {
    const plaintext = samplePdfOfSize(THREE_SEGMENTS);
    const file = await keep(plaintext);
    const points = [
      0,
      1,
      SEGMENT_BYTES - 1,
      SEGMENT_BYTES,
      SEGMENT_BYTES + 1,
      2 * SEGMENT_BYTES,
      THREE_SEGMENTS,
    ];
    for (const start of points) {
      for (const end of points.filter((point) => point >= start)) {
        const { bytes, error } = await readOut(file, { start, end });
        expect(error).toBeNull();
        expect(bytes.equals(plaintext.subarray(start, end))).toBe(true);
      }
    }
  });

  it("has no bytes outside itself", async () => {
    const file = await keep(samplePdfOfSize(1000));
    const access = { store, keyring };
    await expect(openStoredFile(access, file, { start: 0, end: 1001 })).rejects.toThrow(RangeError);
    await expect(openStoredFile(access, file, { start: -1, end: 5 })).rejects.toThrow(RangeError);
    await expect(openStoredFile(access, file, { start: 5, end: 4 })).rejects.toThrow(RangeError);
  });

  it("says in its object which file it is", async () => {
    const file = await keep(samplePdfOfSize(1000));
    expect(await fileIdOf(store, file.storageKey)).toBe(FILE);
  });
});

describe("a stored file that was tampered with fails before a wrong byte is given out:", () => {
  const plaintext = samplePdfOfSize(THREE_SEGMENTS);

  /** All that comes out is a true beginning of the file, in whole segments, and then an error. */
  async function expectFailure(file: ReceivedFile, code: string, segmentsBefore = 0): Promise<void> {
    const { bytes, error } = await readOut(file);
    expect(error).toMatchObject({ code });
    expect(bytes.equals(plaintext.subarray(0, segmentsBefore * SEGMENT_BYTES))).toBe(true);
    expect(await verifyObject({ store, keyring }, file)).toMatchObject({ code });
  }

  it.each([
    ["in the magic", 0, 0],
    ["in the file id", 10, 0],
    ["in the first segment", HEADER_BYTES, 0],
    ["in the first tag", HEADER_BYTES + SEALED_SEGMENT_BYTES - 1, 0],
    ["in the second segment", HEADER_BYTES + SEALED_SEGMENT_BYTES + 7, 1],
    ["in the last segment", HEADER_BYTES + 2 * SEALED_SEGMENT_BYTES + 1, 2],
  ])("a bit flipped %s", async (_, at, segmentsBefore) => {
    const file = await keep(plaintext);
    await alter(file, (stored) => {
      stored[at] = (stored[at] ?? 0) ^ 0x80;
      return stored;
    });
    await expectFailure(file, "object_corrupt", segmentsBefore);
  });

  it.each([
    ["by one byte", -1],
    ["to a segment border", HEADER_BYTES + 2 * SEALED_SEGMENT_BYTES],
    ["to its header", HEADER_BYTES],
    ["to nothing", 0],
  ])("cut %s", async (_, end) => {
    const file = await keep(plaintext);
    await alter(file, (stored) => stored.subarray(0, end));
    await expectFailure(file, "object_corrupt");
  });

  it("cut, with a row that agrees", async () => {
    const file = await keep(plaintext);
    await alter(file, (stored) => stored.subarray(0, HEADER_BYTES + SEALED_SEGMENT_BYTES));
    const { bytes, error } = await readOut({ ...file, size: SEGMENT_BYTES });
    expect(error).toMatchObject({ code: "object_corrupt" });
    expect(bytes).toHaveLength(0);
  });

  it("lengthened", async () => {
    const file = await keep(plaintext);
    await alter(file, (stored) => Buffer.concat([stored, randomBytes(1)]));
    await expectFailure(file, "object_corrupt");
  });

  it("two segments exchanged", async () => {
    const file = await keep(plaintext);
    await alter(file, (stored) => {
      const [first, second] = [HEADER_BYTES, HEADER_BYTES + SEALED_SEGMENT_BYTES];
      const segment = Buffer.from(stored.subarray(first, second));
      stored.copy(stored, first, second, second + SEALED_SEGMENT_BYTES);
      segment.copy(stored, second);
      return stored;
    });
    await expectFailure(file, "object_corrupt");
  });

  it("two objects of one length exchanged, both named", async () => {
    const [first, second] = [await keep(plaintext), await keep(plaintext, OTHER_FILE)];
    const aside = join(directory, "aside");
    await rename(pathOf(first), aside);
    await rename(pathOf(second), pathOf(first));
    await copyFile(aside, pathOf(second));
    await expectFailure(first, "object_corrupt");
    expect(await verifyObject({ store, keyring }, first)).toMatchObject({
      reason: `Object ${first.storageKey} holds ${OTHER_FILE}.`,
    });
    await expectFailure(second, "object_corrupt");
  });

  it("another file's segment under the right header", async () => {
    const [first, second] = [await keep(plaintext), await keep(plaintext, OTHER_FILE)];
    const foreign = await readFile(pathOf(second));
    await alter(first, (stored) =>
      Buffer.concat([stored.subarray(0, HEADER_BYTES), foreign.subarray(HEADER_BYTES)]),
    );
    await expectFailure(first, "object_corrupt");
  });

  it("a row that names another case, another file's key, or a key that is gone", async () => {
    const [first, second] = [await keep(plaintext), await keep(plaintext, OTHER_FILE)];
    await expectFailure({ ...first, caseId: FILE }, "object_corrupt");
    await expectFailure({ ...first, wrappedKey: second.wrappedKey }, "seal_invalid");
    await expectFailure({ ...first, keyId: "master-gone" }, "key_missing");
    await expectFailure({ ...first, storageKey: "0".repeat(32) }, "object_missing");
  });

  it("a part asked for in the middle of it", async () => {
    const file = await keep(plaintext);
    await alter(file, (stored) => {
      const at = HEADER_BYTES + SEALED_SEGMENT_BYTES + 7;
      stored[at] = (stored[at] ?? 0) ^ 1;
      return stored;
    });
    const range = { start: SEGMENT_BYTES + 100, end: SEGMENT_BYTES + 110 };
    expect(await readOut(file, range)).toMatchObject({
      bytes: Buffer.alloc(0),
      error: { code: "object_corrupt" },
    });
  });
});

describe("verification", () => {
  it("names a file that is whole but is not the one its row describes", async () => {
    const file = await keep(samplePdfOfSize(1000));
    expect(await verifyObject({ store, keyring }, { ...file, sha256: "0".repeat(64) })).toEqual({
      code: "hash_mismatch",
      reason: `Object ${file.storageKey} is not the file its row describes.`,
    });
  });
});

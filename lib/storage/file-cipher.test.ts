import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  decodeHeader,
  decryptSegment,
  encryptFile,
  FileEncryptor,
  HEADER_BYTES,
  SEALED_SEGMENT_BYTES,
  SEGMENT_BYTES,
  segmentCount,
  storedSize,
} from "@/lib/storage/file-cipher";

const IDENTITY = {
  fileId: "11111111-1111-4111-8111-111111111111",
  caseId: "22222222-2222-4222-8222-222222222222",
};
const KEY = randomBytes(32);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function encrypt(plaintext: Buffer, piece = 10_000): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of encryptFile(KEY, IDENTITY, pieces(plaintext, piece))) parts.push(part);
  return Buffer.concat(parts);
}

function segmentsOf(stored: Buffer): Buffer[] {
  const segments: Buffer[] = [];
  for (let start = HEADER_BYTES; start < stored.length; start += SEALED_SEGMENT_BYTES) {
    segments.push(stored.subarray(start, start + SEALED_SEGMENT_BYTES));
  }
  return segments;
}

function decrypt(stored: Buffer): Buffer {
  const segments = segmentsOf(stored);
  return Buffer.concat(
    segments.map((sealed, counter) =>
      decryptSegment(KEY, IDENTITY, { counter, final: counter === segments.length - 1, sealed }),
    ),
  );
}

describe("the stored format", () => {
  it("gives back every file, at and around every segment border, however it was cut into pieces", async () => {
    const nearBorder = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 }))
      .map(([segments, shift]) => Math.max(0, segments * SEGMENT_BYTES + shift));
    const size = fc.oneof(nearBorder, fc.integer({ min: 0, max: 4 * SEGMENT_BYTES }));
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 997, max: 3 * SEGMENT_BYTES }), async (bytes, piece) => {
        const plaintext = randomBytes(bytes);
        const stored = await encrypt(plaintext, piece);
        expect(stored).toHaveLength(storedSize(bytes));
        expect(segmentsOf(stored)).toHaveLength(segmentCount(bytes));
        expect(decrypt(stored).equals(plaintext)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("does not show the plaintext", async () => {
    const stored = await encrypt(Buffer.alloc(3 * SEGMENT_BYTES, "CANARY"));
    expect(stored.includes("CANARY")).toBe(false);
    // Equal segments of plaintext do not look equal.
    const [first, second] = segmentsOf(stored);
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
  });

  it("names its file in the header, and takes only a UUID", async () => {
    expect(decodeHeader((await encrypt(Buffer.alloc(1))).subarray(0, HEADER_BYTES))).toBe(IDENTITY.fileId);
    expect(decodeHeader(Buffer.alloc(HEADER_BYTES))).toBeNull();
    expect(() => new FileEncryptor(KEY, { ...IDENTITY, fileId: "../etc" }).header()).toThrow(
      "lower-case UUID",
    );
  });
});

describe("a segment", () => {
  const plaintext = randomBytes(2 * SEGMENT_BYTES + 5);

  async function firstOf(stored: Promise<Buffer>): Promise<Buffer> {
    return segmentsOf(await stored)[0] ?? Buffer.alloc(0);
  }

  it.each([
    ["at another place", { counter: 1, final: false }, IDENTITY, KEY],
    ["as the last one", { counter: 0, final: true }, IDENTITY, KEY],
    ["of another file", { counter: 0, final: false }, { ...IDENTITY, fileId: IDENTITY.caseId }, KEY],
    ["of another case", { counter: 0, final: false }, { ...IDENTITY, caseId: IDENTITY.fileId }, KEY],
    ["under another key", { counter: 0, final: false }, IDENTITY, randomBytes(32)],
  ])("does not open %s", async (_, place, identity, key) => {
    const sealed = await firstOf(encrypt(plaintext));
    expect(() => decryptSegment(key, identity, { ...place, sealed })).toThrow("is not authentic");
    const opened = decryptSegment(KEY, IDENTITY, { counter: 0, final: false, sealed });
    expect(opened.equals(plaintext.subarray(0, SEGMENT_BYTES))).toBe(true);
  });

  it("does not open when any byte was altered, nor cut anywhere", async () => {
    const sealed = await firstOf(encrypt(Buffer.from("short")));
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => decryptSegment(KEY, IDENTITY, { counter: 0, final: true, sealed: altered })).toThrow();
      expect(() =>
        decryptSegment(KEY, IDENTITY, { counter: 0, final: true, sealed: sealed.subarray(0, at) }),
      ).toThrow("is not authentic");
    }
  });
});

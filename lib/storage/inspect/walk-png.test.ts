import { describe, expect, it } from "vitest";

import type { Verdict } from "@/lib/storage/inspect/file-walker";
import { streamingWalker } from "@/lib/storage/inspect/file-walker";
import { walkPng } from "@/lib/storage/inspect/walk-png";
import { PNG_SIGNATURE, pngChunk, pngHeader, samplePng } from "@/lib/testing/sample-files";

async function walk(bytes: Buffer, piece = bytes.length): Promise<Verdict> {
  const walker = streamingWalker(walkPng);
  for (let start = 0; start < bytes.length; start += piece) walker.push(bytes.subarray(start, start + piece));
  return walker.finish();
}

const refusedAs = (code: string) => ({ refused: { code, status: 422 } });
const data = pngChunk("IDAT", Buffer.alloc(8));
const end = pngChunk("IEND", Buffer.alloc(0));
const png = (...chunks: readonly Buffer[]) => Buffer.concat([PNG_SIGNATURE, ...chunks]);

describe("a PNG", () => {
  it("may have any chunks between its header and its end", async () => {
    const bytes = png(pngHeader(2, 2), pngChunk("tEXt", Buffer.alloc(300)), data, data, end);
    for (const piece of [bytes.length, 1, 9, 33]) expect(await walk(bytes, piece)).toEqual({ flags: [] });
  });

  it("with any byte altered or cut anywhere is refused", async () => {
    const bytes = samplePng();
    for (let at = PNG_SIGNATURE.length; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0x04;
      expect(await walk(altered)).toHaveProperty("refused");
    }
    for (let length = 1; length < bytes.length; length += 1) {
      expect(await walk(bytes.subarray(0, length))).toMatchObject(refusedAs("png_incomplete"));
    }
  });

  it.each([
    [60_000, 60_000],
    [10_000, 5_001],
    [0xffffffff, 0xffffffff],
  ])("of %d by %d pixels is refused without decoding it", async (width, height) => {
    expect(await walk(samplePng({ width, height }))).toMatchObject(refusedAs("too_many_pixels"));
  });

  it("of exactly 50 megapixels is accepted", async () => {
    expect(await walk(samplePng({ width: 10_000, height: 5_000 }))).toEqual({ flags: [] });
  });

  it("must end with IEND and nothing after it", async () => {
    expect(await walk(Buffer.concat([samplePng(), Buffer.alloc(1)]))).toMatchObject(
      refusedAs("png_trailing_data"),
    );
    expect(await walk(Buffer.concat([samplePng(), Buffer.from("<script>")]), 5)).toHaveProperty("refused");
  });

  it.each([
    ["no picture data", png(pngHeader(2, 2), end)],
    ["no header", png(data, end)],
    ["a second header", png(pngHeader(2, 2), pngHeader(2, 2), data, end)],
    ["no width", png(pngHeader(0, 2), data, end)],
    ["a header of the wrong length", png(pngChunk("IHDR", Buffer.alloc(14, 1)), data, end)],
    ["an end with data", png(pngHeader(2, 2), data, pngChunk("IEND", Buffer.alloc(4)))],
    ["a chunk of no type", png(pngHeader(2, 2), pngChunk("1234", Buffer.alloc(0)), data, end)],
    [
      "chunks without end",
      png(pngHeader(2, 2), Buffer.alloc(1_300_000, pngChunk("tEXt", Buffer.alloc(0))), data, end),
    ],
    ["an impossible length", png(pngHeader(2, 2), Buffer.from("\xff\xff\xff\xffIDAT", "latin1"), end)],
  ])("with %s is refused", async (_, bytes) => {
    expect(await walk(bytes)).toMatchObject(refusedAs("png_damaged"));
  });
});

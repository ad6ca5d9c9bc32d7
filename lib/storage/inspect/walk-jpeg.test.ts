import { describe, expect, it } from "vitest";

import type { Verdict } from "@/lib/storage/inspect/file-walker";
import { streamingWalker } from "@/lib/storage/inspect/file-walker";
import { walkJpeg } from "@/lib/storage/inspect/walk-jpeg";
import { jpegSegment, sampleJpeg } from "@/lib/testing/sample-files";

async function walk(bytes: Buffer, piece = bytes.length): Promise<Verdict> {
  const walker = streamingWalker(walkJpeg);
  for (let start = 0; start < bytes.length; start += piece) walker.push(bytes.subarray(start, start + piece));
  return walker.finish();
}

const refusedAs = (code: string) => ({ refused: { code, status: 422 } });
const MULTI_PICTURE = jpegSegment(0xe2, Buffer.from("MPF\0II*\0", "latin1"));

/** The end of a photo from a Samsung phone: notes, their directory, its length. */
function samsungTrailer(notes = Buffer.from("Image_UTC_Data1700000000000")): Buffer {
  const directory = Buffer.concat([Buffer.from("SEFH"), Buffer.alloc(20, 1)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(directory.length);
  return Buffer.concat([Buffer.of(0, 0, 1, 10), notes, directory, length, Buffer.from("SEFT")]);
}

describe("a JPEG", () => {
  it("is walked from SOI to EOI in any pieces", async () => {
    const bytes = sampleJpeg({ scanBytes: 3000 });
    for (const piece of [bytes.length, 1, 2, 3, 50]) expect(await walk(bytes, piece)).toEqual({ flags: [] });
  });

  it("may have a thumbnail with markers of its own, several scans and fill bytes", async () => {
    const thumbnail = jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), sampleJpeg()]));
    const bytes = sampleJpeg({ extra: Buffer.concat([thumbnail, Buffer.of(0xff, 0xff)]) });
    const secondScan = Buffer.concat([jpegSegment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)), Buffer.alloc(9, 1)]);
    const progressive = Buffer.concat([bytes.subarray(0, -2), secondScan, bytes.subarray(-2)]);
    expect(await walk(progressive, 7)).toEqual({ flags: [] });
  });

  it("cut anywhere is refused", async () => {
    const bytes = sampleJpeg();
    for (let length = 3; length < bytes.length; length += 1) {
      expect(await walk(bytes.subarray(0, length))).toMatchObject(refusedAs("jpeg_incomplete"));
    }
  });

  it("declaring 65,500 by 65,500 pixels is refused without decoding it", async () => {
    expect(await walk(sampleJpeg({ width: 65_500, height: 65_500 }))).toMatchObject(
      refusedAs("too_many_pixels"),
    );
    expect(await walk(sampleJpeg({ width: 8_064, height: 6_048 }))).toEqual({ flags: [] });
  });

  it.each<[string, Buffer]>([
    ["zeros", Buffer.alloc(300)],
    ["fill bytes", Buffer.alloc(300, 0xff)],
    ["both", Buffer.of(0xff, 0, 0, 0xff, 0xff, 0)],
  ])("may be padded with %s", async (_, padding) => {
    expect(await walk(Buffer.concat([sampleJpeg(), padding]), 11)).toEqual({ flags: [] });
  });

  it.each<[string, Buffer]>([
    ["a script", Buffer.from("<script>alert(1)</script>")],
    ["a ZIP behind padding", Buffer.concat([Buffer.alloc(50), Buffer.from("PK\x03\x04")])],
    ["a picture nobody announced", sampleJpeg()],
    ["a video between notes", samsungTrailer(Buffer.alloc(70_000, 1))],
    ["a trailer that only ends like one", Buffer.from("<script>....................SEFT")],
  ])("followed by %s is refused with advice", async (_, trailing) => {
    const verdict = await walk(Buffer.concat([sampleJpeg(), trailing]), 4096);
    expect(verdict).toMatchObject(refusedAs("jpeg_trailing_data"));
    expect(verdict).toMatchObject({
      refused: { message: expect.stringContaining("Turn motion photos off") },
    });
  });

  it("of an HDR phone camera keeps its announced extra picture, flagged", async () => {
    const first = sampleJpeg({ extra: MULTI_PICTURE });
    expect(await walk(Buffer.concat([first, sampleJpeg(), Buffer.alloc(5)]), 10)).toEqual({
      flags: ["jpeg.extra_pictures"],
    });
    expect(await walk(Buffer.concat([first, sampleJpeg().subarray(0, -1)]))).toHaveProperty("refused");
    expect(
      await walk(Buffer.concat([first, ...Array.from({ length: 10 }, () => sampleJpeg())])),
    ).toHaveProperty("refused");
  });

  it("of a Samsung phone keeps its notes, flagged", async () => {
    expect(await walk(Buffer.concat([sampleJpeg(), samsungTrailer()]), 10)).toEqual({
      flags: ["jpeg.phone_trailer"],
    });
  });

  it.each([
    [
      "no frame",
      Buffer.concat([Buffer.of(0xff, 0xd8), jpegSegment(0xda, Buffer.alloc(6)), Buffer.of(1, 0xff, 0xd9)]),
    ],
    ["no scan", Buffer.of(0xff, 0xd8, 0xff, 0xd9)],
    ["rubbish between segments", Buffer.of(0xff, 0xd8, 0x00, 0x00)],
    ["a second start", Buffer.of(0xff, 0xd8, 0xff, 0xd8, 0xff)],
    ["a segment shorter than its length", Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 1)],
    [
      "a frame too short to have a size",
      Buffer.concat([Buffer.of(0xff, 0xd8), jpegSegment(0xc0, Buffer.alloc(5))]),
    ],
    ["segments without end", sampleJpeg({ extra: Buffer.alloc(40_004, Buffer.of(0xff, 0xe0, 0, 2)) })],
    ["no height", sampleJpeg({ height: 0 })],
  ])("with %s is refused", async (_, bytes) => {
    expect(await walk(bytes)).toMatchObject(refusedAs("jpeg_damaged"));
  });
});

import { describe, expect, it } from "vitest";

import type { Inspection } from "@/lib/storage/inspect/file-inspector";
import { FileInspector } from "@/lib/storage/inspect/file-inspector";
import type { FileType } from "@/lib/storage/inspect/file-type";
import { EICAR, sampleDocx, sampleJpeg, samplePdf, samplePng } from "@/lib/testing/sample-files";

async function inspect(type: FileType, bytes: Buffer, piece = bytes.length): Promise<Inspection> {
  const inspector = new FileInspector(type, bytes.length);
  for (let start = 0; start < bytes.length; start += Math.max(1, piece)) {
    inspector.push(bytes.subarray(start, start + piece));
  }
  return inspector.finish();
}

const GOOD = [
  ["pdf", samplePdf({ pages: 3 }), "application/pdf"],
  ["jpeg", sampleJpeg(), "image/jpeg"],
  ["png", samplePng(), "image/png"],
  ["docx", sampleDocx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
] as const;

describe("a file that is what its name says", () => {
  it.each(GOOD)("is accepted: %s, whole or in any pieces", async (type, bytes, mediaType) => {
    for (const piece of [bytes.length, 1, 7, 100, 511, 512, 513]) {
      expect(await inspect(type, bytes, piece)).toMatchObject({ mediaType, flags: [] });
    }
  });
});

describe("a file that is something else", () => {
  const DISGUISED: readonly (readonly [string, Buffer, RegExp])[] = [
    ["a web page", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), /looks like a web page/],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), /XML or SVG/],
    ["XML", Buffer.from('<?xml version="1.0"?><a/>'), /XML or SVG/],
    ["JavaScript", Buffer.from("alert(1)"), /it is not/],
    ["a program", Buffer.concat([Buffer.from("MZ\x90\0"), Buffer.alloc(600)]), /looks like a program/],
    ["a HEIC photo", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), /Most compatible/],
    ["a GIF", Buffer.from("GIF89a\x01\0\x01\0", "latin1"), /GIF/],
    ["a video", Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0", "latin1"), /video/],
    ["an AVIF", Buffer.from("\0\0\0\x1cftypavif\0\0\0\0", "latin1"), /AVIF/],
    ["a WebP", Buffer.from("RIFF\0\0\0\0WEBPVP8 ", "latin1"), /WebP/],
    ["an old .doc", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), /older or password-protected/],
    ["bytes before the PDF", Buffer.concat([Buffer.from(" "), samplePdf()]), /it is not/],
    ["one byte", Buffer.from("%"), /it is not/],
  ];

  it.each(DISGUISED)("is refused with 415: %s, under every accepted name", async (_, bytes, message) => {
    for (const [type] of GOOD) {
      expect(await inspect(type, bytes)).toEqual({
        refused: { code: expect.any(String), status: 415, message: expect.stringMatching(message) },
      });
    }
  });

  it("is refused under each other's names, in a whole sentence", async () => {
    for (const [claimed] of GOOD) {
      for (const [actual, bytes] of GOOD) {
        if (claimed === actual) continue;
        expect(await inspect(claimed, bytes)).toMatchObject({
          refused: { code: "content_mismatch", status: 415 },
        });
      }
    }
    expect(await inspect("pdf", sampleJpeg())).toMatchObject({
      refused: {
        message:
          "This file is named .pdf but it is not a PDF: it looks like a JPEG picture. Open it, save or export it as a PDF, and send that.",
      },
    });
  });

  it("is refused after the first bytes, without the rest", () => {
    const inspector = new FileInspector("pdf", 10_000_000);
    expect(inspector.push(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(510)]))).toMatchObject({
      status: 415,
    });
  });

  it("is refused when it is nothing", async () => {
    expect(await inspect("pdf", Buffer.alloc(0))).toMatchObject({ refused: { code: "empty", status: 422 } });
  });
});

describe("the EICAR test virus", () => {
  it.each([
    ["plain, named .pdf", "pdf", Buffer.from(EICAR)],
    ["inside a PDF", "pdf", Buffer.concat([samplePdf({ padding: 5000 }), Buffer.from(EICAR), samplePdf()])],
    [
      "inside a Word document",
      "docx",
      sampleDocx([{ name: "word/media/image1.png", data: EICAR.padEnd(500) }]),
    ],
    ["stored in a Word document", "docx", sampleDocx([{ name: "word/a.txt", data: EICAR, method: 0 }])],
  ] as const)("is recognised: %s, across any chunk border", async (_, type, bytes) => {
    for (const piece of [bytes.length, 1, 33, 67, 68, 512]) {
      expect(await inspect(type, bytes, piece)).toMatchObject({ refused: { code: "malware", status: 422 } });
    }
  });
});

import { deflateRawSync } from "node:zlib";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";

import type { Verdict } from "@/lib/storage/inspect/file-walker";
import { docxWalker } from "@/lib/storage/inspect/walk-docx";
import { MIB } from "@/lib/storage/limits";
import type { ZipEntry } from "@/lib/testing/sample-files";
import { DOCX_PARTS, sampleDocx, zipOf } from "@/lib/testing/sample-files";

function walk(bytes: Buffer): Promise<Verdict> {
  const walker = docxWalker(bytes.length);
  walker.push(bytes.subarray(0, 100));
  walker.push(bytes.subarray(100));
  return walker.finish();
}

const refusedAs = (code: string) => ({ refused: { code, message: expect.stringContaining("PDF") } });
const withoutPart = (name: string) => zipOf(DOCX_PARTS.filter((part) => part.name !== name));
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = (xml: string): ZipEntry => ({
  name: "word/_rels/settings.xml.rels",
  data: `<?xml version="1.0"?><Relationships>${xml}</Relationships>`,
});

describe("a Word document", () => {
  it("with pictures, folders and links is accepted", async () => {
    const bytes = sampleDocx([
      { name: "word/", data: "" },
      { name: "word/media/image1.png", data: randomBytes(200_000) },
      { name: "word/styles.xml", data: "<w:styles/>", method: 0 },
      relationships(
        `<Relationship Type="${RELATION}/hyperlink" Target="https://x.example" TargetMode="External"/>`,
      ),
    ]);
    expect(await walk(bytes)).toEqual({ flags: [] });
  });

  it("longer than was announced is still judged whole", async () => {
    const walker = docxWalker(1);
    walker.push(sampleDocx());
    expect(await walker.finish()).toEqual({ flags: [] });
  });

  it("that shows a picture from elsewhere is kept and flagged", async () => {
    const picture = `<Relationship Type="${RELATION}/image" Target="https://x.example/a.png" TargetMode="External"/>`;
    expect(await walk(sampleDocx([relationships(picture)]))).toEqual({ flags: ["docx.external_content"] });
  });

  it.each(["[Content_Types].xml", "word/document.xml"])("without %s is not one", async (name) => {
    expect(await walk(withoutPart(name))).toMatchObject(refusedAs("docx_not_word"));
  });

  it("that is a spreadsheet inside is not one", async () => {
    const types = {
      name: "[Content_Types].xml",
      data: '<Types><Override ContentType="…spreadsheetml.sheet.main+xml"/></Types>',
    };
    expect(await walk(zipOf([types, ...DOCX_PARTS.slice(1)]))).toMatchObject(refusedAs("docx_not_word"));
  });
});

describe("what can act in a Word document is refused:", () => {
  const OLE = Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1");
  const template = `<Relationship Type="${RELATION}/attachedTemplate" Target="https://x.example/t.dotm" TargetMode="External"/>`;

  it.each<[string, string, ZipEntry]>([
    ["macros", "docx_macros", { name: "word/vbaProject.bin", data: OLE }],
    ["macros in other letters", "docx_macros", { name: "word/VBAPROJECT.BIN", data: "x" }],
    ["an OLE object", "docx_embedded_file", { name: "word/embeddings/oleObject1.bin", data: OLE }],
    ["an OLE object by another name", "docx_embedded_file", { name: "word/media/image9.png", data: OLE }],
    ["an embedded file", "docx_embedded_file", { name: "word/embeddings/x.xlsx", data: "x" }],
    ["an ActiveX control", "docx_embedded_file", { name: "word/activeX/activeX1.bin", data: "x" }],
    ["a ZIP in the ZIP", "docx_embedded_file", { name: "word/media/a.png", data: zipOf(DOCX_PARTS) }],
    ["an external template", "docx_external_template", relationships(template)],
    [
      "one spelt with character references",
      "docx_external_template",
      relationships(template.replace("attached", "&#x61;tt&#97;ched").replace("External", "&#69;xternal")),
    ],
    [
      "one in UTF-16",
      "docx_external_template",
      { name: "word/_rels/settings.xml.rels", data: Buffer.from(template, "utf16le") },
    ],
  ])("%s", async (_, code, part) => {
    expect(await walk(sampleDocx([part]))).toMatchObject(refusedAs(code));
  });

  it("a macro document renamed .docx", async () => {
    const types = {
      name: "[Content_Types].xml",
      data: '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    };
    expect(await walk(zipOf([types, ...DOCX_PARTS.slice(1)]))).toMatchObject(refusedAs("docx_macros"));
  });
});

describe("a ZIP that plays tricks is refused:", () => {
  it.each([
    ["../evil.xml", "docx_unsafe_name"],
    ["word/../../evil.xml", "docx_unsafe_name"],
    ["/etc/passwd", "docx_unsafe_name"],
    ["C:/evil.xml", "docx_unsafe_name"],
    ["word\\evil.xml", "docx_unsafe_name"],
    ["word/e\u202Evil.xml", "docx_unsafe_name"],
  ])("the name %j", async (name, code) => {
    expect(await walk(sampleDocx([{ name, data: "x" }]))).toMatchObject(refusedAs(code));
  });

  it.each<[string, string, ZipEntry]>([
    ["a symbolic link", "docx_unsafe_name", { name: "word/link", data: "/etc/passwd", mode: 0o120777 }],
    ["encryption", "docx_encrypted", { name: "word/a.xml", data: "x".repeat(20), flags: 1 }],
    ["an unknown method", "docx_damaged", { name: "word/a.xml", data: "x", method: 12 }],
    ["a wrong CRC", "docx_damaged", { name: "word/a.xml", data: "x", crc: 1 }],
    ["the same part twice", "docx_damaged", { name: "WORD/document.xml", data: "x" }],
    ["a broken stream", "docx_damaged", { name: "word/a.xml", data: "x", raw: Buffer.of(0x07, 0xff, 0xff) }],
  ])("%s", async (_, code, part) => {
    expect(await walk(sampleDocx([part]))).toMatchObject(refusedAs(code));
  });

  it("something before it, after it, or between its parts and its directory", async () => {
    const bytes = sampleDocx();
    const stub = Buffer.from("MZ stub");
    for (const tricked of [Buffer.concat([stub, bytes]), Buffer.concat([bytes, stub])]) {
      expect(await walk(tricked)).toMatchObject(refusedAs("docx_damaged"));
    }
  });

  it("a part that its directory does not count", async () => {
    const hidden = zipOf([...DOCX_PARTS, { name: "word/hidden.xml", data: "x" }], { declaredCount: 3 });
    expect(await walk(hidden)).toMatchObject(refusedAs("docx_damaged"));
  });

  it("being cut off anywhere", async () => {
    const bytes = sampleDocx();
    for (let length = 4; length < bytes.length; length += 37) {
      expect(await walk(bytes.subarray(0, length))).toMatchObject(refusedAs("docx_damaged"));
    }
  });
});

/** What judging a file took, once. */
async function walkMeasured(bytes: Buffer) {
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  const verdict = await walk(bytes);
  return { verdict, took: performance.now() - start, grew: process.memoryUsage().rss - memory };
}

/**
 * Judges, and holds the judging (not the making) to the limits of S-42. A bomb goes off at every try; what the machine
 * does beside the test does not come three times.
 */
async function walkWithinLimits(bytes: Buffer): Promise<Verdict> {
  const tries = [await walkMeasured(bytes), await walkMeasured(bytes), await walkMeasured(bytes)] as const;
  expect(Math.min(...tries.map(({ took }) => took))).toBeLessThan(2000);
  expect(Math.min(...tries.map(({ grew }) => grew))).toBeLessThan(100 * MIB);
  return tries[0].verdict;
}

describe("a bomb is refused within 2 seconds and without much memory:", { timeout: 60_000 }, () => {
  const zeros = deflateRawSync(Buffer.alloc(64 * MIB));
  const noise = randomBytes(200_000);

  it.each<[string, string, () => Buffer]>([
    [
      "a thousandfold part",
      "docx_too_complex",
      () => sampleDocx([{ name: "word/a.xml", data: "", raw: zeros, declaredSize: 64 * MIB }]),
    ],
    [
      "a part of 4 GB",
      "docx_too_complex",
      () => sampleDocx([{ name: "word/a.xml", data: "", raw: zeros, declaredSize: 0xfffffffe }]),
    ],
    [
      "a part that lies about its size",
      "docx_damaged",
      () => sampleDocx([{ name: "word/a.xml", data: "", raw: zeros, declaredSize: 1000 }]),
    ],
    [
      "a part that lies within the ratio",
      "docx_damaged",
      () => sampleDocx([{ name: "word/a.xml", data: "", raw: zeros, declaredSize: zeros.length * 90 }]),
    ],
    [
      "100,000 parts",
      "docx_too_complex",
      () =>
        zipOf(
          Array.from({ length: 100_000 }, (_, index) => ({ name: `word/${index}`, data: "", method: 0 })),
        ),
    ],
    [
      "2,001 parts",
      "docx_too_complex",
      () =>
        sampleDocx(
          Array.from({ length: 1998 }, (_, index) => ({ name: `word/${index}`, data: "", method: 0 })),
        ),
    ],
    [
      "parts that add up",
      "docx_too_complex",
      () =>
        sampleDocx(
          Array.from({ length: 11 }, (_, index) => ({
            name: `word/${index}`,
            data: "",
            raw: noise,
            declaredSize: 10 * MIB,
          })),
        ),
    ],
  ])("%s", async (_, code, build) => {
    expect(await walkWithinLimits(build())).toMatchObject(refusedAs(code));
  });

  it("parts that lie over one another", async () => {
    const bytes = sampleDocx([{ name: "word/a.xml", data: "x" }]);
    // Points the last part of the directory at the first part's bytes.
    const lastOffset = bytes.lastIndexOf(Buffer.from("PK\x01\x02", "latin1")) + 42;
    bytes.writeUInt32LE(0, lastOffset);
    expect(await walk(bytes)).toMatchObject(refusedAs("docx_damaged"));
  });

  it("but an honest large document passes", async () => {
    const text = Buffer.concat(
      Array.from({ length: 90 }, () => Buffer.concat([randomBytes(20_000), Buffer.alloc(MIB - 20_000)])),
    );
    const bytes = sampleDocx([{ name: "word/large.xml", data: text }]);
    expect(await walkWithinLimits(bytes)).toEqual({ flags: [] });
  });

  it("2,000 parts pass", async () => {
    const parts = Array.from({ length: 1997 }, (_, index) => ({ name: `word/${index}.xml`, data: "<a/>" }));
    expect(await walk(sampleDocx(parts))).toEqual({ flags: [] });
  });
});

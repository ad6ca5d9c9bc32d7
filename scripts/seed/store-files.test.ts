import { expect, test } from "vitest";
import { FileInspector } from "@/lib/storage/inspect/file-inspector";
import type { FileType } from "@/lib/storage/inspect/file-type";
import { specimenPdf } from "./specimen-pdf";
import { specimenPng } from "./specimen-png";

async function inspect(type: FileType, bytes: Buffer) {
  const inspector = new FileInspector(type, bytes.length);
  inspector.push(bytes);
  return inspector.finish();
}

test("a specimen is a PDF of one page that the inspection takes without a flag", async () => {
  const bytes = specimenPdf("Police certificate (India)", [
    "Minh Anh Trần",
    "Émilie Lefèvre",
    "back\\slash)",
  ]);
  expect(await inspect("pdf", bytes)).toMatchObject({ mediaType: "application/pdf", flags: [], pages: 1 });
});

test("every offset of its table of objects is the place of that object", () => {
  const text = specimenPdf("Passport", ["Neha Kulkarni"]).toString("latin1");
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(6);
  expect(offsets.map((offset, index) => text.startsWith(`${index + 1} 0 obj`, offset))).not.toContain(false);
});

test("a specimen photo has the pixels that IRCC asks for", async () => {
  expect(await inspect("png", specimenPng(2))).toMatchObject({ mediaType: "image/png", flags: [] });
  expect(specimenPng(2).readUInt32BE(16)).toBe(420);
  expect(specimenPng(2).readUInt32BE(20)).toBe(540);
});

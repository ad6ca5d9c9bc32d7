import { describe, expect, it } from "vitest";

import type { Verdict } from "@/lib/storage/inspect/file-walker";
import { streamingWalker } from "@/lib/storage/inspect/file-walker";
import { walkPdf } from "@/lib/storage/inspect/walk-pdf";
import { samplePdf } from "@/lib/testing/sample-files";

async function walk(bytes: Buffer, piece = bytes.length): Promise<Verdict> {
  const walker = streamingWalker(walkPdf);
  for (let start = 0; start < bytes.length; start += piece) walker.push(bytes.subarray(start, start + piece));
  return walker.finish();
}

describe("a PDF", () => {
  it.each([
    ["/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", ["pdf.javascript", "pdf.open_action"]],
    ["/AA << /O << /S /Launch /F (x.exe) >> >>", ["pdf.launch"]],
    ["/Names << /EmbeddedFiles 9 0 R >>", ["pdf.embedded_file"]],
    ["/AcroForm << /XFA 8 0 R >>", ["pdf.xfa"]],
    ["/Encrypt 7 0 R", ["pdf.encrypted"]],
    ["/S /J#61vaScrip#74", ["pdf.javascript"]],
    ["/JavaScripting /Encrypted /Launcher", []],
  ])("with %s is kept and flagged %j, wherever the chunks part", async (extra, flags) => {
    const bytes = samplePdf({ extra, padding: 400 });
    for (const piece of [bytes.length, 1, 13, 129]) {
      const verdict = await walk(bytes, piece);
      expect(new Set("flags" in verdict ? verdict.flags : null)).toEqual(new Set(flags));
    }
  });

  it("that was cut off is refused", async () => {
    const bytes = samplePdf({ padding: 5000 });
    for (const share of [0.1, 0.5, 0.99]) {
      expect(await walk(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatchObject({
        refused: { code: "pdf_incomplete", status: 422 },
      });
    }
  });

  it("must end within its last KiB", async () => {
    expect(await walk(Buffer.concat([samplePdf(), Buffer.alloc(1000)]))).toMatchObject({ flags: [] });
    expect(await walk(Buffer.concat([samplePdf(), Buffer.alloc(1024)]), 100)).toHaveProperty("refused");
  });

  it("has its pages counted, only where that is certain", async () => {
    expect(await walk(samplePdf({ pages: 12 }), 50)).toEqual({ flags: [], pages: 12 });
    expect(await walk(samplePdf({ extra: "/Type /ObjStm" }))).toEqual({ flags: [] });
    expect(await walk(Buffer.concat([samplePdf(), samplePdf()]))).toEqual({ flags: [] });
  });
});

import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { sampleJpeg, samplePdf } from "@/lib/testing/sample-files";
import { oneFileOf, PageRefused, type Page } from "./pages";
import type { QuarterTurns } from "./picture-geometry";

/** A page as the browser has read it. */
function picture(name: string, width: number, height: number, turns: QuarterTurns = 0): Page {
  const file = new File([new Uint8Array(sampleJpeg({ width, height }))], name, { type: "image/jpeg" });
  return {
    id: width,
    file,
    blob: file,
    kind: "picture",
    size: { width, height },
    turns,
    asTaken: true,
    url: null,
  };
}

function pdf(name: string, bytes: Buffer, turns: QuarterTurns = 0): Page {
  const file = new File([new Uint8Array(bytes)], name, { type: "application/pdf" });
  const size = { width: 612, height: 792 };
  return { id: bytes.length, file, blob: file, kind: "pdf", size, turns, asTaken: true, url: null };
}

async function pagesIn(file: Blob) {
  const document = await PDFDocument.load(await file.arrayBuffer());
  return document.getPages().map((page) => {
    const { width, height } = page.getSize();
    return [Math.round(width), Math.round(height), page.getRotation().angle];
  });
}

describe("one file of several pages", () => {
  it("is a PDF with a page for each, in their order and turned as they were", async () => {
    const pages = [picture("b.jpg", 800, 600), picture("a.jpg", 600, 800, 3), picture("c.jpg", 700, 700)];
    const { file, fileName } = await oneFileOf(pages, "Passport, Tara");
    expect(fileName).toBe("Passport, Tara.pdf");
    expect(await pagesIn(file)).toEqual([
      [792, 594, 0],
      [594, 792, 270],
      [792, 792, 0],
    ]);
  });

  it("takes in every page of a PDF among them", async () => {
    const pages = [pdf("two.pdf", samplePdf({ pages: 2 }), 1), picture("a.jpg", 600, 800)];
    const { file } = await oneFileOf(pages, "Letter");
    expect(await pagesIn(file)).toEqual([
      [612, 792, 90],
      [612, 792, 90],
      [594, 792, 0],
    ]);
  });

  it("is named so that every system can keep it", async () => {
    const pages = [picture("a.jpg", 600, 800), picture("b.jpg", 600, 800)];
    expect((await oneFileOf(pages, 'A/B: "C"?')).fileName).not.toMatch(/[/\\:*?"<>|]/);
  });

  it("cannot be made of a PDF that is locked or damaged, and says which", async () => {
    const pages = [pdf("locked.pdf", Buffer.from("not a PDF at all")), picture("a.jpg", 600, 800)];
    const refused = await oneFileOf(pages, "Letter").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PageRefused);
    expect(refused).toMatchObject({ fault: "pdf_locked", fileName: "locked.pdf" });
  });
});

describe("one page alone", () => {
  it("is sent as it was taken where nothing has to be done to it", async () => {
    const page = picture("photo.jpg", 600, 800);
    expect(await oneFileOf([page], "Passport")).toEqual({ file: page.file, fileName: "photo.jpg" });
    const scan = pdf("scan.pdf", samplePdf());
    expect(await oneFileOf([scan], "Passport")).toEqual({ file: scan.file, fileName: "scan.pdf" });
  });

  it("is the smaller picture where it was too large", async () => {
    const page = { ...picture("IMG_1.heic", 600, 800), asTaken: false };
    expect(await oneFileOf([page], "Passport")).toEqual({ file: page.blob, fileName: "IMG_1.jpg" });
  });
});

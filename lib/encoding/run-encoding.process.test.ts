import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { runEncoding } from "@/lib/encoding/run-encoding";
import { checkedPdf } from "@/lib/testing/check-pdf";
import { letteredPdf, lockedPdf, scannedPdf } from "@/lib/testing/lettered-pdf";
import { noisePicture, scannedPicture } from "@/lib/testing/noise-picture";

// The child's own limits are proved elsewhere; here a busy machine may take its time.
const limits = { milliseconds: 150_000, residentBytes: 512 * 1024 * 1024 };

describe("describing", () => {
  it("tells the pages of a PDF as they are seen, and that they have text", async () => {
    const document = await PDFDocument.load(await letteredPdf("one", "two"));
    document.getPage(1).setRotation({ type: "degrees", angle: 90 } as never);
    const read = await runEncoding({ op: "describe" }, [Buffer.from(await document.save())], limits);
    expect(read).toEqual({
      ok: true,
      value: {
        type: "pdf",
        pages: [
          { width: 595, height: 842, hasText: true },
          { width: 842, height: 595, hasText: true },
        ],
      },
    });
  });

  it("tells a photo's size after the camera's own turn", async () => {
    const photo = await noisePicture({ width: 80, height: 40, type: "jpeg", orientation: 6 });
    expect(await runEncoding({ op: "describe" }, [photo], limits)).toMatchObject({
      value: { type: "jpeg", pages: [{ width: 40, height: 80, hasText: false }] },
    });
  });

  it("knows a scan by its lack of text", async () => {
    const scan = await scannedPdf(1, await noisePicture({ width: 80, height: 110, type: "jpeg" }));
    expect(await runEncoding({ op: "describe" }, [scan], limits)).toMatchObject({
      value: { pages: [{ hasText: false }] },
    });
  });
});

describe("files that cannot be worked with (S-87)", () => {
  const jpeg = () => noisePicture({ width: 400, height: 300, type: "jpeg" });

  it.each([
    [
      "a PDF with a password to open",
      () => lockedPdf({ userPassword: "u", ownerPassword: "o" }, "secret"),
      "encrypted",
    ],
    ["a PDF with a password to change", () => lockedPdf({ ownerPassword: "o" }, "secret"), "encrypted"],
    ["half a PDF", async () => (await letteredPdf("one")).subarray(0, 300), "damaged"],
    ["half a photo", async () => (await jpeg()).subarray(0, 20_000), "damaged"],
    [
      "an AVIF that calls itself a JPEG",
      () => noisePicture({ width: 64, height: 64, type: "avif" }),
      "unsupported",
    ],
    ["a WebP", () => noisePicture({ width: 64, height: 64, type: "webp" }), "unsupported"],
    ["an SVG", async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "unsupported"],
    ["nothing", async () => Buffer.alloc(0), "unsupported"],
    ["a PNG that says it has 3,600 megapixels", () => hugePng(), "unsupported"],
    ["a PDF whose pages contain themselves", () => Promise.resolve(endlessPdf()), "damaged"],
  ])("%s", async (_name, make, failure) => {
    const source = await make();
    const before = Buffer.from(source);
    expect(await runEncoding({ op: "describe" }, [source], limits)).toEqual({ ok: false, failure });
    expect(source.equals(before)).toBe(true);
  });

  it("a PDF that unpacks to more than fits in memory", async () => {
    expect(await runEncoding({ op: "describe" }, [pdfBomb()], limits)).toEqual({
      ok: false,
      failure: "too_large_in_memory",
    });
  });

  async function hugePng(): Promise<Buffer> {
    const png = await noisePicture({ width: 10, height: 10, type: "png" });
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    return png;
  }

  const handWritten = (objects: string) =>
    Buffer.from(`%PDF-1.4\n${objects}\ntrailer\n<< /Root 1 0 R >>\n%%EOF`, "latin1");

  function endlessPdf(): Buffer {
    return handWritten(
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" +
        "2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>\nendobj",
    );
  }

  /** A page whose contents are a gigabyte of blanks. */
  function pdfBomb(): Buffer {
    const packed = deflateSync(Buffer.alloc(1024 * 1024 * 1024, 32));
    return handWritten(
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" +
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n" +
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n" +
        `4 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString("latin1")}\nendstream\nendobj`,
    );
  }
});

describe("assembling", () => {
  it("puts pages of PDFs and pictures in the order asked, turned, with their text", async () => {
    const sources = [
      await letteredPdf("alpha", "beta"),
      await noisePicture({ width: 300, height: 200, type: "png", channels: 4 }),
      await letteredPdf("gamma"),
    ];
    const pages = [
      { source: 2, page: 0, turn: 0 },
      { source: 0, page: 1, turn: 90 },
      { source: 1, page: 0, turn: 180 },
      { source: 0, page: 0, turn: 0 },
    ] as const;
    const made = await runEncoding({ op: "assemble", pages }, sources, limits);
    if (!made.ok) throw new Error(made.failure);
    expect(await checkedPdf(made.value.bytes)).toEqual(["gamma", "beta", "", "alpha"]);
    const document = await PDFDocument.load(made.value.bytes);
    expect(document.getPages().map((page) => page.getRotation().angle)).toEqual([0, 90, 180, 0]);
    expect(made.value.pages).toBe(4);
    const again = await runEncoding({ op: "assemble", pages }, sources, limits);
    expect(again.ok && again.value.bytes.equals(made.value.bytes)).toBe(true);
  });

  it("takes a PDF of Chromium’s print with its text, without the link into the document it was", async () => {
    const printed = await readFile("lib/testing/files/chromium-print.pdf");
    const pages = [
      { source: 0, page: 1, turn: 0 },
      { source: 0, page: 0, turn: 0 },
    ] as const;
    const made = await runEncoding({ op: "assemble", pages }, [printed], limits);
    if (!made.ok) throw new Error(made.failure);
    const [first, second] = await checkedPdf(made.value.bytes);
    expect(first).toContain("Closing balance 28,400.00");
    expect(second).toContain("Printed by Chromium");
    const links = (await PDFDocument.load(made.value.bytes)).getPage(1).node.Annots();
    expect(links?.size()).toBe(1);
  });

  it("keeps what was typed into a form", async () => {
    const form = await PDFDocument.create();
    const field = form.getForm().createTextField("name");
    field.setText("Kulkarni");
    field.addToPage(form.addPage([300, 300]), { x: 20, y: 200 });
    const source = Buffer.from(await form.save());
    const made = await runEncoding(
      { op: "assemble", pages: [{ source: 0, page: 0, turn: 0 }] },
      [source],
      limits,
    );
    if (!made.ok) throw new Error(made.failure);
    expect((await checkedPdf(made.value.bytes)).join(" ")).toContain("Kulkarni");
  });

  it("refuses a page that is not there", async () => {
    const pages = [{ source: 0, page: 1, turn: 0 }] as const;
    expect(await runEncoding({ op: "assemble", pages }, [await letteredPdf("one")], limits)).toEqual({
      ok: false,
      failure: "unsupported",
    });
  });
});

describe("shrinking", () => {
  const LIMIT = 4_000_000;

  it("brings a phone's photo of more than 12 MB below 4 MB, upright", async () => {
    const photo = await noisePicture({
      width: 4032,
      height: 3024,
      type: "jpeg",
      quality: 97,
      orientation: 6,
    });
    expect(photo.length).toBeGreaterThan(12_000_000);
    const made = await runEncoding({ op: "shrink", maxBytes: LIMIT }, [photo], limits);
    if (!made.ok) throw new Error(made.failure);
    expect(made.value).toMatchObject({ type: "jpeg", fits: true });
    expect(made.value.dpi).toBeGreaterThanOrEqual(150);
    const read = await runEncoding({ op: "describe" }, [made.value.bytes], limits);
    expect(read.ok && read.value.pages.map(({ width, height }) => width < height)).toEqual([true]);
  });

  it("brings a scan of 80 pages below 4 MB and keeps every page", async () => {
    const scan = await scannedPdf(80, await scannedPicture());
    expect(scan.length).toBeGreaterThan(LIMIT);
    const made = await runEncoding({ op: "shrink", maxBytes: LIMIT }, [scan], limits);
    expect(made.ok && made.value.fits).toBe(true);
    expect(made.ok && (await checkedPdf(made.value.bytes)).length).toBe(80);
  });

  it("says that it does not fit rather than blur it", async () => {
    const scan = await scannedPdf(
      1,
      await noisePicture({ width: 1700, height: 2400, type: "jpeg", quality: 90 }),
    );
    const made = await runEncoding({ op: "shrink", maxBytes: 100_000 }, [scan], limits);
    if (!made.ok) throw new Error(made.failure);
    expect(made.value.fits).toBe(false);
    expect(made.value.bytes.length).toBeLessThan(scan.length);
    expect(made.value.dpi).toBe(150);
  });

  it("leaves alone what is small enough", async () => {
    const photo = await noisePicture({ width: 100, height: 100, type: "png" });
    const made = await runEncoding({ op: "shrink", maxBytes: LIMIT }, [photo], limits);
    expect(made.ok && made.value.bytes.equals(photo)).toBe(true);
  });

  it("keeps the text of a PDF whose pictures it makes smaller", async () => {
    const sources = [
      await letteredPdf("Reference letter"),
      await noisePicture({ width: 1200, height: 1150, type: "png" }),
    ];
    const pages = [
      { source: 0, page: 0, turn: 0 },
      { source: 1, page: 0, turn: 0 },
    ] as const;
    const whole = await runEncoding({ op: "assemble", pages }, sources, limits);
    if (!whole.ok) throw new Error(whole.failure);
    expect(whole.value.bytes.length).toBeGreaterThan(LIMIT);
    const made = await runEncoding({ op: "shrink", maxBytes: LIMIT }, [whole.value.bytes], limits);
    expect(made).toMatchObject({ ok: true, value: { type: "pdf", fits: true } });
    expect(made.ok && (await checkedPdf(made.value.bytes))).toEqual(["Reference letter", ""]);
  });
});

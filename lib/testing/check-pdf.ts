import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "@cantoo/pdf-lib";
import { readPdf } from "./pdf-text";

const run = promisify(execFile);

async function hasQpdf(): Promise<boolean> {
  return run("qpdf", ["--version"]).then(
    () => true,
    () => false,
  );
}

/**
 * Throws for a PDF that a strict reader does not take: `qpdf --check` where the program is there, and always both of
 * the readers that we have. Gives its pages as text.
 */
export async function checkedPdf(bytes: Buffer): Promise<string[]> {
  if (await hasQpdf()) {
    const folder = await mkdtemp(join(tmpdir(), "landfall-pdf-"));
    try {
      await writeFile(join(folder, "checked.pdf"), bytes);
      await run("qpdf", ["--check", join(folder, "checked.pdf")]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  const counted = (await PDFDocument.load(bytes, { throwOnInvalidObject: true })).getPageCount();
  const { pages } = await readPdf(bytes);
  if (pages.length !== counted) throw new Error(`One reader sees ${pages.length} pages, another ${counted}.`);
  return pages;
}

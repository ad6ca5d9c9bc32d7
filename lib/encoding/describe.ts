import type { PDFPage } from "@cantoo/pdf-lib";
import { fileKind } from "@/lib/encoding/file-kind";
import { entriesOf, openPdf, readContents, resourcesOf, seenSize } from "@/lib/encoding/pdf";
import { openPicture, readPictureHead } from "@/lib/encoding/pictures";
import type { DescribedPage, Description } from "@/lib/encoding/types";

/** Reads a file whole, so that whoever builds with it later is not surprised. */
export async function describe(bytes: Buffer): Promise<Description> {
  const type = fileKind(bytes);
  return { type, pages: type === "pdf" ? await describePdf(bytes) : [await describePicture(bytes)] };
}

async function describePdf(bytes: Buffer): Promise<DescribedPage[]> {
  const pages = (await openPdf(bytes)).getPages();
  if (pages.length === 0) throw new RangeError("A PDF without a page.");
  return pages.map((page) => ({ ...seenSize(page), hasText: hasText(page) }));
}

/** Operators that show characters, in the page itself or in a form that it draws. */
function hasText(page: PDFPage): boolean {
  const contents = readContents(page);
  const resources = resourcesOf(page);
  const hasFont = resources.some((entry) => entriesOf(entry, "Font").length > 0);
  return hasFont && (/[)>\]]\s*(?:Tj|TJ|'|")/.test(contents) || resources.length > 1);
}

async function describePicture(bytes: Buffer): Promise<DescribedPage> {
  const { width, height, orientation } = await readPictureHead(bytes);
  // Decoded small, to see that it can be: the head alone says nothing about the rest.
  await openPicture(bytes).resize({ width: 16 }).raw().toBuffer();
  const lies = orientation >= 5;
  return { width: lies ? height : width, height: lies ? width : height, hasText: false };
}

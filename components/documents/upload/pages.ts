import { baseName, faultOf, kindOf, MAX_BYTES, type FileFault } from "./file-kinds";
import { decodePicture, encodePicture, shrinkPicture } from "./pictures";
import { pageSize, type QuarterTurns, type Size } from "./picture-geometry";

/** One picture or one PDF among the pages of a document. */
export interface Page {
  id: number;
  /** As it was chosen. */
  file: File;
  /** What goes into the document: the picture at its legible size, or the PDF as it is. */
  blob: Blob;
  kind: "picture" | "pdf";
  /** Of the picture, upright, before turning. */
  size: Size;
  turns: QuarterTurns;
  /** The picture needs no shrinking. */
  asTaken: boolean;
  /** To be shown; null for a PDF. */
  url: string | null;
}

/** Why a file cannot be a page. */
export type PageFault = FileFault | "unreadable" | "word_alone" | "pdf_locked" | "document_too_large";

export class PageRefused extends Error {
  constructor(
    readonly fault: PageFault,
    readonly fileName: string,
  ) {
    super(fault);
  }
}

/** pdf-lib comes only when pages are put together: the page itself stays light. */
const pdfLibrary = () => import("@cantoo/pdf-lib");

const numbers = { next: 1 };

/** Makes a page of a chosen file. Throws PageRefused. */
export async function pageOf(file: File): Promise<Page> {
  const kind = kindOf(file);
  const fault = faultOf(file);
  if (fault !== null && fault !== "heic") throw new PageRefused(fault, file.name);
  if (kind === "word") throw new PageRefused("word_alone", file.name);
  const shared = { id: numbers.next++, file, turns: 0 as const };
  if (kind === "pdf") {
    return { ...shared, kind, blob: file, size: { width: 612, height: 792 }, asTaken: true, url: null };
  }
  const shrunk = await shrinkPicture(file);
  if (!shrunk) throw new PageRefused(kind === "heic" ? "heic" : "unreadable", file.name);
  const asTaken = shrunk.asTaken && kind === "picture";
  return { ...shared, kind: "picture", ...shrunk, asTaken, url: URL.createObjectURL(shrunk.blob) };
}

/** Lets go of what a page shows. */
export function closePage({ url }: Page): void {
  if (url !== null) URL.revokeObjectURL(url);
}

type PdfDocument = Awaited<ReturnType<Awaited<ReturnType<typeof pdfLibrary>>["PDFDocument"]["create"]>>;

async function addPicture(pdf: PdfDocument, page: Page): Promise<void> {
  const { degrees } = await pdfLibrary();
  const picture = await pdf.embedJpg(await page.blob.arrayBuffer());
  const { width, height } = pageSize(page.size);
  const drawn = pdf.addPage([width, height]);
  drawn.drawImage(picture, { x: 0, y: 0, width, height });
  drawn.setRotation(degrees(page.turns * 90));
}

async function addPdf(pdf: PdfDocument, page: Page): Promise<void> {
  const { PDFDocument, degrees } = await pdfLibrary();
  const other = await PDFDocument.load(await page.blob.arrayBuffer()).catch(() => {
    throw new PageRefused("pdf_locked", page.file.name);
  });
  for (const copied of await pdf.copyPages(other, other.getPageIndices())) {
    copied.setRotation(degrees(copied.getRotation().angle + page.turns * 90));
    pdf.addPage(copied);
  }
}

async function combined(pages: readonly Page[]): Promise<Blob> {
  const { PDFDocument } = await pdfLibrary();
  const pdf = await PDFDocument.create();
  for (const page of pages) await (page.kind === "pdf" ? addPdf(pdf, page) : addPicture(pdf, page));
  return new Blob([new Uint8Array(await pdf.save())], { type: "application/pdf" });
}

/** The picture as it is sent alone: as it was taken where that is small and upright enough. */
async function alone(page: Page): Promise<{ file: Blob; fileName: string }> {
  if (page.turns === 0 && (page.kind === "pdf" || page.asTaken))
    return { file: page.file, fileName: page.file.name };
  if (page.kind === "pdf")
    return { file: await combined([page]), fileName: `${baseName(page.file.name)}.pdf` };
  const fileName = `${baseName(page.file.name)}.jpg`;
  if (page.turns === 0) return { file: page.blob, fileName };
  const picture = await decodePicture(page.blob);
  if (!picture) throw new PageRefused("unreadable", page.file.name);
  try {
    return { file: await encodePicture(picture, page.turns), fileName };
  } finally {
    picture.close();
  }
}

/**
 * One file of all pages in their order: a picture alone stays a picture, several become one PDF. `title` names it, as no
 * single page does. Throws PageRefused.
 */
export async function oneFileOf(
  pages: readonly Page[],
  title: string,
): Promise<{ file: Blob; fileName: string }> {
  const [first] = pages;
  if (!first) throw new Error("no pages");
  const made =
    pages.length === 1
      ? await alone(first)
      : { file: await combined(pages), fileName: `${title.replaceAll(/[/\\:*?"<>|]/g, " ")}.pdf` };
  if (made.file.size > MAX_BYTES) throw new PageRefused("document_too_large", made.fileName);
  return made;
}

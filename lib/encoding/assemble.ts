import { degrees, PDFArray, PDFDict, PDFName, type PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { EncodingFault } from "@/lib/encoding/fault";
import { fileKind } from "@/lib/encoding/file-kind";
import { newPdf, openPdf, savePdf } from "@/lib/encoding/pdf";
import { addPicturePage } from "@/lib/encoding/picture-page";
import type { PageChoice } from "@/lib/encoding/types";

/** Makes one PDF of pages of several files; text stays text. Throws `unsupported` for a page that is not there. */
export async function assemble(
  choices: readonly PageChoice[],
  sources: readonly Buffer[],
): Promise<{ bytes: Buffer; pages: number }> {
  const target = await newPdf();
  const pages = new Map<string, PDFPage>();
  for (const [index, bytes] of sources.entries()) {
    const wanted = choices.filter(({ source }) => source === index).map(({ page }) => page);
    if (wanted.length === 0) continue;
    const made = await pagesOf(target, bytes, wanted);
    made.forEach((page, place) => pages.set(`${index}/${wanted[place]}`, page));
  }
  for (const { source, page, turn } of choices) {
    const made = pages.get(`${source}/${page}`);
    if (!made) throw new EncodingFault("unsupported");
    made.setRotation(degrees((made.getRotation().angle + turn) % 360));
    target.addPage(made);
  }
  return { bytes: await savePdf(target), pages: choices.length };
}

/** The wanted pages of one file, not yet at their place. */
async function pagesOf(target: PDFDocument, bytes: Buffer, wanted: number[]): Promise<PDFPage[]> {
  if (fileKind(bytes) !== "pdf") {
    if (wanted.some((page) => page !== 0)) throw new EncodingFault("unsupported");
    return [await addPicturePage(target, bytes)];
  }
  const source = await openPdf(bytes);
  if (wanted.some((page) => page >= source.getPageCount())) throw new EncodingFault("unsupported");
  flattenForm(source);
  for (const page of wanted) dropActions(source.getPage(page));
  return target.copyPages(source, wanted);
}

/** What was typed into a form becomes part of its page: the fields themselves stay behind with their document. */
function flattenForm(source: PDFDocument): void {
  if (source.catalog.get(PDFName.of("AcroForm")) === undefined) return;
  try {
    source.getForm().flatten({ updateFieldAppearances: false });
  } catch {
    // A field that is described wrongly is still drawn by its own appearance, as a mark upon the page.
  }
}

/**
 * Takes away what a page would do by itself, and links into its own document: a link to a page drags that page
 * along. Links to the web stay.
 */
function dropActions(page: PDFPage): void {
  page.node.delete(PDFName.of("AA"));
  page.node.delete(PDFName.of("B"));
  const annotations = page.node.Annots();
  if (!(annotations instanceof PDFArray)) return;
  for (let index = annotations.size() - 1; index >= 0; index -= 1) {
    const annotation = annotations.lookup(index);
    if (!(annotation instanceof PDFDict) || isInnerLink(annotation)) {
      annotations.remove(index);
      continue;
    }
    for (const key of ["AA", "P", "Parent", "Popup"]) annotation.delete(PDFName.of(key));
    if (!opensTheWeb(annotation)) annotation.delete(PDFName.of("A"));
  }
}

function isInnerLink(annotation: PDFDict): boolean {
  return annotation.get(PDFName.of("Subtype")) === PDFName.of("Link") && !opensTheWeb(annotation);
}

function opensTheWeb(annotation: PDFDict): boolean {
  const action = annotation.lookup(PDFName.of("A"));
  return action instanceof PDFDict && action.get(PDFName.of("S")) === PDFName.of("URI");
}

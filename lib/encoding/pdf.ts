import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
} from "@cantoo/pdf-lib";
import { PDFRawStream, PDFStream, type PDFObject, type PDFPage } from "@cantoo/pdf-lib";
import { EncodingFault } from "@/lib/encoding/fault";

/** How deep forms within forms are followed: deeper is a trap, not a document. */
const MAX_DEPTH = 6;

/** Opens a PDF. Throws `encrypted`; anything else it throws means that it is damaged. */
export async function openPdf(bytes: Buffer): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, warnOnInvalidObjects: false });
  } catch (error) {
    throw error instanceof EncryptedPDFError ? new EncodingFault("encrypted") : error;
  }
}

/** A new PDF that says nothing of when and by what it was made: the same pages are the same bytes. */
export function newPdf(): Promise<PDFDocument> {
  return PDFDocument.create({ updateMetadata: false });
}

/** Written with object streams, the compact form. */
export async function savePdf(document: PDFDocument): Promise<Buffer> {
  return Buffer.from(
    await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }),
  );
}

/** A page's size as it is seen, in points. */
export function seenSize(page: PDFPage): { width: number; height: number } {
  const { width, height } = page.getCropBox();
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Reads what a page draws with; throws when that cannot be unpacked. */
export function readContents(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((entry) => page.doc.context.lookup(entry))
    .filter((stream) => stream instanceof PDFRawStream)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1"))
    .join("\n");
}

/** The resources of a page and of every form that it draws, each once. */
export function resourcesOf(page: PDFPage): PDFDict[] {
  const found = new Set<PDFDict>();
  const visit = (resources: PDFDict | undefined, depth: number): void => {
    if (resources === undefined || found.has(resources) || depth > MAX_DEPTH) return;
    found.add(resources);
    for (const [, object] of entriesOf(resources, "XObject")) {
      const stream = page.doc.context.lookup(object);
      if (!(stream instanceof PDFStream) || isImage(stream)) continue;
      visit(stream.dict.lookupMaybe(PDFName.of("Resources"), PDFDict), depth + 1);
    }
  };
  visit(page.node.Resources(), 0);
  return [...found];
}

/** The entries of one kind in a dictionary of resources: fonts, pictures and forms. */
export function entriesOf(resources: PDFDict, kind: "Font" | "XObject"): [PDFName, PDFObject][] {
  return resources.lookupMaybe(PDFName.of(kind), PDFDict)?.entries() ?? [];
}

export function isImage(stream: PDFStream): boolean {
  return stream.dict.get(PDFName.of("Subtype")) === PDFName.of("Image");
}

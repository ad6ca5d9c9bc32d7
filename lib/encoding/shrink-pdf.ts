import { deflateSync } from "node:zlib";
import { PDFName, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";
import { openPdf, savePdf } from "@/lib/encoding/pdf";
import { pictureAt, picturesOf, type PdfPicture, type SmallerPicture } from "@/lib/encoding/pdf-pictures";
import { SHRINK_STEPS, type ShrinkStep } from "@/lib/encoding/shrink-steps";
import type { Shrunk } from "@/lib/encoding/types";

/** Pictures that are tried to judge a step: all of eighty scanned pages would take the time of the whole job. */
const SAMPLES = 3;

const name = PDFName.of;

/**
 * Rewrites a PDF and, as far as that is not enough, encodes its pictures anew: the mildest step that fits. Text,
 * drawings and small pictures stay as they are.
 */
export async function shrinkPdf(bytes: Buffer, maxBytes: number): Promise<Shrunk> {
  const document = await openPdf(bytes);
  packStreams(document);
  const rewritten = await savePdf(document);
  const smallest = rewritten.length < bytes.length ? rewritten : bytes;
  if (smallest.length < maxBytes) return { bytes: smallest, type: "pdf", fits: true, dpi: null };
  const pictures = picturesOf(document).sort((a, b) => sizeOf(b) - sizeOf(a));
  const fixedBytes = rewritten.length - pictures.reduce((sum, picture) => sum + sizeOf(picture), 0);
  let made = new Map<PdfPicture, SmallerPicture>();
  let dpi: number | null = null;
  for (const [index, step] of SHRINK_STEPS.entries()) {
    const isLast = index === SHRINK_STEPS.length - 1;
    if (!isLast && fixedBytes + (await estimate(pictures, step)) >= maxBytes) continue;
    made = await encodeAll(pictures, step);
    dpi = coarsest(made, step);
    if (fixedBytes + sizeWith(pictures, made) < maxBytes) break;
  }
  for (const [picture, smaller] of made) replace(document, picture, smaller);
  const shrunk = await savePdf(document);
  return { bytes: shrunk, type: "pdf", fits: shrunk.length < maxBytes, dpi };
}

function sizeOf(picture: PdfPicture): number {
  return picture.stream.contents.length;
}

function sizeWith(pictures: readonly PdfPicture[], made: ReadonlyMap<PdfPicture, SmallerPicture>): number {
  return pictures.reduce((sum, picture) => sum + (made.get(picture)?.jpeg.length ?? sizeOf(picture)), 0);
}

/** Bytes that all pictures would have at a step, judged by a few of the largest, the middle and the smallest. */
async function estimate(pictures: readonly PdfPicture[], step: ShrinkStep): Promise<number> {
  const places = Array.from({ length: SAMPLES }, (_, k) =>
    Math.floor((k * (pictures.length - 1)) / (SAMPLES - 1)),
  );
  const samples = [...new Set(places)].flatMap((place) => pictures[place] ?? []);
  const made = await encodeAll(samples, step);
  const given = samples.reduce((sum, picture) => sum + sizeOf(picture), 0);
  const total = pictures.reduce((sum, picture) => sum + sizeOf(picture), 0);
  return given === 0 ? total : (total * sizeWith(samples, made)) / given;
}

/** One after the other: side by side they would be in memory together. */
async function encodeAll(
  pictures: readonly PdfPicture[],
  step: ShrinkStep,
): Promise<Map<PdfPicture, SmallerPicture>> {
  const made = new Map<PdfPicture, SmallerPicture>();
  for (const picture of pictures) {
    const smaller = await pictureAt(picture, step);
    if (smaller !== null) made.set(picture, smaller);
  }
  return made;
}

function coarsest(made: ReadonlyMap<PdfPicture, SmallerPicture>, step: ShrinkStep): number | null {
  const all = [...made.keys()].map((picture) => Math.min(picture.dpi, step.dpi));
  return all.length === 0 ? null : Math.round(Math.min(...all));
}

function replace(document: PDFDocument, { stream, ref }: PdfPicture, smaller: SmallerPicture): void {
  const { dict } = stream;
  for (const key of ["DecodeParms", "Length"]) dict.delete(name(key));
  dict.set(name("Filter"), name("DCTDecode"));
  dict.set(name("Width"), document.context.obj(smaller.width));
  dict.set(name("Height"), document.context.obj(smaller.height));
  document.context.assign(ref, PDFRawStream.of(dict, smaller.jpeg));
}

/** Streams that some tool left as they were are packed: nothing is lost by that. */
function packStreams(document: PDFDocument): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(name("Filter")) !== undefined) continue;
    if (object.dict.get(name("Type")) === name("Metadata")) continue;
    const packed = deflateSync(object.contents, { level: 9 });
    if (packed.length >= object.contents.length) continue;
    object.dict.set(name("Filter"), name("FlateDecode"));
    document.context.assign(ref, PDFRawStream.of(object.dict, packed));
  }
}

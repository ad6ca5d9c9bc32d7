import { inflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
} from "@cantoo/pdf-lib";
import type { Sharp } from "sharp";
import { entriesOf, isImage, resourcesOf, seenSize } from "@/lib/encoding/pdf";
import { openPicture, openPixels } from "@/lib/encoding/pictures";
import { pngOf } from "@/lib/encoding/png-data";
import type { ShrinkStep } from "@/lib/encoding/shrink-steps";

/** A picture in a PDF that can be made smaller. */
export interface PdfPicture {
  readonly ref: PDFRef;
  readonly stream: PDFRawStream;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Dots per inch if it covers the smallest page it is on; drawn smaller, it has more. */
  readonly dpi: number;
}

/** Its pixels as a JPEG. */
export interface SmallerPicture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

const name = PDFName.of;

/** Fewer bytes than this are an ornament, a stamp or a signature: left as they are. */
const WORTHWHILE_BYTES = 20_000;

/** Every picture of the document that is worth it, each once, with the resolution it has at least. */
export function picturesOf(document: PDFDocument): PdfPicture[] {
  const found = new Map<PDFRef, PdfPicture>();
  for (const page of document.getPages()) {
    const { width, height } = seenSize(page);
    const inches = { long: Math.max(width, height) / 72, short: Math.min(width, height) / 72 };
    for (const [, ref] of resourcesOf(page).flatMap((resources) => entriesOf(resources, "XObject"))) {
      const picture = ref instanceof PDFRef ? readPicture(document, ref) : null;
      if (picture === null) continue;
      const [long, short] = [picture.width, picture.height].sort((a, b) => b - a) as [number, number];
      // Wherever it lies on the page, it cannot be coarser than this.
      const dpi = Math.max(long / inches.long, short / inches.short);
      // On pages of different sizes the larger one decides: there it is coarser.
      const known = found.get(picture.ref);
      found.set(picture.ref, { ...picture, dpi: Math.min(dpi, known?.dpi ?? dpi) });
    }
  }
  return [...found.values()];
}

function readPicture(document: PDFDocument, ref: PDFRef): Omit<PdfPicture, "dpi"> | null {
  const stream = document.context.lookup(ref);
  if (!(stream instanceof PDFRawStream) || !isImage(stream)) return null;
  const { dict, contents } = stream;
  const channels = channelsOf(dict);
  const bits = dict.lookup(name("BitsPerComponent"));
  const [width, height] = [dict.lookup(name("Width")), dict.lookup(name("Height"))];
  if (channels === null || !(width instanceof PDFNumber) || !(height instanceof PDFNumber)) return null;
  if (contents.length < WORTHWHILE_BYTES || !(bits instanceof PDFNumber) || bits.asNumber() !== 8)
    return null;
  if (!isReadable(dict)) return null;
  return { ref, stream, channels, width: width.asNumber(), height: height.asNumber() };
}

/** Grey and three colours are understood; four inks, palettes and masks are left as they are. */
function channelsOf(dict: PDFDict): 1 | 3 | null {
  const space = dict.lookup(name("ColorSpace"));
  if (space === name("DeviceGray") || space === name("CalGray")) return 1;
  if (space === name("DeviceRGB") || space === name("CalRGB")) return 3;
  if (!(space instanceof PDFArray)) return null;
  const family = space.lookup(0);
  if (family === name("CalGray")) return 1;
  if (family === name("CalRGB")) return 3;
  if (family !== name("ICCBased")) return null;
  const profile = space.lookup(1);
  const components = profile instanceof PDFRawStream ? profile.dict.lookup(name("N")) : undefined;
  if (!(components instanceof PDFNumber)) return null;
  const count = components.asNumber();
  return count === 1 || count === 3 ? count : null;
}

function isReadable(dict: PDFDict): boolean {
  const filter = filterOf(dict);
  if (dict.get(name("Decode")) !== undefined || dict.get(name("Mask")) !== undefined) return false;
  return filter === name("DCTDecode") || (filter === name("FlateDecode") && predictorOf(dict) !== 2);
}

/** The one filter of a stream; null for none and for several. */
function filterOf(dict: PDFDict): PDFName | null {
  const filter = dict.lookup(name("Filter"));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return only instanceof PDFName ? only : null;
}

function predictorOf(dict: PDFDict): number {
  const given = dict.lookup(name("DecodeParms"));
  const parameters = given instanceof PDFArray ? given.lookup(0) : given;
  const predictor = parameters instanceof PDFDict ? parameters.lookup(name("Predictor")) : undefined;
  return predictor instanceof PDFNumber ? predictor.asNumber() : 1;
}

/** Decodes it with its numbers as they are: the PDF says which colours they mean. */
async function decode({ stream, width, height, channels }: PdfPicture): Promise<Sharp> {
  const bytes = Buffer.from(stream.contents);
  if (filterOf(stream.dict) === name("DCTDecode")) return openPicture(bytes, { keepColours: true });
  if (predictorOf(stream.dict) >= 10) return openPicture(pngOf(bytes, { width, height, channels }));
  return openPixels(inflateSync(bytes, { maxOutputLength: width * height * channels + 64 }), {
    width,
    height,
    channels,
  });
}

/** The picture at a step, or null where that is no gain or it cannot be decoded: then it stays as it is. */
export async function pictureAt(picture: PdfPicture, step: ShrinkStep): Promise<SmallerPicture | null> {
  const scale = Math.min(1, step.dpi / picture.dpi);
  try {
    const smaller = await (
      await decode(picture)
    )
      .resize({
        width: Math.ceil(picture.width * scale),
        height: Math.ceil(picture.height * scale),
        fit: "fill",
      })
      .toColourspace(picture.channels === 1 ? "b-w" : "srgb")
      .jpeg({ quality: step.quality })
      .toBuffer({ resolveWithObject: true });
    const { data: jpeg, info } = smaller;
    if (jpeg.length >= picture.stream.contents.length) return null;
    return { jpeg, width: info.width, height: info.height };
  } catch {
    return null;
  }
}

import { degrees, drawObject, PDFPage, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import { popGraphicsState, pushGraphicsState, scale } from "@cantoo/pdf-lib";
import { fileKind } from "@/lib/encoding/file-kind";
import { openPicture, readPictureHead, type PictureFacts } from "@/lib/encoding/pictures";
import { pngData } from "@/lib/encoding/png-data";

/** Points of a letter page, the paper of Canada. */
const LETTER = { long: 792, short: 612 };

/** Degrees clockwise that the camera asks for; the mirrored ones are made upright instead. */
const EXIF_TURNS: Readonly<Record<number, number>> = { 1: 0, 3: 180, 6: 90, 8: 270 };

/** A page with one picture on it, as large as fits on a letter page. Nothing of a JPEG is lost by it. */
export async function addPicturePage(target: PDFDocument, bytes: Buffer): Promise<PDFPage> {
  const head = await readPictureHead(bytes);
  const turn = EXIF_TURNS[head.orientation];
  const { picture, facts } = turn === undefined ? await madeUpright(bytes) : { picture: bytes, facts: head };
  const image =
    fileKind(picture) === "jpeg" ? await embedJpeg(target, picture) : await embedPng(target, picture);
  const [long, short] = [Math.max(facts.width, facts.height), Math.min(facts.width, facts.height)];
  const factor = Math.min(LETTER.long / long, LETTER.short / short);
  const page = PDFPage.create(target);
  page.setSize(facts.width * factor, facts.height * factor);
  const name = page.node.newXObject("Picture", image);
  page.pushOperators(
    pushGraphicsState(),
    scale(facts.width * factor, facts.height * factor),
    drawObject(name),
    popGraphicsState(),
  );
  page.setRotation(degrees(turn ?? 0));
  return page;
}

async function madeUpright(bytes: Buffer): Promise<{ picture: Buffer; facts: PictureFacts }> {
  const picture = await openPicture(bytes).autoOrient().jpeg({ quality: 92 }).toBuffer();
  return { picture, facts: await readPictureHead(picture) };
}

async function embedJpeg(target: PDFDocument, bytes: Buffer): Promise<PDFRef> {
  await openPicture(bytes).resize({ width: 16 }).raw().toBuffer(); // throws for one that is cut off
  const image = await target.embedJpg(bytes);
  await image.embed();
  return image.ref;
}

/** Pixel for pixel, on white where it was transparent. */
async function embedPng(target: PDFDocument, bytes: Buffer): Promise<PDFRef> {
  const { channels: given } = await readPictureHead(bytes);
  const isGrey = given <= 2;
  const { data, info } = await openPicture(bytes)
    .flatten({ background: "white" })
    .toColourspace(isGrey ? "b-w" : "srgb")
    .png({ compressionLevel: 6, adaptiveFiltering: true })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const Colors = channels;
  return target.context.register(
    target.context.stream(pngData(data), {
      Type: "XObject",
      Subtype: "Image",
      Width: width,
      Height: height,
      ColorSpace: channels === 1 ? "DeviceGray" : "DeviceRGB",
      BitsPerComponent: 8,
      Filter: "FlateDecode",
      DecodeParms: { Predictor: 15, Colors, BitsPerComponent: 8, Columns: width },
    }),
  );
}

import type { ByteSource, Walk } from "@/lib/storage/inspect/byte-source";
import type { FileFlag, Verdict } from "@/lib/storage/inspect/file-walker";
import { judgePictureSize } from "@/lib/storage/inspect/picture-size";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP2 = 0xe2;
/** Cameras write dozens; millions of empty ones would only keep us busy. */
const MAX_SEGMENTS = 10_000;
const MAX_EXTRA_PICTURES = 8;
const MAX_TRAILER_BYTES = 64 * 1024;

interface Picture {
  /** It announces further pictures after itself (the CIPA "multi-picture format"). */
  readonly announcesMore: boolean;
}

/**
 * Markers from SOI to EOI, with a frame and a scan, and only padding after. Two things that phones add are
 * kept and flagged, or most of their photos would be refused: whole JPEG pictures announced by a
 * multi-picture segment (gain maps of HDR photos), and Samsung's small trailer.
 */
export function* walkJpeg(source: ByteSource): Walk<Verdict> {
  const start = yield* source.take(2);
  if (start === null || start.readUInt16BE(0) !== 0xffd8) return { refused: refuse("jpeg_damaged") };
  const picture = yield* walkPicture(source);
  if ("code" in picture) return { refused: picture };
  return yield* walkRest(source, picture.announcesMore);
}

/** Everything after the first EOI. */
function* walkRest(source: ByteSource, announcesMore: boolean): Walk<Verdict> {
  const flags = new Set<FileFlag>();
  for (let pictures = 0; pictures <= MAX_EXTRA_PICTURES; pictures += 1) {
    yield* source.skipRun(0x00);
    const byte = yield* source.some(1);
    if (byte.length === 0) return { flags: [...flags] };
    if (byte[0] !== 0xff) return yield* walkTrailer(source, Buffer.from(byte), flags);
    yield* source.skipRun(0xff);
    const next = yield* source.some(1);
    if (next.length === 0) return { flags: [...flags] };
    if (next[0] === 0x00) continue;
    if (next[0] !== SOI || !announcesMore) return { refused: refuse("jpeg_trailing_data") };
    const extra = yield* walkPicture(source);
    if ("code" in extra) return { refused: extra };
    flags.add("jpeg.extra_pictures");
  }
  return { refused: refuse("jpeg_trailing_data") };
}

/** Samsung's cameras end their files with a directory "SEFH … SEFT" of notes about the photo. */
function* walkTrailer(source: ByteSource, first: Buffer, flags: Set<FileFlag>): Walk<Verdict> {
  const parts = [first];
  let length = first.length;
  for (;;) {
    const part = yield* source.some(MAX_TRAILER_BYTES);
    if (part.length === 0) break;
    parts.push(Buffer.from(part));
    length += part.length;
    if (length > MAX_TRAILER_BYTES) return { refused: refuse("jpeg_trailing_data") };
  }
  return isSamsungTrailer(Buffer.concat(parts))
    ? { flags: [...flags, "jpeg.phone_trailer"] }
    : { refused: refuse("jpeg_trailing_data") };
}

function isSamsungTrailer(trailer: Buffer): boolean {
  if (trailer.length < 20 || trailer.toString("latin1", trailer.length - 4) !== "SEFT") return false;
  const directoryStart = trailer.length - 8 - trailer.readUInt32LE(trailer.length - 8);
  return directoryStart >= 0 && trailer.toString("latin1", directoryStart, directoryStart + 4) === "SEFH";
}

/** One picture, from behind its SOI to its EOI. */
function* walkPicture(source: ByteSource): Walk<Picture | Refusal> {
  let hasFrame = false;
  let hasScan = false;
  let announcesMore = false;
  let marker = yield* readMarker(source);
  for (let segments = 0; ; segments += 1) {
    if (typeof marker !== "number") return marker;
    if (marker === EOI) break;
    if (segments === MAX_SEGMENTS) return refuse("jpeg_damaged");
    if (marker === 0x00 || marker === SOI) return refuse("jpeg_damaged");
    if (isStandalone(marker)) {
      marker = yield* readMarker(source);
      continue;
    }
    const segment = yield* readSegment(source, marker);
    if ("code" in segment) return segment;
    hasFrame ||= isFrame(marker);
    announcesMore ||= segment.announcesMore;
    if (marker === SOS) {
      hasScan = true;
      marker = yield* skipScan(source);
    } else {
      marker = yield* readMarker(source);
    }
  }
  return hasFrame && hasScan ? { announcesMore } : refuse("jpeg_damaged");
}

function* readMarker(source: ByteSource): Walk<number | Refusal> {
  const prefix = yield* source.some(1);
  if (prefix.length === 0) return refuse("jpeg_incomplete");
  if (prefix[0] !== 0xff) return refuse("jpeg_damaged");
  return yield* readMarkerCode(source);
}

function* readMarkerCode(source: ByteSource): Walk<number | Refusal> {
  yield* source.skipRun(0xff);
  const code = yield* source.some(1);
  return code[0] ?? refuse("jpeg_incomplete");
}

/** A segment with a length; of frames the dimensions are judged. */
function* readSegment(source: ByteSource, marker: number): Walk<Picture | Refusal> {
  const lengthBytes = yield* source.take(2);
  if (lengthBytes === null) return refuse("jpeg_incomplete");
  let missing = lengthBytes.readUInt16BE(0) - 2;
  if (missing < 0) return refuse("jpeg_damaged");
  let announcesMore = false;
  if (isFrame(marker)) {
    if (missing < 6) return refuse("jpeg_damaged");
    const frame = yield* source.take(6);
    if (frame === null) return refuse("jpeg_incomplete");
    const tooBig = judgePictureSize(frame.readUInt16BE(3), frame.readUInt16BE(1), "jpeg_damaged");
    if (tooBig !== null) return tooBig;
    missing -= 6;
  } else if (marker === APP2 && missing >= 4) {
    const name = yield* source.take(4);
    if (name === null) return refuse("jpeg_incomplete");
    announcesMore = name.toString("latin1") === "MPF\0";
    missing -= 4;
  }
  return (yield* source.skip(missing)) ? { announcesMore } : refuse("jpeg_incomplete");
}

/** Compressed data, up to the next marker that is neither a stuffed zero nor a restart. */
function* skipScan(source: ByteSource): Walk<number | Refusal> {
  for (;;) {
    if (!(yield* source.skipPast(0xff, isWithinScan))) return refuse("jpeg_incomplete");
    const marker = yield* readMarkerCode(source);
    if (typeof marker !== "number") return marker;
    if (!isWithinScan(marker)) return marker;
  }
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** A stuffed zero or a restart: the picture data go on. */
function isWithinScan(marker: number): boolean {
  return marker === 0x00 || isRestart(marker);
}

function isStandalone(marker: number): boolean {
  return marker === 0x01 || isRestart(marker);
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

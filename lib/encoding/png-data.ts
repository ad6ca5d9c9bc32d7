import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bytes of a chunk beside its data: length, name, checksum. */
const CHUNK_FRAME = 12;

export interface PngFacts {
  readonly width: number;
  readonly height: number;
  /** 1 is grey, 3 is colour; eight bits each. */
  readonly channels: 1 | 3;
}

/** The compressed pixels of a PNG: a PDF stores a picture the very same way ("Predictor 15"). */
export function pngData(png: Buffer): Buffer {
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at + CHUNK_FRAME <= png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    at += CHUNK_FRAME + length;
  }
  return Buffer.concat(data);
}

/** A PNG around compressed pixels taken from a PDF. */
export function pngOf(data: Buffer, { width, height, channels }: PngFacts): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 1 ? 0 : 2], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const frame = Buffer.alloc(CHUNK_FRAME - 4);
  frame.writeUInt32BE(data.length, 0);
  frame.write(name, 4, "latin1");
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(data, crc32(frame.subarray(4))), 0);
  return Buffer.concat([frame, data, checksum]);
}

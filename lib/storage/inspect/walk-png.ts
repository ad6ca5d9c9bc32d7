import { crc32 } from "node:zlib";

import type { ByteSource, Walk } from "@/lib/storage/inspect/byte-source";
import type { Verdict } from "@/lib/storage/inspect/file-walker";
import { judgePictureSize } from "@/lib/storage/inspect/picture-size";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";

const SIGNATURE_BYTES = 8;
const HEADER_CHUNK_BYTES = 13;
const MAX_CHUNK_BYTES = 0x7fffffff;
/** 25 MiB in the 4 KiB pieces of a careful encoder are 6,400; millions of empty ones would only keep us busy. */
const MAX_CHUNKS = 100_000;

/** Every chunk whole and with its CRC, IHDR first, at least one IDAT, IEND last and nothing after it. */
export function* walkPng(source: ByteSource): Walk<Verdict> {
  if (!(yield* source.skip(SIGNATURE_BYTES))) return { refused: refuse("png_incomplete") };
  let chunks = 0;
  let hasData = false;
  for (;;) {
    const chunk = yield* readChunk(source, chunks === 0);
    if ("code" in chunk) return { refused: chunk };
    chunks += 1;
    if (chunks > MAX_CHUNKS) return { refused: refuse("png_damaged") };
    if (chunk.type === "IDAT") hasData = true;
    if (chunk.type === "IEND") break;
  }
  if (!hasData) return { refused: refuse("png_damaged") };
  const trailing = yield* source.some(1);
  return trailing.length === 0 ? { flags: [] } : { refused: refuse("png_trailing_data") };
}

function* readChunk(source: ByteSource, first: boolean): Walk<{ readonly type: string } | Refusal> {
  const head = yield* source.take(8);
  if (head === null) return refuse("png_incomplete");
  const length = head.readUInt32BE(0);
  const type = head.toString("latin1", 4);
  if (length > MAX_CHUNK_BYTES || !/^[A-Za-z]{4}$/.test(type) || (type === "IHDR") !== first) {
    return refuse("png_damaged");
  }
  if (type === "IEND" && length !== 0) return refuse("png_damaged");
  let crc = crc32(head.subarray(4));
  let missing = length;
  if (type === "IHDR") {
    if (length !== HEADER_CHUNK_BYTES) return refuse("png_damaged");
    const header = yield* source.take(length);
    if (header === null) return refuse("png_incomplete");
    const tooBig = judgePictureSize(header.readUInt32BE(0), header.readUInt32BE(4), "png_damaged");
    if (tooBig !== null) return tooBig;
    crc = crc32(header, crc);
    missing = 0;
  }
  while (missing > 0) {
    const part = yield* source.some(missing);
    if (part.length === 0) return refuse("png_incomplete");
    crc = crc32(part, crc);
    missing -= part.length;
  }
  const stored = yield* source.take(4);
  if (stored === null) return refuse("png_incomplete");
  return stored.readUInt32BE(0) === crc ? { type } : refuse("png_damaged");
}

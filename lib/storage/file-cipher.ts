import {
  decryptAuthenticated,
  encryptAuthenticated,
  NONCE_BYTES,
  TAG_BYTES,
} from "@/lib/storage/authenticated-cipher";
import { lengthPrefixed } from "@/lib/storage/byte-encoding";
import { StorageError } from "@/lib/storage/storage-error";

/**
 * The format of a stored file (SECURITY.md 5.8):
 *
 *   header   "LFO1" ‖ file id (36 ASCII characters)
 *   segment  AES-256-GCM of 64 KiB of plaintext (the last: 0 to 64 KiB) ‖ tag
 *
 * Nonce: the segment's counter; the key is random and used for one file only, so no nonce repeats.
 * Associated data: version ‖ file id ‖ case id ‖ counter ‖ final flag, so a segment that was reordered, cut
 * off, or comes from another file does not open. The header is repeated in the associated data, hence
 * authentic whenever a segment opens; it is there so that a stray object can be named.
 */
const VERSION = 1;
const MAGIC = Buffer.from("LFO1", "latin1");
const FILE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FILE_ID_BYTES = 36;

export const SEGMENT_BYTES = 64 * 1024;
export const HEADER_BYTES = MAGIC.length + FILE_ID_BYTES;
export const SEALED_SEGMENT_BYTES = SEGMENT_BYTES + TAG_BYTES;

/** What a file's segments are bound to. `fileId` is a lower-case UUID. */
export interface FileIdentity {
  readonly fileId: string;
  readonly caseId: string;
}

/** Segments in a file of `size` plaintext bytes; an empty file has one empty segment. */
export function segmentCount(size: number): number {
  return Math.max(1, Math.ceil(size / SEGMENT_BYTES));
}

/** Bytes stored for a file of `size` plaintext bytes. */
export function storedSize(size: number): number {
  return HEADER_BYTES + size + segmentCount(size) * TAG_BYTES;
}

/** Encrypts a file as it arrives: `header`, then `push` for each chunk, then `end` once. */
export class FileEncryptor {
  readonly #key: Buffer;
  readonly #identity: FileIdentity;
  readonly #segment = Buffer.alloc(SEGMENT_BYTES);
  #filled = 0;
  #counter = 0;

  /** `key`: 32 random bytes made for this one file. */
  constructor(key: Buffer, identity: FileIdentity) {
    this.#key = key;
    this.#identity = identity;
  }

  header(): Buffer {
    return encodeHeader(this.#identity.fileId);
  }

  /** The segments that `chunk` completes. A full segment waits for more bytes: only `end` knows the final one. */
  push(chunk: Uint8Array): Buffer[] {
    const sealed: Buffer[] = [];
    let offset = 0;
    while (offset < chunk.length) {
      if (this.#filled === SEGMENT_BYTES) sealed.push(this.#sealSegment(false));
      const take = Math.min(SEGMENT_BYTES - this.#filled, chunk.length - offset);
      this.#segment.set(chunk.subarray(offset, offset + take), this.#filled);
      this.#filled += take;
      offset += take;
    }
    return sealed;
  }

  end(): Buffer {
    const last = this.#sealSegment(true);
    this.#segment.fill(0);
    return last;
  }

  #sealSegment(final: boolean): Buffer {
    const aad = segmentAad(this.#identity, this.#counter, final);
    const plaintext = this.#segment.subarray(0, this.#filled);
    const sealed = encryptAuthenticated(this.#key, segmentNonce(this.#counter), aad, plaintext);
    this.#counter += 1;
    this.#filled = 0;
    return sealed;
  }
}

/** Encrypts a whole stream. */
export async function* encryptFile(
  key: Buffer,
  identity: FileIdentity,
  plaintext: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  const encryptor = new FileEncryptor(key, identity);
  yield encryptor.header();
  for await (const chunk of plaintext) yield* encryptor.push(chunk);
  yield encryptor.end();
}

/** Opens one stored segment. Throws `object_corrupt` unless it is exactly segment `counter` of this file. */
export function decryptSegment(
  key: Buffer,
  identity: FileIdentity,
  segment: { readonly counter: number; readonly final: boolean; readonly sealed: Buffer },
): Buffer {
  const aad = segmentAad(identity, segment.counter, segment.final);
  const plaintext = decryptAuthenticated(key, segmentNonce(segment.counter), aad, segment.sealed);
  if (plaintext !== null) return plaintext;
  throw new StorageError(
    "object_corrupt",
    `Segment ${segment.counter} of file ${identity.fileId} is not authentic.`,
  );
}

/** The file id in a stored header, or null when it is not one. */
export function decodeHeader(header: Buffer): string | null {
  if (header.length !== HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const fileId = header.toString("latin1", MAGIC.length);
  return FILE_ID.test(fileId) ? fileId : null;
}

function encodeHeader(fileId: string): Buffer {
  if (!FILE_ID.test(fileId)) throw new TypeError("A file id must be a lower-case UUID.");
  return Buffer.concat([MAGIC, Buffer.from(fileId, "latin1")]);
}

function segmentNonce(counter: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(counter), NONCE_BYTES - 8);
  return nonce;
}

function segmentAad({ fileId, caseId }: FileIdentity, counter: number, final: boolean): Buffer {
  const position = Buffer.alloc(9);
  position.writeBigUInt64BE(BigInt(counter));
  position.writeUInt8(final ? 1 : 0, 8);
  return Buffer.concat([Buffer.of(VERSION), lengthPrefixed(fileId, caseId), position]);
}

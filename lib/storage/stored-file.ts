import "server-only";

import type { FileIdentity } from "@/lib/storage/file-cipher";
import {
  decodeHeader,
  decryptSegment,
  HEADER_BYTES,
  SEALED_SEGMENT_BYTES,
  SEGMENT_BYTES,
  segmentCount,
  storedSize,
} from "@/lib/storage/file-cipher";
import type { Keyring, WrappedKey } from "@/lib/storage/keyring";
import { unwrapFileKey } from "@/lib/storage/keyring";
import type { ByteRange, ObjectStore } from "@/lib/storage/object-store";
import { StorageError } from "@/lib/storage/storage-error";

/** What the file's row knows about its object. */
export interface StoredFile extends FileIdentity, WrappedKey {
  readonly storageKey: string;
  /** Plaintext bytes. */
  readonly size: number;
}

export interface StorageAccess {
  readonly store: ObjectStore;
  readonly keyring: Keyring;
}

/**
 * Opens a file for reading, whole or `range` of its plaintext (which must lie within it). Resolves once the
 * object is there, has its length and header, and its key opens; then every segment is verified before any
 * byte of it is given out. Throws, before or while reading, `object_missing`, `object_corrupt`, `seal_invalid`
 * or `key_missing`.
 */
export async function openStoredFile(
  { store, keyring }: StorageAccess,
  file: StoredFile,
  range: ByteRange = { start: 0, end: file.size },
): Promise<AsyncIterable<Buffer>> {
  if (range.start < 0 || range.end > file.size || range.start > range.end) {
    throw new RangeError("The range does not lie within the file.");
  }
  const key = unwrapFileKey(keyring, file.fileId, file);
  const stored = await store.stat(file.storageKey);
  if (stored === null) throw new StorageError("object_missing", `There is no object ${file.storageKey}.`);
  if (stored.size !== storedSize(file.size)) {
    throw new StorageError("object_corrupt", `Object ${file.storageKey} has the wrong length.`);
  }
  const fileId = await fileIdOf(store, file.storageKey);
  if (fileId !== file.fileId) {
    throw new StorageError("object_corrupt", `Object ${file.storageKey} holds ${fileId ?? "no known file"}.`);
  }
  return decryptRange(store, file, key, range);
}

/** Which file an object says it holds (not authenticated: a hint for whoever repairs), or null. */
export async function fileIdOf(store: ObjectStore, storageKey: string): Promise<string | null> {
  const parts: Buffer[] = [];
  for await (const part of store.read(storageKey, { start: 0, end: HEADER_BYTES })) parts.push(part);
  return decodeHeader(Buffer.concat(parts));
}

async function* decryptRange(
  store: ObjectStore,
  file: StoredFile,
  key: Buffer,
  range: ByteRange,
): AsyncGenerator<Buffer, void, undefined> {
  const final = segmentCount(file.size) - 1;
  // An empty range still opens one segment: an empty file is verified like any other.
  const first = Math.min(Math.floor(range.start / SEGMENT_BYTES), final);
  const last = Math.max(first, Math.ceil(range.end / SEGMENT_BYTES) - 1);
  let counter = first;
  for await (const sealed of readSegments(store, file, first, last)) {
    const plaintext = decryptSegment(key, file, { counter, final: counter === final, sealed });
    const base = counter * SEGMENT_BYTES;
    counter += 1;
    const wanted = plaintext.subarray(Math.max(0, range.start - base), Math.max(0, range.end - base));
    if (wanted.length > 0) yield wanted;
  }
}

/** Stored segments `first` to `last`, each whole, whatever pieces the store reads in. */
async function* readSegments(
  store: ObjectStore,
  file: StoredFile,
  first: number,
  last: number,
): AsyncGenerator<Buffer, void, undefined> {
  const start = HEADER_BYTES + first * SEALED_SEGMENT_BYTES;
  const end = Math.min(HEADER_BYTES + (last + 1) * SEALED_SEGMENT_BYTES, storedSize(file.size));
  let position = start;
  let pending = Buffer.alloc(0);
  for await (const part of store.read(file.storageKey, { start, end })) {
    position += part.length;
    pending = Buffer.concat([pending, part]);
    while (pending.length >= SEALED_SEGMENT_BYTES) {
      yield pending.subarray(0, SEALED_SEGMENT_BYTES);
      pending = pending.subarray(SEALED_SEGMENT_BYTES);
    }
  }
  // Cut off since it was measured: what is left is a piece of a segment, or a whole one is missing.
  if (position !== end) throw new StorageError("object_corrupt", `Object ${file.storageKey} ended early.`);
  if (pending.length > 0) yield pending;
}

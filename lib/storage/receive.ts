import "server-only";

import { createHash, randomBytes } from "node:crypto";

import { KEY_BYTES } from "@/lib/storage/authenticated-cipher";
import type { Body } from "@/lib/storage/body-reader";
import { BodyReader } from "@/lib/storage/body-reader";
import { FileEncryptor, SEGMENT_BYTES, storedSize } from "@/lib/storage/file-cipher";
import { claimedType } from "@/lib/storage/file-name";
import type { Inspection } from "@/lib/storage/inspect/file-inspector";
import { FileInspector } from "@/lib/storage/inspect/file-inspector";
import type { FileType } from "@/lib/storage/inspect/file-type";
import { FILE_TYPES } from "@/lib/storage/inspect/file-type";
import type { Accepted } from "@/lib/storage/inspect/file-walker";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";
import { wrapFileKey } from "@/lib/storage/keyring";
import type { ReceiveLimits } from "@/lib/storage/limits";
import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import type { ObjectWriter } from "@/lib/storage/object-store";
import type { ReceiveFailure } from "@/lib/storage/receive-failure";
import { asReceiveFailure, ReceiveStopped, transferFailure } from "@/lib/storage/receive-failure";
import type { StorageAccess, StoredFile } from "@/lib/storage/stored-file";
import type { StartTimer } from "@/lib/storage/timers";
import { startSystemTimer } from "@/lib/storage/timers";

export interface ReceiveRequest extends StorageAccess {
  readonly body: Body;
  /** Bytes, as announced when the upload was reserved. */
  readonly declaredSize: number;
  /** Hexadecimal. */
  readonly declaredSha256?: string | null;
  /** As sent; only its extension decides anything. */
  readonly fileName: string;
  /** Lower-case UUID, new for every attempt that may be stored. */
  readonly fileId: string;
  readonly caseId: string;
  readonly limits?: ReceiveLimits;
  readonly startTimer?: StartTimer;
  /** The sender has gone. */
  readonly signal?: AbortSignal;
}

/** A stored object that no row names yet: write the row, or delete the object. */
export interface ReceivedFile extends StoredFile, Accepted {
  /** Of the plaintext, hexadecimal. */
  readonly sha256: string;
  /** Ours, from the inspection; never the sender's. */
  readonly mediaType: string;
  /** That goes with `mediaType`, without a dot. */
  readonly extension: string;
  /** For display. */
  readonly fileName: string;
}

export type ReceiveResult =
  | { readonly ok: true; readonly file: ReceivedFile }
  | { readonly ok: false; readonly failure: ReceiveFailure };

/**
 * Takes a file in: counts, hashes, inspects and encrypts it while it arrives, and resolves with `ok` only once
 * it is durable (SECURITY.md 6.1). Plaintext never touches the disk; on any failure nothing is left there.
 * Throws only for defects and broken disks.
 */
export async function receiveFile(request: ReceiveRequest): Promise<ReceiveResult> {
  const { limits = RECEIVE_LIMITS, startTimer = startSystemTimer, signal } = request;
  const reader = new BodyReader(request.body, { limits, startTimer, signal });
  let writer: ObjectWriter | null = null;
  try {
    const { name, type } = admit(request, limits);
    await request.store.assertRoom(storedSize(request.declaredSize));
    writer = await request.store.beginWrite(request.fileId);
    return {
      ok: true,
      file: await transfer(request, name, type, countedBlocks(reader, request, limits), writer),
    };
  } catch (error) {
    const failure = asReceiveFailure(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  } finally {
    reader.close();
    await writer?.discard();
  }
}

/** What can be refused before a byte is read. */
function admit(
  request: ReceiveRequest,
  limits: ReceiveLimits,
): { readonly name: string; readonly type: FileType } {
  const claimed = claimedType(request.fileName);
  if ("refused" in claimed) throw new ReceiveStopped(claimed.refused);
  if (request.declaredSize === 0) throw new ReceiveStopped(refuse("empty"));
  if (request.declaredSize > limits.maxBytes) throw new ReceiveStopped(refuse("too_large"));
  return claimed;
}

/** The body in blocks of 64 KiB, however small the pieces it comes in; stops at the first byte too many. */
async function* countedBlocks(
  reader: BodyReader,
  { declaredSize }: ReceiveRequest,
  limits: ReceiveLimits,
): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  let block = Buffer.allocUnsafe(SEGMENT_BYTES);
  let filled = 0;
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    size += chunk.length;
    if (size > limits.maxBytes) throw new ReceiveStopped(refuse("too_large"));
    if (size > declaredSize) throw new ReceiveStopped(transferFailure("longer_than_declared"));
    for (let offset = 0; offset < chunk.length;) {
      const piece = chunk.subarray(offset, offset + SEGMENT_BYTES - filled);
      block.set(piece, filled);
      filled += piece.length;
      offset += piece.length;
      if (filled < SEGMENT_BYTES) continue;
      yield block;
      block = Buffer.allocUnsafe(SEGMENT_BYTES);
      filled = 0;
    }
  }
  if (size < declaredSize) throw new ReceiveStopped(transferFailure("incomplete"));
  if (filled > 0) yield block.subarray(0, filled);
}

async function transfer(
  request: ReceiveRequest,
  fileName: string,
  type: FileType,
  blocks: AsyncIterable<Buffer>,
  writer: ObjectWriter,
): Promise<ReceivedFile> {
  const { keyring, fileId, caseId, declaredSize: size } = request;
  const key = randomBytes(KEY_BYTES);
  const encryptor = new FileEncryptor(key, { fileId, caseId });
  const inspector = new FileInspector(type, size);
  const hash = createHash("sha256");
  await writer.write(encryptor.header());
  for await (const block of blocks) {
    hash.update(block);
    stopIf(inspector.push(block));
    for (const segment of encryptor.push(block)) await writer.write(segment);
  }
  const sha256 = hash.digest("hex");
  if (request.declaredSha256 != null && request.declaredSha256.toLowerCase() !== sha256) {
    throw new ReceiveStopped(transferFailure("hash_mismatch"));
  }
  const inspection = acceptedOrStop(await inspector.finish());
  await writer.write(encryptor.end());
  const wrapped = wrapFileKey(keyring, fileId, key);
  key.fill(0);
  const { storageKey } = await writer.commit();
  const [extension] = FILE_TYPES[type].extensions;
  return { ...inspection, ...wrapped, storageKey, fileId, caseId, size, sha256, extension, fileName };
}

function acceptedOrStop(inspection: Inspection): Exclude<Inspection, { readonly refused: Refusal }> {
  if ("refused" in inspection) throw new ReceiveStopped(inspection.refused);
  return inspection;
}

function stopIf(refusal: Refusal | null): void {
  if (refusal !== null) throw new ReceiveStopped(refusal);
}

import "server-only";

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";

import { asStorageError, StorageError } from "@/lib/storage/storage-error";

const UPLOAD_ID = /^[A-Za-z0-9-]{1,64}$/;

/** The temporary file of one attempt to store one object: ciphertext, readable by its owner alone. */
export class AttemptFile {
  private constructor(
    readonly path: string,
    readonly handle: FileHandle,
  ) {}

  /** A new name per attempt: the leftover of a crash never blocks a retry. */
  static async begin(directory: string, uploadId: string): Promise<AttemptFile> {
    if (!UPLOAD_ID.test(uploadId)) throw new StorageError("key_malformed", "This is not an upload id.");
    const path = join(directory, `${uploadId}.${randomBytes(8).toString("hex")}.part`);
    try {
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
      return new AttemptFile(path, await open(path, flags, 0o600));
    } catch (error) {
      throw asStorageError(error);
    }
  }

  async write(chunk: Uint8Array): Promise<void> {
    for (let offset = 0; offset < chunk.length;) {
      const { bytesWritten } = await this.handle.write(chunk, offset, chunk.length - offset);
      offset += bytesWritten;
    }
  }

  /** Removes it, whether it is still open, closed or already gone. */
  async remove(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }
}

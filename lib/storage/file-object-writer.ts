import "server-only";

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

import { syncDirectory } from "@/lib/storage/directory-sync";
import type { ObjectWriter } from "@/lib/storage/object-store";
import { asStorageError, StorageError, systemErrorCode } from "@/lib/storage/storage-error";

const UPLOAD_ID = /^[A-Za-z0-9-]{1,64}$/;

/**
 * Writes one object in the durable order of SECURITY.md 6.1: a new temporary file, its data synced, renamed to
 * its place, the directory synced. A failed sync is never tried again: the kernel may have dropped the pages
 * it could not write and would report success.
 */
export class FileObjectWriter implements ObjectWriter {
  readonly #directory: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  #state: "writing" | "committed" | "discarded" = "writing";

  private constructor(directory: string, temporary: string, handle: FileHandle) {
    this.#directory = directory;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  /** A new name per attempt: the leftover of a crash never blocks a retry. */
  static async begin(directory: string, uploadId: string): Promise<FileObjectWriter> {
    if (!UPLOAD_ID.test(uploadId)) throw new StorageError("key_malformed", "This is not an upload id.");
    const temporary = join(directory, "tmp", `${uploadId}.${randomBytes(8).toString("hex")}.part`);
    try {
      const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
      return new FileObjectWriter(directory, temporary, handle);
    } catch (error) {
      throw asStorageError(error);
    }
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#assertWriting();
    try {
      for (let offset = 0; offset < chunk.length;) {
        const { bytesWritten } = await this.#handle.write(chunk, offset, chunk.length - offset);
        offset += bytesWritten;
      }
    } catch (error) {
      throw asStorageError(error);
    }
  }

  async commit(): Promise<{ readonly storageKey: string }> {
    this.#assertWriting();
    const storageKey = randomBytes(16).toString("hex");
    const path = join(this.#directory, storageKey.slice(0, 2), storageKey);
    try {
      await this.#handle.datasync();
      await this.#handle.close();
      await this.#makeShard(dirname(path));
      await rename(this.#temporary, path);
      await syncDirectory(dirname(path));
    } catch (error) {
      await this.discard();
      await rm(path, { force: true });
      throw asStorageError(error);
    }
    this.#state = "committed";
    return { storageKey };
  }

  async discard(): Promise<void> {
    if (this.#state !== "writing") return;
    this.#state = "discarded";
    // Closed already when a commit failed after that; the file must go either way.
    await this.#handle.close().catch(() => undefined);
    await rm(this.#temporary, { force: true });
  }

  async #makeShard(path: string): Promise<void> {
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      if (systemErrorCode(error) === "EEXIST") return;
      throw error;
    }
    await syncDirectory(this.#directory);
  }

  #assertWriting(): void {
    if (this.#state !== "writing") throw new Error(`This attempt is ${this.#state}.`);
  }
}

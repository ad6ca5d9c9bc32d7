import "server-only";

import { mkdir, open, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { FileHandle } from "node:fs/promises";

import type { AttemptFile } from "@/lib/storage/attempt-file";
import { AttemptWriter } from "@/lib/storage/attempt-writer";
import { syncDirectory } from "@/lib/storage/directory-sync";
import type { Space, SpaceThreshold } from "@/lib/storage/free-space";
import { isBelow, measureSpace, NEARLY_FULL } from "@/lib/storage/free-space";
import type {
  ByteRange,
  ObjectStore,
  ObjectWriter,
  OrphanSweep,
  SweptOrphans,
} from "@/lib/storage/object-store";
import { StorageError, systemErrorCode } from "@/lib/storage/storage-error";
import { placeOfKey } from "@/lib/storage/storage-key";
import { listOldAttempts, listOldObjects } from "@/lib/storage/stored-files";
import { sweepObjects } from "@/lib/storage/sweep-objects";

const READ_BYTES = 64 * 1024;

export interface FileObjectStoreOptions {
  /** Absolute; made (0700) when missing. */
  readonly directory: string;
  /** When to refuse uploads. */
  readonly threshold?: SpaceThreshold;
  /** For tests of a full disk. */
  readonly measure?: (path: string) => Promise<Space>;
}

/** The directory of a `file:` STORAGE_URL (`file:///abs`, `file:/abs` or `file:relative`), else null. */
export function directoryOfStorageUrl(storageUrl: string): string | null {
  if (!storageUrl.startsWith("file:")) return null;
  return storageUrl.startsWith("file://")
    ? fileURLToPath(storageUrl)
    : resolve(storageUrl.slice("file:".length));
}

/** Objects as files: `<directory>/xx/<key>`, and unfinished ones in `<directory>/tmp`, of the same file system. */
export class FileObjectStore implements ObjectStore {
  readonly #directory: string;
  readonly #threshold: SpaceThreshold;
  readonly #measure: (path: string) => Promise<Space>;

  private constructor(options: FileObjectStoreOptions) {
    this.#directory = options.directory;
    this.#threshold = options.threshold ?? NEARLY_FULL;
    this.#measure = options.measure ?? measureSpace;
  }

  static async open(options: FileObjectStoreOptions): Promise<FileObjectStore> {
    await mkdir(join(options.directory, "tmp"), { recursive: true, mode: 0o700 });
    await syncDirectory(options.directory);
    return new FileObjectStore(options);
  }

  async assertRoom(bytes: number): Promise<void> {
    const space = await this.#measure(this.#directory);
    if (!isBelow(this.#threshold, { ...space, free: space.free - bytes })) return;
    throw new StorageError("storage_full", "The storage is nearly full.");
  }

  beginWrite(uploadId: string): Promise<ObjectWriter> {
    return AttemptWriter.begin(join(this.#directory, "tmp"), uploadId, (attempt, storageKey) =>
      this.#place(attempt, this.#path(storageKey)),
    );
  }

  async stat(storageKey: string): Promise<{ readonly size: number } | null> {
    try {
      const { size } = await stat(this.#path(storageKey));
      return { size };
    } catch (error) {
      if (systemErrorCode(error) === "ENOENT") return null;
      throw error;
    }
  }

  async *read(storageKey: string, range: ByteRange): AsyncGenerator<Buffer, void, undefined> {
    const handle = await this.#open(storageKey);
    try {
      let position = range.start;
      while (position < range.end) {
        const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, range.end - position));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  }

  async delete(storageKey: string): Promise<boolean> {
    try {
      await unlink(this.#path(storageKey));
    } catch (error) {
      if (systemErrorCode(error) === "ENOENT") return false;
      throw error;
    }
    await syncDirectory(dirname(this.#path(storageKey)));
    return true;
  }

  async sweepOrphans({ writtenBefore, knownAmong }: OrphanSweep): Promise<SweptOrphans> {
    const names = await listOldObjects(this.#directory, writtenBefore);
    const attempts = await listOldAttempts(join(this.#directory, "tmp"), writtenBefore);
    return sweepObjects({ names, attempts }, knownAmong, (storageKey) => this.delete(storageKey));
  }

  /**
   * The durable order of SECURITY.md 6.1: the data synced, renamed to its place, the directory synced. A failed sync
   * is never tried again: the kernel may have dropped the pages it could not write and would report success.
   */
  async #place(attempt: AttemptFile, path: string): Promise<void> {
    try {
      await attempt.handle.datasync();
      await attempt.handle.close();
      await this.#makeShard(dirname(path));
      await rename(attempt.path, path);
      await syncDirectory(dirname(path));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
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

  async #open(storageKey: string): Promise<FileHandle> {
    try {
      return await open(this.#path(storageKey), "r");
    } catch (error) {
      if (systemErrorCode(error) !== "ENOENT") throw error;
      throw new StorageError("object_missing", `There is no object ${storageKey}.`, { cause: error });
    }
  }

  #path(storageKey: string): string {
    return join(this.#directory, placeOfKey(storageKey).path);
  }
}

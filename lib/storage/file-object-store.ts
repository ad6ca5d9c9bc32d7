import "server-only";

import { mkdir, open, rm, stat, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { FileHandle } from "node:fs/promises";

import { syncDirectory } from "@/lib/storage/directory-sync";
import { FileObjectWriter } from "@/lib/storage/file-object-writer";
import type { Space, SpaceThreshold } from "@/lib/storage/free-space";
import { isBelow, measureSpace, NEARLY_FULL } from "@/lib/storage/free-space";
import type {
  ByteRange,
  ObjectStore,
  ObjectWriter,
  OrphanSweep,
  SweptOrphans,
} from "@/lib/storage/object-store";
import { listStoredFiles } from "@/lib/storage/stored-files";
import { StorageError, systemErrorCode } from "@/lib/storage/storage-error";

const READ_BYTES = 64 * 1024;
const SWEEP_BATCH = 500;
const STORAGE_KEY = /^[0-9a-f]{32}$/;

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
    return FileObjectWriter.begin(this.#directory, uploadId);
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
    await syncDirectory(this.#shard(storageKey));
    return true;
  }

  async sweepOrphans({ writtenBefore, knownAmong }: OrphanSweep): Promise<SweptOrphans> {
    const old = await listStoredFiles(this.#directory, writtenBefore);
    const candidates = old.objects.filter((name) => STORAGE_KEY.test(name));
    const objects: string[] = [];
    for (let start = 0; start < candidates.length; start += SWEEP_BATCH) {
      const batch = candidates.slice(start, start + SWEEP_BATCH);
      const known = await knownAmong(batch);
      for (const storageKey of batch.filter((key) => !known.has(key))) {
        if (await this.delete(storageKey)) objects.push(storageKey);
      }
    }
    for (const path of old.attempts) await rm(path, { force: true });
    return { objects, attempts: old.attempts.length };
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
    return join(this.#shard(storageKey), storageKey);
  }

  /** The check keeps any other text, were it ever to get here, from becoming a path. */
  #shard(storageKey: string): string {
    if (!STORAGE_KEY.test(storageKey)) throw new StorageError("key_malformed", "This is not a storage key.");
    return join(this.#directory, storageKey.slice(0, 2));
  }
}

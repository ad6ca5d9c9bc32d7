import "server-only";

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

import type { AttemptFile } from "@/lib/storage/attempt-file";
import { AttemptWriter } from "@/lib/storage/attempt-writer";
import { isBelow, measureSpace, NEARLY_FULL } from "@/lib/storage/free-space";
import type {
  ByteRange,
  ObjectStore,
  ObjectWriter,
  OrphanSweep,
  SweptOrphans,
} from "@/lib/storage/object-store";
import type { Bucket } from "@/lib/storage/s3-bucket";
import { StorageError } from "@/lib/storage/storage-error";
import { placeOfKey } from "@/lib/storage/storage-key";
import { listOldAttempts } from "@/lib/storage/stored-files";
import { sweepObjects } from "@/lib/storage/sweep-objects";

/** Milliseconds to a connection, and without a byte. */
const PATIENCE = { connectionTimeout: 5_000, socketTimeout: 30_000 } as const;

/** How often one object is sent before the sender is asked to. */
const TRIES = 3;

/** HTTP status of what S3 refused, else null: the line was lost, or the error is ours. */
function statusOf(error: unknown): number | null {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? null) : null;
}

/** The line was lost or the store is busy: the next try may do. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

/** Objects in a bucket of any S3-compatible store: `<prefix>xx/<key>`. A file is collected on this machine first. */
export class S3ObjectStore implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: Bucket;
  readonly #directory: string;

  private constructor(client: S3Client, bucket: Bucket, directory: string) {
    this.#client = client;
    this.#bucket = bucket;
    this.#directory = directory;
  }

  /**
   * `directory`: for unfinished attempts, made (0700) when missing. The login is found as for every AWS tool
   * (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, the machine's role). Throws when the bucket does not
   * answer, so that a wrong setting is known at the start.
   */
  static async open(bucket: Bucket, directory: string): Promise<S3ObjectStore> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const client = new S3Client({
      region: bucket.region,
      ...(bucket.endpoint !== null && { endpoint: bucket.endpoint, forcePathStyle: true }),
      // Ours is SHA-256 over the whole; the SDK's own CRC is unknown to many stores that speak S3.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      requestHandler: PATIENCE,
    });
    try {
      await client.send(new HeadBucketCommand({ Bucket: bucket.name }));
    } catch (error) {
      const why = error instanceof Error ? error.name : "no answer";
      const message = `The bucket ${bucket.name} of STORAGE_URL does not answer (${why}).`;
      throw new StorageError("store_unreachable", message, { cause: error });
    }
    return new S3ObjectStore(client, bucket, directory);
  }

  /** A bucket has no end; the machine that collects the file has. */
  async assertRoom(bytes: number): Promise<void> {
    const space = await measureSpace(this.#directory);
    if (!isBelow(NEARLY_FULL, { ...space, free: space.free - bytes })) return;
    throw new StorageError("storage_full", "The disk where files are collected is nearly full.");
  }

  beginWrite(uploadId: string): Promise<ObjectWriter> {
    return AttemptWriter.begin(this.#directory, uploadId, (attempt, storageKey) =>
      this.#place(attempt, storageKey),
    );
  }

  async stat(storageKey: string): Promise<{ readonly size: number } | null> {
    try {
      const { ContentLength = 0 } = await this.#client.send(new HeadObjectCommand(this.#at(storageKey)));
      return { size: ContentLength };
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  async *read(storageKey: string, { start, end }: ByteRange): AsyncGenerator<Buffer, void, undefined> {
    const at = this.#at(storageKey);
    if (start >= end) return;
    const body = await this.#open(at, `bytes=${start}-${end - 1}`);
    if (body === null) return;
    try {
      for await (const chunk of body) yield chunk as Buffer;
    } finally {
      body.destroy();
    }
  }

  async delete(storageKey: string): Promise<boolean> {
    const at = this.#at(storageKey);
    if ((await this.stat(storageKey)) === null) return false;
    await this.#client.send(new DeleteObjectCommand(at));
    return true;
  }

  async sweepOrphans({ writtenBefore, knownAmong }: OrphanSweep): Promise<SweptOrphans> {
    const names = await this.#listOld(writtenBefore);
    const attempts = await listOldAttempts(this.#directory, writtenBefore);
    return sweepObjects({ names, attempts }, knownAmong, (storageKey) => this.delete(storageKey));
  }

  /** SECURITY.md 6.1: written once (`If-None-Match`), and kept only if the store has counted the same SHA-256. */
  async #place(attempt: AttemptFile, storageKey: string): Promise<void> {
    await attempt.handle.close();
    const { size } = await stat(attempt.path);
    const sha256 = createHash("sha256");
    await pipeline(createReadStream(attempt.path), sha256);
    const object = {
      ...this.#at(storageKey),
      ContentLength: size,
      ContentType: "application/octet-stream",
      IfNoneMatch: "*",
      ChecksumSHA256: sha256.digest("base64"),
    };
    for (let tries = 1; ; tries += 1) {
      try {
        // A stream is read once: the client cannot repeat it, so that we do.
        await this.#client.send(new PutObjectCommand({ ...object, Body: createReadStream(attempt.path) }));
        break;
      } catch (error) {
        // The key is random, so what is there already is this very attempt, whose first answer was lost.
        if (statusOf(error) === 412 && (await this.stat(storageKey))?.size === size) break;
        if (tries === TRIES || !isPassing(error)) throw error;
      }
    }
    await attempt.remove();
  }

  /** The bytes as they come; null where the object ends before the range. Throws `object_missing`. */
  async #open(at: { Bucket: string; Key: string }, range: string): Promise<Readable | null> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ ...at, Range: range }));
      return (Body as Readable | undefined) ?? null;
    } catch (error) {
      const status = statusOf(error);
      if (status === 416) return null;
      if (status !== 404) throw error;
      throw new StorageError("object_missing", `There is no object ${at.Key}.`, { cause: error });
    }
  }

  async #listOld(writtenBefore: Date): Promise<string[]> {
    const { name: Bucket, prefix: Prefix } = this.#bucket;
    const names: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await this.#client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
      for (const { Key = "", LastModified } of page.Contents ?? []) {
        const storageKey = Key.split("/").at(-1) ?? "";
        const ours = Key.length === Prefix.length + 3 + storageKey.length;
        if (ours && LastModified && LastModified < writtenBefore) names.push(storageKey);
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return names;
  }

  #at(storageKey: string): { Bucket: string; Key: string } {
    const { name, prefix } = this.#bucket;
    return { Bucket: name, Key: `${prefix}${placeOfKey(storageKey).path}` };
  }
}

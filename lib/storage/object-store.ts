/**
 * Where encrypted files live. Narrow on purpose: a directory and an S3 bucket can both keep its promises. It
 * sees ciphertext only.
 */
export interface ObjectStore {
  /** Throws `storage_full` when `bytes` more would leave too little room. */
  assertRoom(bytes: number): Promise<void>;
  /** Starts one attempt to store one file. `uploadId` names leftovers; it does not become the storage key. */
  beginWrite(uploadId: string): Promise<ObjectWriter>;
  /** Size in bytes, or null when there is no such object. */
  stat(storageKey: string): Promise<{ readonly size: number } | null>;
  /** The bytes from `start` up to, not including, `end`. Throws `object_missing`; ends early when truncated. */
  read(storageKey: string, range: ByteRange): AsyncIterable<Buffer>;
  /** Deletes for good; false when it was gone already. */
  delete(storageKey: string): Promise<boolean>;
  /** Deletes what a crash left behind (SECURITY.md 6.1). Never run it during a restore. */
  sweepOrphans(sweep: OrphanSweep): Promise<SweptOrphans>;
}

/** Bytes `start` (from 0) up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One attempt. Exactly one of `commit` and `discard` ends it. */
export interface ObjectWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Resolves once the bytes and their name would survive a power cut. On any error nothing is left. */
  commit(): Promise<{ readonly storageKey: string }>;
  /** Forgets the attempt; does nothing after a commit. */
  discard(): Promise<void>;
}

export interface OrphanSweep {
  /** Only what was last written before this instant: `ctx.now` less ORPHAN_AGE_MS. */
  readonly writtenBefore: Date;
  /** Which of these storage keys have a row. Called with at most 500 at a time. */
  readonly knownAmong: (storageKeys: readonly string[]) => Promise<ReadonlySet<string>>;
}

export interface SweptOrphans {
  readonly objects: readonly string[];
  /** Unfinished attempts removed. */
  readonly attempts: number;
}

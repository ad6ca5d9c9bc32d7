/**
 * What can go wrong with stored files and keys. The messages are for operators and logs; they hold ids and
 * paths, never file names or contents.
 */
export type StorageErrorCode =
  /** No room left: HTTP 507. */
  | "storage_full"
  | "object_missing"
  /** The bucket does not answer, or not to this login. */
  | "store_unreachable"
  /** The stored bytes are not the ones that were written: nothing of the bad part has been given out. */
  | "object_corrupt"
  /** The keyring has no key of that id. */
  | "key_missing"
  /** A sealed secret or wrapped key does not open: wrong purpose, wrong owner, or altered. */
  | "seal_invalid"
  /** The keyring file is readable by others, damaged, or cannot be used. */
  | "keyring_unusable"
  /** A storage key that this store never gave out. */
  | "key_malformed";

export class StorageError extends Error {
  override readonly name = "StorageError";

  constructor(
    readonly code: StorageErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function isStorageError(error: unknown, code?: StorageErrorCode): error is StorageError {
  return error instanceof StorageError && (code === undefined || error.code === code);
}

/** The `code` of a Node system error such as `ENOENT`, else undefined. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Turns "no space" and "over quota" of the operating system into `storage_full`; others pass unchanged. */
export function asStorageError(error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new StorageError("storage_full", "The storage is full.", { cause: error });
}

import "server-only";

import { createHash } from "node:crypto";

import type { StorageErrorCode } from "@/lib/storage/storage-error";
import { isStorageError } from "@/lib/storage/storage-error";
import type { StorageAccess, StoredFile } from "@/lib/storage/stored-file";
import { openStoredFile } from "@/lib/storage/stored-file";

/** What is wrong with an object; `reason` names it for an operator. */
export interface ObjectFault {
  readonly code: StorageErrorCode | "hash_mismatch";
  readonly reason: string;
}

/**
 * Reads a stored file whole and hashes its plaintext again. Null when all is well; errors that say nothing
 * about the object (the disk cannot be read) are thrown.
 */
export async function verifyObject(
  access: StorageAccess,
  file: StoredFile & { readonly sha256: string },
): Promise<ObjectFault | null> {
  const hash = createHash("sha256");
  try {
    for await (const part of await openStoredFile(access, file)) hash.update(part);
  } catch (error) {
    if (!isStorageError(error)) throw error;
    return { code: error.code, reason: error.message };
  }
  if (hash.digest("hex") === file.sha256) return null;
  return { code: "hash_mismatch", reason: `Object ${file.storageKey} is not the file its row describes.` };
}

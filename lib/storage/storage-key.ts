import { StorageError } from "@/lib/storage/storage-error";

const STORAGE_KEY = /^[0-9a-f]{32}$/;

export function isStorageKey(name: string): boolean {
  return STORAGE_KEY.test(name);
}

/** `ab/abcdef…`: where an object lies. The check keeps any other text, were it ever to get here, from becoming a path. */
export function placeOfKey(storageKey: string): { shard: string; path: string } {
  if (!isStorageKey(storageKey)) throw new StorageError("key_malformed", "This is not a storage key.");
  const shard = storageKey.slice(0, 2);
  return { shard, path: `${shard}/${storageKey}` };
}

import { rm } from "node:fs/promises";

import type { OrphanSweep, SweptOrphans } from "@/lib/storage/object-store";
import { isStorageKey } from "@/lib/storage/storage-key";

const SWEEP_BATCH = 500;

/** What is old enough to be looked at: names of objects, and paths of unfinished attempts on this machine. */
export interface OldFiles {
  readonly names: readonly string[];
  readonly attempts: readonly string[];
}

/** Deletes, of what is old, the objects without a row and the attempts. */
export async function sweepObjects(
  { names, attempts }: OldFiles,
  knownAmong: OrphanSweep["knownAmong"],
  remove: (storageKey: string) => Promise<boolean>,
): Promise<SweptOrphans> {
  const candidates = names.filter(isStorageKey);
  const objects: string[] = [];
  for (let start = 0; start < candidates.length; start += SWEEP_BATCH) {
    const batch = candidates.slice(start, start + SWEEP_BATCH);
    const known = await knownAmong(batch);
    for (const storageKey of batch.filter((key) => !known.has(key))) {
      if (await remove(storageKey)) objects.push(storageKey);
    }
  }
  for (const path of attempts) await rm(path, { force: true });
  return { objects, attempts: attempts.length };
}

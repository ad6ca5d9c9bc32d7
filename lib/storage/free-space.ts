import { statfs } from "node:fs/promises";

import { GIB } from "@/lib/storage/limits";

export interface Space {
  /** Bytes this process may still use. */
  readonly free: number;
  readonly total: number;
}

/** Too little is less than `bytes`, less than `fraction` of the whole, or (`both`) less than both. */
export interface SpaceThreshold {
  readonly bytes: number;
  readonly fraction: number;
  readonly when: "either" | "both";
}

/** SECURITY.md 6.7: disk under 1 GiB or 5 %. */
export const NEARLY_FULL: SpaceThreshold = { bytes: GIB, fraction: 0.05, when: "either" };

export async function measureSpace(path: string): Promise<Space> {
  const stats = await statfs(path);
  return { free: stats.bavail * stats.bsize, total: stats.blocks * stats.bsize };
}

export function isBelow(threshold: SpaceThreshold, { free, total }: Space): boolean {
  const fewBytes = free < threshold.bytes;
  const smallShare = free < threshold.fraction * total;
  return threshold.when === "both" ? fewBytes && smallShare : fewBytes || smallShare;
}

import type { Refusal, RefusalCode } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";
import { MAX_PIXELS } from "@/lib/storage/limits";

/** Judges declared dimensions; nothing is ever decoded to find out (SECURITY.md D4). */
export function judgePictureSize(width: number, height: number, damaged: RefusalCode): Refusal | null {
  if (width === 0 || height === 0) return refuse(damaged);
  return width * height > MAX_PIXELS ? refuse("too_many_pixels") : null;
}

import { fileKind } from "@/lib/encoding/file-kind";
import { shrinkPdf } from "@/lib/encoding/shrink-pdf";
import { shrinkPicture } from "@/lib/encoding/shrink-picture";
import type { Shrunk } from "@/lib/encoding/types";

/** Makes a file smaller than `maxBytes`; gives it back untouched when it is. */
export async function shrink(bytes: Buffer, maxBytes: number): Promise<Shrunk> {
  const type = fileKind(bytes);
  if (type === "pdf") return shrinkPdf(bytes, maxBytes);
  if (bytes.length < maxBytes) return { bytes, type, fits: true, dpi: null };
  return shrinkPicture(bytes, maxBytes);
}

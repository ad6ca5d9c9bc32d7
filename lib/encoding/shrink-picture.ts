import { openPicture, readPictureHead } from "@/lib/encoding/pictures";
import { SHRINK_STEPS } from "@/lib/encoding/shrink-steps";
import type { Shrunk } from "@/lib/encoding/types";

/** Inches of the long side of a letter page: a picture of a document is judged as if it filled one. */
const PAGE_INCHES = 11;

/** A picture as a JPEG with as few bytes as it takes; upright, in sRGB, without what the camera noted. */
export async function shrinkPicture(bytes: Buffer, maxBytes: number): Promise<Shrunk> {
  const { width, height } = await readPictureHead(bytes);
  const given = Math.max(width, height) / PAGE_INCHES;
  let last: Shrunk | null = null;
  for (const { dpi, quality } of SHRINK_STEPS) {
    const side = Math.round(dpi * PAGE_INCHES);
    const smaller = await openPicture(bytes)
      .autoOrient()
      .flatten({ background: "white" })
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer();
    const fits = smaller.length < maxBytes;
    last = { bytes: smaller, type: "jpeg", fits, dpi: Math.round(Math.min(given, dpi)) };
    if (fits) return last;
  }
  if (last === null) throw new Error("There is a step.");
  return last;
}

import sharp, { type Sharp } from "sharp";
import { EncodingFault } from "@/lib/encoding/fault";

// Only these two decoders, whatever the bytes say they are (SECURITY.md 5.7): AVIF had a hole, SVG reads files.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer"] });
sharp.cache(false);

/** The most pixels that are decoded. */
const MAX_PIXELS = 50_000_000;

/** A picture to be worked on. Its own colour profile is applied unless `keepColours`. */
export function openPicture(bytes: Buffer, { keepColours = false } = {}): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", ignoreIcc: keepColours });
}

export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** As in EXIF, 1 to 8: how the picture must be turned to be seen upright. */
  readonly orientation: number;
}

/** Reads the head of a picture. Throws `unsupported` for one of more than 50 megapixels. */
export async function readPictureHead(bytes: Buffer): Promise<PictureFacts> {
  const {
    width,
    height,
    channels,
    orientation = 1,
  } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MAX_PIXELS) throw new EncodingFault("unsupported");
  return { width, height, channels, orientation };
}

/** Bare pixels, eight bits for each channel. */
export function openPixels(
  pixels: Buffer,
  facts: { readonly width: number; readonly height: number; readonly channels: 1 | 3 },
): Sharp {
  if (facts.width * facts.height > MAX_PIXELS) throw new EncodingFault("unsupported");
  return sharp(pixels.subarray(0, facts.width * facts.height * facts.channels), { raw: facts });
}

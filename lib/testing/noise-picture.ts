import sharp from "sharp";

/** Numbers that look like chance and are the same each time (a linear congruence). */
function noise(count: number, from: number): Buffer {
  const bytes = Buffer.allocUnsafe(count);
  let state = from >>> 0;
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

interface PictureOrder {
  readonly width: number;
  readonly height: number;
  readonly type: "jpeg" | "png" | "avif" | "webp";
  /** Of a JPEG. */
  readonly quality?: number;
  /** As a phone notes it in EXIF. */
  readonly orientation?: number;
  readonly channels?: 1 | 3 | 4;
  readonly seed?: number;
}

/** A picture of noise, which no encoder makes small: a phone's photo in its worst light. */
export async function noisePicture(order: PictureOrder): Promise<Buffer> {
  const { width, height, type, quality = 95, orientation, channels = 3, seed = 1 } = order;
  const raw = { width, height, channels };
  const picture = sharp(noise(width * height * channels, seed), { raw }).toFormat(type, {
    quality,
    ...(type === "avif" ? { effort: 0 } : {}),
  });
  return (orientation === undefined ? picture : picture.withMetadata({ orientation })).toBuffer();
}

/** A4 at 200 dots per inch, grey: a page of a statement, with lines of marks upon white paper. */
export function scannedPicture(): Promise<Buffer> {
  const { width, height } = { width: 1654, height: 2339 };
  const paper = noise(width * height, 7);
  const coarse = noise(width * height, 11);
  for (let at = 0; at < paper.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isLine = y % 220 < 16 && x > 160 && x < 560;
    const isMark = isLine && (coarse[Math.floor(y / 5) * width + Math.floor(x / 3)] ?? 0) < 110;
    paper[at] = isMark ? 40 : 254 + ((paper[at] ?? 0) >> 7);
  }
  return sharp(paper, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .jpeg({ quality: 92 })
    .toBuffer();
}

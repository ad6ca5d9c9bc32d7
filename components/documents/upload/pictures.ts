import { fitted, isSmallEnough, turnedSize, type QuarterTurns, type Size } from "./picture-geometry";

/** A picture that the browser has read: upright, whatever its camera wrote about how it was held. */
export interface DecodedPicture {
  source: CanvasImageSource;
  size: Size;
  close: () => void;
}

/** Quality of a re-encoded JPEG: print and stamps stay sharp, a page of 2,600 pixels is about 1 MB. */
const QUALITY = 0.82;

function byElement(file: Blob): Promise<DecodedPicture> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  const close = () => URL.revokeObjectURL(url);
  return new Promise((resolve, reject) => {
    image.onload = () => {
      resolve({ source: image, size: { width: image.naturalWidth, height: image.naturalHeight }, close });
    };
    image.onerror = () => {
      close();
      reject(new Error("not a picture this browser can read"));
    };
    image.src = url;
  });
}

/**
 * Reads a picture, HEIC too where the browser can (Safari). Null where it cannot: then nothing is known of it, and it
 * can still be sent as it is.
 */
export async function decodePicture(file: Blob): Promise<DecodedPicture | null> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const size = { width: bitmap.width, height: bitmap.height };
    return { source: bitmap, size, close: () => bitmap.close() };
  } catch {
    // Safari reads HEIC by an image element only; an image element turns it upright by itself.
    return byElement(file).catch(() => null);
  }
}

/** Draws a picture at its legible size, turned, on white, and encodes it as JPEG. Throws where the browser has no room. */
export async function encodePicture({ source, size }: DecodedPicture, turns: QuarterTurns): Promise<Blob> {
  const drawn = fitted(size);
  const { width, height } = turnedSize(drawn, turns);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.translate(width / 2, height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(source, -drawn.width / 2, -drawn.height / 2, drawn.width, drawn.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  // Lets go of the pixels at once: a phone has room for few pages at a time.
  canvas.width = 0;
  canvas.height = 0;
  if (!blob) throw new Error("the picture could not be encoded");
  return blob;
}

/** Reads, shrinks and lets go. Null where the browser cannot read it. */
export async function shrinkPicture(
  file: Blob,
): Promise<{ blob: Blob; size: Size; asTaken: boolean } | null> {
  const picture = await decodePicture(file);
  if (!picture) return null;
  try {
    const asTaken = file.type !== "image/heic" && isSmallEnough(file.size, picture.size);
    return { blob: await encodePicture(picture, 0), size: fitted(picture.size), asTaken };
  } finally {
    picture.close();
  }
}

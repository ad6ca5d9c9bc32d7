import type { EncodingFailure, PageChoice } from "@/lib/encoding/types";
import { runEncoding } from "@/lib/encoding/run-encoding";
import { PHOTO_PIXELS, PORTAL_MAX_BYTES } from "@/lib/express-entry/documents/package-slots";
import { formatBytes } from "@/lib/format/quantities";
import { unreadableWords, wholeSource } from "../rules";
import type { Fault, FileDescription, PackageSlot } from "../types";

export interface MadeFile {
  bytes: Buffer;
  extension: string;
  mediaType: string;
  pages: number;
}

export interface Made {
  /** null: there is nothing to make, or it cannot be made. */
  file: MadeFile | null;
  faults: Fault[];
}

interface Ingredients {
  slot: PackageSlot;
  descriptions: Readonly<Record<string, FileDescription>>;
  /** The received files that its pages are of, by version. */
  received: ReadonlyMap<string, Buffer>;
  /** The letter as it was written, before what was received for its slot. */
  letter: { bytes: Buffer; pages: number } | null;
}

const PDF = { extension: "pdf", mediaType: "application/pdf" } as const;
const JPEG = { extension: "jpg", mediaType: "image/jpeg" } as const;

/** Resolution below which small print and stamps are not sure to be read. */
const LEGIBLE_DPI = 150;

function failed({ title }: PackageSlot, failure: EncodingFailure): Made {
  return { file: null, faults: [{ code: failure, words: unreadableWords(title, failure) }] };
}

/** The file under the limit of the portal, or the smallest that can still be read, and what is wrong with it then. */
async function underLimit(slot: PackageSlot, file: MadeFile): Promise<Made> {
  if (file.bytes.length < PORTAL_MAX_BYTES) return { file, faults: [] };
  const shrunk = await runEncoding({ op: "shrink", maxBytes: PORTAL_MAX_BYTES }, [file.bytes]);
  if (!shrunk.ok) {
    const words = `${formatBytes(file.bytes.length)}, and it could not be made smaller. IRCC takes less than 4 MB`;
    return { file, faults: [{ code: "too_large", words }] };
  }
  const { bytes, type, fits, dpi } = shrunk.value;
  const faults: Fault[] = [];
  if (!fits) {
    const words = `${formatBytes(bytes.length)} at the least that can be read. IRCC takes less than 4 MB: ask for a scan in grey, or leave pages out`;
    faults.push({ code: "too_large", words });
  }
  if (dpi !== null && dpi < LEGIBLE_DPI)
    faults.push({ code: "coarse", words: `Only ${dpi} dots per inch: look whether everything can be read` });
  const kind = type === "pdf" ? PDF : type === "jpeg" ? JPEG : file;
  return { file: { ...file, ...kind, bytes }, faults };
}

/** A digital photo is a JPEG of its least size (rules reference 5.5). */
function photoFaults(file: MadeFile, description: FileDescription | undefined): Fault[] {
  if (file.mediaType !== JPEG.mediaType)
    return [{ code: "photo_type", words: "The photo has to be one JPEG, as the photographer gives it" }];
  const { width, height } = description?.pages[0] ?? { width: 0, height: 0 };
  if (width >= PHOTO_PIXELS.width && height >= PHOTO_PIXELS.height) return [];
  const least = `${PHOTO_PIXELS.width} × ${PHOTO_PIXELS.height}`;
  return [{ code: "photo_size", words: `${width} × ${height} pixels: IRCC asks for at least ${least}` }];
}

/** The pages in their order, with the places of their files among the sources. */
function choicesOf({ slot, letter }: Ingredients): { versionIds: string[]; pages: PageChoice[] } {
  const versionIds = [...new Set(slot.pages.map(({ versionId }) => versionId))];
  const first = letter === null ? 0 : 1;
  return {
    versionIds,
    pages: [
      ...Array.from({ length: letter?.pages ?? 0 }, (_, page): PageChoice => ({ source: 0, page, turn: 0 })),
      ...slot.pages.map(({ versionId, page, turn }): PageChoice => ({
        source: versionIds.indexOf(versionId) + first,
        page,
        turn,
      })),
    ],
  };
}

async function assembled(ingredients: Ingredients): Promise<Made> {
  const { slot, received, letter } = ingredients;
  const { versionIds, pages } = choicesOf(ingredients);
  const sources = versionIds.map((versionId) => received.get(versionId) ?? Buffer.alloc(0));
  const whole = letter === null ? sources : [letter.bytes, ...sources];
  const made = await runEncoding({ op: "assemble", pages }, whole);
  if (!made.ok) return failed(slot, made.failure);
  return underLimit(slot, { ...PDF, bytes: made.value.bytes, pages: made.value.pages });
}

/**
 * The file of a slot: the received one byte for byte where it can stay, else one PDF of its pages, made smaller where
 * it has to be. Whatever cannot be done is a fault of the slot; nothing is thrown for a client's bytes.
 */
export async function makeFile(ingredients: Ingredients): Promise<Made> {
  const { slot, descriptions, received, letter } = ingredients;
  const source = letter === null ? wholeSource(slot, descriptions) : null;
  if (source === null) {
    if (slot.pages.length === 0 && letter === null) return { file: null, faults: [] };
    if (slot.pages.length === 0 && letter !== null) return { file: { ...PDF, ...letter }, faults: [] };
  }
  const made =
    source === null
      ? await assembled(ingredients)
      : await underLimit(slot, {
          bytes: received.get(source.versionId) ?? Buffer.alloc(0),
          extension: source.extension,
          mediaType: source.mediaType,
          pages: Math.max(1, slot.pages.length),
        });
  if (slot.kind !== "photo" || made.file === null) return made;
  const description = descriptions[slot.pages[0]?.versionId ?? ""];
  return { ...made, faults: [...made.faults, ...photoFaults(made.file, description)] };
}

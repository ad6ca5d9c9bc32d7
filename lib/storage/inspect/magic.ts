import type { FileType } from "@/lib/storage/inspect/file-type";
import { FILE_TYPES } from "@/lib/storage/inspect/file-type";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";

/** As many first bytes as `matchMagic` wants to see, when the file has them. */
export const MAGIC_BYTES = 512;

const MAGIC: Readonly<Record<FileType, Buffer>> = {
  pdf: Buffer.from("%PDF-", "latin1"),
  jpeg: Buffer.of(0xff, 0xd8, 0xff),
  png: Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  docx: Buffer.of(0x50, 0x4b, 0x03, 0x04),
};

/** Null when the first bytes are those of `type` at offset 0, else a refusal that says what they look like. */
export function matchMagic(type: FileType, head: Buffer): Refusal | null {
  if (startsWith(head, MAGIC[type])) return null;
  if (looksLikeHeic(head)) return refuse("heic");
  const expected = FILE_TYPES[type];
  const seen = describe(head);
  const looks = seen === null ? "" : `: it looks like ${seen}`;
  const advice = `Open it, save or export it as ${expected.spoken}, and send that.`;
  const named = `This file is named .${expected.extensions[0]} but it is not ${expected.spoken}${looks}.`;
  return refuse("content_mismatch", `${named} ${advice}`);
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"]);

function isoBrand(head: Buffer): string | null {
  return head.toString("latin1", 4, 8) === "ftyp" ? head.toString("latin1", 8, 12) : null;
}

function looksLikeHeic(head: Buffer): boolean {
  return HEIC_BRANDS.has(isoBrand(head) ?? "");
}

/** Only for the sentence: the decision has been made by then. */
function describe(head: Buffer): string | null {
  const text = head.toString("latin1");
  const known: readonly (readonly [boolean, string])[] = [
    [text.startsWith("%PDF-"), "a PDF"],
    [startsWith(head, MAGIC.jpeg), "a JPEG picture"],
    [startsWith(head, MAGIC.png), "a PNG picture"],
    [startsWith(head, MAGIC.docx), "a ZIP archive or an Office document"],
    [text.startsWith("MZ") || text.startsWith("\x7fELF"), "a program"],
    [/^GIF8[79]a/.test(text), "a GIF picture"],
    [text.startsWith("RIFF") && text.slice(8, 12) === "WEBP", "a WebP picture"],
    [/^(?:II\*\0|MM\0\*)/.test(text), "a TIFF picture"],
    [/^avi[fs]$/.test(isoBrand(head) ?? ""), "an AVIF picture"],
    [isoBrand(head) !== null, "a video"],
    [text.startsWith("\xd0\xcf\x11\xe0"), "an older or password-protected Office document"],
    [text.startsWith("{\\rtf"), "a rich text (RTF) document"],
    [/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)/i.test(text), "a web page"],
    [/^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg)/i.test(text), "an XML or SVG file"],
  ];
  return known.find(([matches]) => matches)?.[1] ?? null;
}

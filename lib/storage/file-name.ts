import { MAX_NAME_CHARACTERS } from "@/lib/storage/limits";
import type { FileType } from "@/lib/storage/inspect/file-type";
import { fileTypeOfExtension } from "@/lib/storage/inspect/file-type";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";

/** Control, unpaired surrogate, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Invisible characters, bidirectional overrides among them; the joiners of emoji, Persian and Hindi stay. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;
/** Spaces and dots at the end are dropped by some systems, which would then see another extension. */
const TRAILING = /[\s.]+$/u;

/**
 * The name to show: the last part of any path, NFC, without control, bidirectional or invisible characters,
 * at most 180 characters (the extension is kept). May be empty. It is never used as a path.
 */
export function displayName(original: string): string {
  const lastPart = original.split(/[/\\]/).at(-1) ?? "";
  const printable = lastPart.replace(UNPRINTABLE, "").replace(INVISIBLE, "").normalize("NFC");
  return shorten(printable.trim().replace(TRAILING, ""));
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_NAME_CHARACTERS) return name;
  const dot = characters.lastIndexOf(".");
  const extension = dot > 0 && characters.length - dot <= 10 ? characters.slice(dot) : [];
  return [...characters.slice(0, MAX_NAME_CHARACTERS - extension.length), ...extension].join("");
}

/** The name and type a file claims to have, or why the name cannot be accepted (SECURITY.md S-39). */
export function claimedType(
  original: string,
): { readonly name: string; readonly type: FileType } | { readonly refused: Refusal } {
  const name = displayName(original);
  const dot = name.lastIndexOf(".");
  if (dot === -1) return { refused: refuse("extension_missing") };
  const extension = name.slice(dot + 1).toLowerCase();
  if (extension === "heic" || extension === "heif") return { refused: refuse("heic") };
  const type = fileTypeOfExtension(extension);
  if (type === null) return { refused: refuse("type_not_accepted") };
  if (name.slice(0, dot).replace(TRAILING, "") === "") return { refused: refuse("base_name_missing") };
  return { name, type };
}

/**
 * The value of a `Content-Disposition` header for a download: always an attachment, always one line of ASCII
 * (RFC 6266, RFC 5987). `extension` is that of the stored type, without a dot.
 */
export function contentDisposition(name: string, extension: string): string {
  const plain = `document.${extension.replace(/[^a-z0-9]/g, "")}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeExtended(displayName(name) || plain)}`;
}

/** Percent-encodes all but RFC 5987's attr-char; encodeURIComponent leaves four characters too many. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

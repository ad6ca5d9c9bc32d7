/** What IRCC's portal takes, and in which order (rules reference 5, 5.5). */
import { DOCUMENT_KINDS, type DocumentKind } from "./document-kind";

/** Each file stays under this many bytes: "4 MB" in its strict reading (5.5, M). */
export const PORTAL_MAX_BYTES = 4_000_000;

/** The least a digital photo has, pixels (5.5, S). */
export const PHOTO_PIXELS = { width: 420, height: 540 } as const;

/** Kinds that share a slot with another one: the portal takes one file per slot, so they are merged (5.5, M). */
const SHARED_SLOTS: Readonly<Partial<Record<DocumentKind, DocumentKind>>> = {
  cohabitation: "imm5409",
  funds_exemption: "funds",
};

/** Papers of an authority, a school or an employer abroad, often in another language than English and French. */
const MAY_NEED_TRANSLATION: readonly DocumentKind[] = [
  "diploma",
  "reference_letter",
  "self_employment",
  "police",
  "birth_certificate",
  "marriage_certificate",
  "end_of_union",
  "custody",
  "sibling",
  "relative",
  "name_change",
];

/** Countries whose authorities issue such papers in English or French (K). */
const ENGLISH_OR_FRENCH: readonly string[] = ["CA", "US", "GB", "IE", "AU", "NZ", "FR", "JM", "TT", "BB"];

function isKind(kind: string): kind is DocumentKind {
  return DOCUMENT_KINDS.some((known) => known === kind);
}

/** The kind whose slot a document goes into; its own for one that the rules do not know. */
export function slotKindOf(kind: string): string {
  return (isKind(kind) ? SHARED_SLOTS[kind] : undefined) ?? kind;
}

/** Where a kind stands among the portal's slots; one that the rules do not know comes last. */
export function slotRank(kind: string): number {
  const rank = isKind(kind) ? DOCUMENT_KINDS.indexOf(kind) : -1;
  return rank === -1 ? DOCUMENT_KINDS.length : rank;
}

/** Somebody has to say in which language it is: nothing in the facts tells. */
export function asksForLanguage(kind: string, country: string | null): boolean {
  if (!isKind(kind) || !MAY_NEED_TRANSLATION.includes(kind)) return false;
  return country === null || !ENGLISH_OR_FRENCH.includes(country);
}

const NAME_LENGTH = 60;

/** Letters, digits and hyphens of the Latin alphabet; accents are dropped with their letters kept. */
function plainPart(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/**
 * A name that the portal takes: `07_Police-certificate-India_Neha-Kulkarni.pdf`. The only dot is that of the extension
 * (5.5, M); the number keeps the order of the slots, and the names apart.
 */
export function portalFileName(
  { number, title, person }: { number: number; title: string; person: string | null },
  extension: string,
): string {
  const place = String(number).padStart(2, "0");
  const stem = [place, plainPart(title), plainPart(person ?? "")].filter((part) => part !== "").join("_");
  return `${stem.slice(0, NAME_LENGTH).replace(/[-_]+$/, "")}.${extension}`;
}

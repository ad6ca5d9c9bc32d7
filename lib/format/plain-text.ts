/** NUL, which PostgreSQL keeps in no text: a statement with one fails. */
const NUL = /\0/g;

/** What somebody typed, as text that can be kept and searched for; anything but text is nothing. */
export function plainText(value: unknown): string {
  return typeof value === "string" ? value.normalize("NFC").replaceAll(NUL, "") : "";
}

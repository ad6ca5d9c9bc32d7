/** 128 random bits as hex. Not `crypto.randomUUID`: browsers hide that from plain-http origins. */
export function newIdempotencyKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 128 random bits as hex. Not `crypto.randomUUID`: browsers hide that from plain-http origins. */
export function newIdempotencyKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What was sent last and has not succeeded yet. */
export interface Send {
  key: string;
  contents: string;
}

/** The fields as text, without the key itself and what React adds for posts before JavaScript. */
function contentsOf(data: FormData): string {
  const own = [...data].filter(([name]) => name !== "idempotencyKey" && !name.startsWith("$ACTION"));
  return JSON.stringify(own);
}

/**
 * The same contents sent again after a broken connection keep their key: if the first did arrive, the server answers
 * as before. Changed contents are another event, and the server would refuse them under the old key.
 */
export function nextSend(last: Send | null, data: FormData): Send {
  const contents = contentsOf(data);
  return last?.contents === contents ? last : { key: newIdempotencyKey(), contents };
}

/** When a broken line is tried again. Pure. */

/** Seconds before each further try; after the last of them a person decides. */
const WAITS = [2, 4, 8, 15, 30, 60, 60, 60, 60, 60] as const;

/** Milliseconds to wait after so many failed tries in a row, or null: give up until somebody asks. */
export function waitAfter(failures: number): number | null {
  const seconds = WAITS[failures - 1];
  return seconds === undefined ? null : seconds * 1000;
}

/** Answers that lie in the way, not in the file: sending the same bytes again may work. */
const ON_THE_WAY = ["incomplete", "hash_mismatch", "aborted", "idle", "timed_out"];

/** Whether the same file can be sent once more as it is, from the answer's status and code. Status 0: no answer. */
export function isWorthRepeating(status: number, code: string | null): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500 || ON_THE_WAY.includes(code ?? "");
}

/** Where a person has to do something first: sign in again, wait, make room. */
const NEEDS_SOMEBODY = [401, 429, 507];

/** Whether it is tried again without asking. */
export function isRepeatedByItself(status: number, code: string | null): boolean {
  return isWorthRepeating(status, code) && !NEEDS_SOMEBODY.includes(status);
}

/** The server knows of no such announcement, or it is spent on a refusal: the file is announced anew. */
export function isAnnouncementGone(status: number): boolean {
  return status === 404 || status === 409;
}

/** The cursor of the ranking, as the link to the next page writes it. Pure. */
import type { PoolCursor } from "../types";

/** `482|2026-06-16T09:41:00.000Z|id`; anything else is the first page. */
export function readCursor(text: string | undefined): PoolCursor | null {
  const [score, at, id] = (text ?? "").split("|");
  const submittedAt = new Date(at ?? "");
  const sound = /^\d{1,4}$/.test(score ?? "") && /^[0-9a-f-]{36}$/.test(id ?? "");
  return sound && id && !Number.isNaN(submittedAt.getTime())
    ? { score: Number(score), submittedAt, id }
    : null;
}

export function writeCursor({ score, submittedAt, id }: PoolCursor): string {
  return `${score}|${submittedAt.toISOString()}|${id}`;
}

/** Which thread is opened, and what of a message is shown in a line. Pure. */
import type { ThreadLine } from "./types";

/** In front what waits longest to be read; then the newest words. Without any message the general thread. */
export function threadToOpen(threads: readonly ThreadLine[]): string | null {
  const newest = (line: ThreadLine) => line.last?.at.getTime() ?? 0;
  const unread = threads.filter((line) => line.unread > 0);
  const [first] = (unread.length > 0 ? unread : threads).toSorted((a, b) => newest(b) - newest(a));
  return first?.item?.id ?? null;
}

/** Signs to each side of what was found. */
const AROUND = 60;

/** The words around the first place where `query` stands, cut at the ends of words. */
export function wordsAround(body: string, query: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const at = Math.max(0, line.toLowerCase().indexOf(query.toLowerCase()));
  const [from, to] = [Math.max(0, at - AROUND), Math.min(line.length, at + query.length + AROUND)];
  const head = from === 0 ? "" : `…${line.slice(from, at).replace(/^\S*\s/, "")}`;
  const tail = to === line.length ? line.slice(at) : `${line.slice(at, to).replace(/\s\S*$/, "")}…`;
  return from === 0 ? `${line.slice(0, at)}${tail}` : `${head}${tail}`;
}

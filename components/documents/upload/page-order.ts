/** The pages of one document while its sender puts them in order. Pure. */
import { nextTurn, type QuarterTurns } from "./picture-geometry";

/** What order and turning need to know of a page. */
interface Turnable {
  id: number;
  turns: QuarterTurns;
}

/** The list with the page at `from` moved to `to`; places outside the list change nothing. */
export function moved<Page>(pages: readonly Page[], from: number, to: number): readonly Page[] {
  const page = pages[from];
  if (page === undefined || to < 0 || to >= pages.length || from === to) return pages;
  const rest = pages.filter((_, index) => index !== from);
  return [...rest.slice(0, to), page, ...rest.slice(to)];
}

/** The list with one page turned a quarter to the right. */
export function turned<Page extends Turnable>(pages: readonly Page[], id: number): readonly Page[] {
  return pages.map((page) => (page.id === id ? { ...page, turns: nextTurn(page.turns) } : page));
}

/** The list without one page, and which page stands in its place: the next one, else the one before. */
export function removed<Page extends Turnable>(
  pages: readonly Page[],
  id: number,
): { pages: readonly Page[]; selected: number | null } {
  const at = pages.findIndex((page) => page.id === id);
  const left = pages.filter((page) => page.id !== id);
  return { pages: left, selected: (left[at] ?? left[at - 1])?.id ?? null };
}

/** The list with one page exchanged for others in its place. */
export function replaced<Page extends Turnable>(
  pages: readonly Page[],
  id: number,
  by: readonly Page[],
): readonly Page[] {
  return pages.flatMap((page) => (page.id === id ? by : [page]));
}

/** How the titles of the National Occupational Classification are searched. Pure, for both sides. */
import type { Occupation, OccupationMatch } from "./types";

/** Lower case, without accents, ligatures and punctuation: `Ingénieur/ingénieure` is `ingenieur ingenieure`. */
export function foldTitle(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The words of a search, folded; at most eight, so that a pasted page stays a search. */
export function searchWords(text: string): string[] {
  return [...new Set(foldTitle(text).split(" "))].filter((word) => word !== "").slice(0, 8);
}

/** What is stored for search: one folded title a line, the code first. */
export function searchTextOf(code: string, titles: readonly string[]): string {
  return [code, ...new Set(titles.map(foldTitle))].join("\n");
}

/** The first sentence of a definition: a full stop before a capital ends it, not one inside an abbreviation. */
export function leadOf(definition: string | null): string | null {
  if (definition === null || definition.trim() === "") return null;
  return /^.*?[a-z)]\.(?=\s+[A-Z]|\s*$)/s.exec(definition)?.[0] ?? definition;
}

interface Scored {
  title: string;
  /** Lower is better. */
  rank: number;
}

/** 0 the title itself, 1 begins with what was typed, 2 has every word begun, 3 has every word somewhere. */
function rankOf(title: string, words: readonly string[]): number | null {
  const folded = foldTitle(title);
  const typed = words.join(" ");
  if (folded === typed) return 0;
  if (folded.startsWith(`${typed} `) || folded.startsWith(typed)) return 1;
  if (words.every((word) => ` ${folded}`.includes(` ${word}`))) return 2;
  return words.every((word) => folded.includes(word)) ? 3 : null;
}

/** Best first; of equal ones the shorter, which says less beside what was typed. */
function bestTitle(titles: readonly string[], words: readonly string[]): Scored | null {
  const scored = titles.flatMap((title) => {
    const rank = rankOf(title, words);
    return rank === null ? [] : [{ title, rank }];
  });
  return scored.sort((a, b) => a.rank - b.rank || a.title.length - b.title.length)[0] ?? null;
}

export interface OccupationTitles extends Occupation {
  titles: readonly string[];
}

/**
 * Puts candidates in order and names the title that matched. A title matches when one of its titles has every word
 * that was typed; a code when it begins with the digits.
 */
export function rankOccupations(
  candidates: readonly OccupationTitles[],
  text: string,
  limit: number,
): OccupationMatch[] {
  const words = searchWords(text);
  const [first = ""] = words;
  const byCode = /^\d+$/.test(first);
  const ranked = candidates.flatMap((candidate) => {
    const { code, teer, titleEn, titleFr } = candidate;
    const plain = { code, teer, titleEn, titleFr, lead: leadOf(candidate.definitionEn) };
    if (byCode && code.startsWith(first)) return [{ match: { ...plain, matched: null }, rank: 0, length: 0 }];
    const best = bestTitle([titleEn, titleFr, ...candidate.titles], words);
    if (!best) return [];
    const matched = best.title === titleEn ? null : best.title;
    return [{ match: { ...plain, matched }, rank: best.rank, length: best.title.length }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.length - b.length || (a.match.code < b.match.code ? -1 : 1))
    .slice(0, limit)
    .map(({ match }) => match);
}

/** The occupations as a visitor's browser searches them: nothing of what is typed leaves it. Pure. */
import { rankOccupations, type OccupationTitles } from "@/lib/occupations/rules";
import type { FoundOccupation, OccupationRow } from "./types";

/** Examples of each occupation that are sent: the shortest say what people say, and all of them would be megabytes. */
const EXAMPLES = 20;
const SHOWN = 8;
/**
 * The examples of one language. The classification's are stored the English ones first, then the French ones, each in
 * the order of the alphabet: the second list begins where the order does.
 */
function ownExamples(titles: readonly string[], language: "en" | "fr"): readonly string[] {
  const second = titles.findIndex(
    (title, index) => index > 0 && title.localeCompare(titles[index - 1] ?? "", "en") < 0,
  );
  if (second === -1) return titles;
  return language === "fr" ? titles.slice(second) : titles.slice(0, second);
}

/** The list of one language. */
export function titlesForBrowser(
  occupations: readonly OccupationTitles[],
  language: "en" | "fr",
): OccupationRow[] {
  return occupations.map(({ code, teer, titleEn, titleFr, titles }) => {
    const examples = [...ownExamples(titles, language)]
      .sort((a, b) => a.length - b.length)
      .slice(0, EXAMPLES);
    return [code, teer, language === "fr" ? titleFr : titleEn, ...examples];
  });
}

/** Best first; fewer than two letters find nothing. */
export function findOccupations(list: readonly OccupationRow[], text: string): FoundOccupation[] {
  if (text.trim().length < 2) return [];
  const candidates = list.map(([code, teer, title, ...titles]) => ({
    ...{ code, teer, titleEn: title, titleFr: title, definitionEn: null },
    titles,
  }));
  return rankOccupations(candidates, text, SHOWN).map(({ code, titleEn, matched }) => ({
    code,
    title: titleEn,
    matched,
  }));
}

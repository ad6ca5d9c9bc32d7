/** The lowest scores of a test that give wanted levels. */
import { languageTables } from "../data/language-tables";
import type { Ability, LanguageTestKind } from "../facts";

/** 10 stands for 10 and above in every table. */
const HIGHEST = 10;
const LOWEST = 4;

function scoreFor(kind: LanguageTestKind, ability: Ability, level: number): number {
  const { rows, scale } = languageTables[kind];
  const { min } = "min" in scale ? scale : scale[ability];
  if (level < LOWEST) return min;
  return rows.find((row) => row.level === Math.min(level, HIGHEST))?.[ability].min ?? min;
}

export function scoresForLevels(
  kind: LanguageTestKind,
  levels: Readonly<Record<Ability, number>>,
): Record<Ability, number> {
  return {
    listening: scoreFor(kind, "listening", levels.listening),
    reading: scoreFor(kind, "reading", levels.reading),
    writing: scoreFor(kind, "writing", levels.writing),
    speaking: scoreFor(kind, "speaking", levels.speaking),
  };
}

/** The same level in all four abilities. */
export function inAllFour(level: number): Record<Ability, number> {
  return { listening: level, reading: level, writing: level, speaking: level };
}

/** Test scores to CLB/NCLC levels, ability by ability (rules reference 2; source: language-conversion.json). */
import { languageTables, type LanguageTable } from "../data/language-tables";
import type { Ability, LanguageTestKind, OfficialLanguage } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";

export const ABILITIES: readonly Ability[] = ["listening", "reading", "writing", "speaking"];

/** CLB (English) or NCLC (French) levels: 0 below the lowest level of the table, 10 for 10 and above. */
export interface LanguageLevels extends Record<Ability, number> {
  language: OfficialLanguage;
}

export interface ScoreFault {
  path: Ability | "takenOn";
  message: string;
}

export type Conversion = { ok: true; levels: LanguageLevels } | { ok: false; faults: ScoreFault[] };

/** The level of one score: the highest row whose minimum it reaches; never averaged, 0 below level 4. */
function levelOf(table: LanguageTable, ability: Ability, score: number): number {
  return table.rows.find((row) => score >= row[ability].min)?.level ?? 0;
}

/**
 * Faults of the scores a person typed; empty when the test can give them. A TEF score above the scale is refused
 * with a request for the other column (entry guard of section 2).
 */
export function scoreFaults(
  kind: LanguageTestKind,
  scores: Readonly<Record<Ability, number>>,
  takenOn?: IsoDate,
): ScoreFault[] {
  const table = languageTables[kind];
  const faults: ScoreFault[] = [];
  if (takenOn !== undefined && takenOn < table.effective_from) {
    const since = plainDate(table.effective_from);
    faults.push({
      path: "takenOn",
      message: `${table.test} results count for Express Entry from ${since} only`,
    });
  }
  for (const ability of ABILITIES) {
    const message = scoreFault(kind, table, ability, scores[ability]);
    if (message !== null) faults.push({ path: ability, message });
  }
  return faults;
}

function scoreFault(
  kind: LanguageTestKind,
  table: LanguageTable,
  ability: Ability,
  score: number,
): string | null {
  const { min, max } = "min" in table.scale ? table.scale : table.scale[ability];
  if (kind === "tef_canada" && score > max) {
    return (
      `TEF Canada ${ability} is out of ${max} in the column "Équivalence ancien score", which Express Entry uses; ` +
      `${score} looks like the score out of 699: enter the other column`
    );
  }
  if (!Number.isFinite(score) || score < min || score > max) {
    return `${table.test} ${ability} is a score from ${min} to ${max}`;
  }
  if (!Number.isInteger(score / table.scale.step)) {
    return `${table.test} ${ability} goes in steps of ${table.scale.step}`;
  }
  return null;
}

/** Converts one test report, or says which scores the test cannot give. */
export function convertScores(
  kind: LanguageTestKind,
  scores: Readonly<Record<Ability, number>>,
  takenOn?: IsoDate,
): Conversion {
  const faults = scoreFaults(kind, scores, takenOn);
  if (faults.length > 0) return { ok: false, faults };
  const table = languageTables[kind];
  const levels = {
    language: table.language,
    listening: levelOf(table, "listening", scores.listening),
    reading: levelOf(table, "reading", scores.reading),
    writing: levelOf(table, "writing", scores.writing),
    speaking: levelOf(table, "speaking", scores.speaking),
  };
  return { ok: true, levels };
}

/** The lowest of the four abilities: what a threshold "in all four" is compared with. */
export function lowestLevel(levels: LanguageLevels): number {
  return Math.min(...ABILITIES.map((ability) => levels[ability]));
}

/** The four levels of a person without a usable test. */
export function noLevels(language: OfficialLanguage): LanguageLevels {
  return { language, listening: 0, reading: 0, writing: 0, speaking: 0 };
}

/** `English, CLB listening 10, reading 9, writing 9, speaking 9`; level 10 stands for 10 and above. */
export function describeLevels(levels: LanguageLevels): string {
  const name = levels.language === "en" ? "English, CLB" : "French, NCLC";
  const figure = (ability: Ability) => (levels[ability] === 0 ? "below 4" : String(levels[ability]));
  return `${name} ${ABILITIES.map((ability) => `${ability} ${figure(ability)}`).join(", ")}`;
}

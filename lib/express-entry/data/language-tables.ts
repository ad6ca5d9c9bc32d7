/** The types of `language-conversion.json`, keyed by the test kinds of facts.ts. */
import type { Ability, LanguageTestKind, OfficialLanguage } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import json from "./language-conversion.json";

interface Range {
  min: number;
  max: number;
}
export interface LanguageTable {
  test: string;
  language: OfficialLanguage;
  effective_from: IsoDate;
  confidence: string;
  /** One range for all abilities, or one for each. */
  scale: { step: number } & (Range | Record<Ability, Range>);
  /** Highest level first. */
  rows: ({ level: number } & Record<Ability, Range>)[];
}

const tables = json.tests as unknown as Record<string, LanguageTable>;

function table(key: string): LanguageTable {
  const found = tables[key];
  if (!found) throw new Error(`language-conversion.json has no table ${key}`);
  return found;
}

/**
 * The tables Express Entry uses. TEF Canada: always the "Équivalence ancien score" column, whatever the test date
 * (canada.ca, P); the tables out of 699 stay in the JSON for reference and are never read for levels.
 */
export const languageTables: Record<LanguageTestKind, LanguageTable> = {
  ielts_general: table("ielts_general_training"),
  celpip_general: table("celpip_general"),
  pte_core: table("pte_core"),
  tef_canada: table("tef_canada_previous_score_equivalency"),
  tcf_canada: table("tcf_canada"),
};

/** What a CRS ruleset is applied to: exactly the `factors` of CONTRACT.md's `npm run score`. */
import type { CanadianStudy } from "../data/crs-tables";
import type { EducationLevel } from "../facts";
import type { LanguageLevels } from "../language/levels";

export interface SpouseFactors {
  education: EducationLevel;
  language: LanguageLevels | null;
  canadianWorkYears: number;
}

/** Only for rulesets that give points for occupations that pay well. */
export interface HighWageFactors {
  /** Whole years of Canadian work by level of the list: in its occupations or better paid ones. */
  canadianWorkYears: Readonly<Record<string, number>>;
  /** Level of the occupation of an offer that meets the ruleset's conditions; null: none. */
  jobOffer: string | null;
}

export interface CrsFactors {
  /** The with-spouse column applies (1.1). True exactly when `spouse` is given. */
  withSpouse: boolean;
  /** Whole years on the day of the calculation. */
  age: number;
  education: EducationLevel;
  firstLanguage: LanguageLevels;
  secondLanguage: LanguageLevels | null;
  canadianWorkYears: number;
  foreignWorkYears: number;
  certificateOfQualification: boolean;
  spouse: SpouseFactors | null;
  siblingInCanada: boolean;
  canadianStudy: CanadianStudy;
  provincialNomination: boolean;
  /** Given only under a ruleset with such points; CONTRACT.md knows none. */
  highWage?: HighWageFactors;
}

/** The types of `crs-tables.json`. The engine reads points from there; no figure is written in code. */
import type { EducationLevel } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import json from "./crs-tables.json";

export interface Columns<T> {
  with_spouse: T;
  without_spouse: T;
}
export interface AgeRow {
  age_min: number | null;
  age_max: number | null;
  points: number;
}
export interface LevelRow {
  clb_min: number | null;
  clb_max: number | null;
  points: number;
}
export interface TwoColumnLevelRow extends Columns<number> {
  clb_min: number | null;
  clb_max: number | null;
}
export type PointsByEducation = Record<EducationLevel, number>;
export type CanadianStudy = "none" | "one_or_two_year" | "three_year_plus";
export type Tier = "tier0" | "tier1" | "tier2";
export type Band = "none" | "low" | "high";

/** Every table is a version, in force from a day to a day, both included; null: until further notice. */
export interface TableVersion {
  id: string;
  effective_from: IsoDate;
  effective_to: IsoDate | null;
}

interface RulesetHead extends TableVersion {
  confidence: string;
}

/** A ruleset whose every value is known. */
export interface CompleteRuleset extends RulesetHead {
  sources: string[];
  maxima: Record<
    "A_with_spouse" | "A_without_spouse" | "B" | "A_plus_B" | "C" | "A_B_C" | "D" | "grand_total",
    number
  >;
  A_core_human_capital: {
    age: Columns<{ max: number; rows: AgeRow[] }>;
    education: Columns<PointsByEducation>;
    first_official_language_per_ability: {
      rows: TwoColumnLevelRow[];
      max_with_spouse: number;
      max_without_spouse: number;
    };
    second_official_language_per_ability: {
      rows: LevelRow[];
      cap_with_spouse: number;
      cap_without_spouse: number;
    };
    /** Index = whole years, the last entry standing for that many or more. */
    canadian_work_experience_years: Columns<number[]>;
  };
  B_spouse: {
    education: PointsByEducation;
    first_official_language_per_ability: { rows: LevelRow[]; max: number };
    canadian_work_experience_years: number[];
    max: number;
  };
  C_skill_transferability: {
    max: number;
    group_caps: { education: number; foreign_work: number; certificate_of_qualification: number };
    education_tier: Record<"0" | "1" | "2", EducationLevel[]>;
    /** Least years for tier 1 and tier 2. */
    foreign_work_tier_min_years: number[];
    /** Least level of all four abilities for the low and the high band. */
    language_band_min_clb: number[];
    /** Least years for the low and the high band. */
    canadian_work_band_min_years: number[];
    pair_points: Record<Tier, Record<Band, number>>;
    certificate_of_qualification: {
      points: { clb_min: number; points: number }[];
      /** Only certificates in these occupations count (Red Seal trades alone, say); every one where it is left out. */
      noc?: string[];
    };
  };
  D_additional: {
    max: number;
    provincial_nomination: number;
    sibling_in_canada: number;
    french: { french_clb_min: number; english_clb_min: number; points: number }[];
    canadian_post_secondary_education: { study: CanadianStudy; points: number }[];
    /** Only Canadian credentials of these levels count (graduate study alone, say); every one where it is left out. */
    canadian_study_levels?: EducationLevel[];
  };
  /** Left out by rulesets without such points, as all were before 2026-11-03. */
  high_wage?: HighWageFactor;
}

/** What may be asked of an offer before it earns points. */
export type OfferCondition = "full_time" | "one_year_after_visa" | "lmia_or_work_permit";

/** One level of the list of occupations that pay well. */
export interface HighWageLevel {
  id: string;
  label: string;
  /** NOC 2021 unit groups; a code stands in one level only. */
  noc: string[];
  /** Index = whole years of Canadian work at this level or a better paid one, the last entry standing for more. */
  canadian_work_years: number[];
  /** Points of an offer in one of these occupations. */
  job_offer: number;
}

/** Points for Canadian work and for an offer in an occupation that pays well (0.2). */
export interface HighWageFactor {
  /** Under whose maximum the points stand. */
  section: "core" | "additional";
  /** For work and offer together. */
  max: number;
  /** For each alone. */
  canadian_work_max: number;
  job_offer_max: number;
  work_window_years: number;
  /** What an offer must be; a condition that is not listed is not asked. */
  offer_conditions: OfferCondition[];
  /** Best paid first. */
  levels: HighWageLevel[];
}

/** A ruleset that is known to be in force, without values: nobody may score under it (0.2). */
export interface DeclaredRuleset extends RulesetHead {
  A_core_human_capital: null;
  B_spouse: null;
  C_skill_transferability: null;
  D_additional: null;
}

export type CrsRuleset = CompleteRuleset | DeclaredRuleset;

export type AdaptabilityElement =
  | "spouse_language_clb4_all_four"
  | "applicant_canadian_study_two_years"
  | "spouse_canadian_study_two_years"
  | "applicant_canadian_work_one_year_teer0_3"
  | "spouse_canadian_work_one_year"
  | "relative_in_canada"
  | "arranged_employment";

export interface SelectionGrid extends TableVersion {
  source: string;
  pass_mark: number;
  max_total: number;
  education: { max: number; points: PointsByEducation };
  first_language: { max: number; points_per_ability: LevelRow[] };
  second_language: { max: number; clb_min: number; points: number };
  experience: { max: number; rows: { years_min: number; years_max: number | null; points: number }[] };
  age: { max: number; rows: AgeRow[] };
  arranged_employment: { max: number; points: number };
  adaptability: { max: number; elements: Record<AdaptabilityElement, number> };
}

export interface ProgramThresholds extends TableVersion {
  CEC: { window_years: number; min_years: number; clb_by_teer: Record<string, number> };
  FSW: { window_years: number; min_years: number; clb_all: number };
  FST: {
    window_years: number;
    min_years: number;
    clb: Record<"speaking" | "listening" | "reading" | "writing", number>;
    noc_prefix_include: string[];
    noc_prefix_exclude: string[];
  };
}

export interface CategoryEntry {
  noc?: string[];
  clb_min?: number;
  canadian_experience_required?: boolean;
  retired?: boolean;
  effective_from?: IsoDate;
  confidence?: string;
}
export interface CategoryVersion extends TableVersion {
  work_experience: string;
  work_hours: number;
  work_continuous: boolean;
  work_window_years: number;
  confidence: string;
  categories: Record<string, CategoryEntry>;
}

interface CrsTables {
  rulesets: CrsRuleset[];
  fsw_selection_grid: SelectionGrid;
  program_thresholds: ProgramThresholds & { hours_per_year: number; hours_per_week_cap: number };
  category_based_selection: { versions: CategoryVersion[] };
}

// JSON modules have inferred types that are narrower and looser at once; crs-tables.test.ts checks the shape.
const tables = json as unknown as CrsTables;

/** Shipped CRS rulesets, oldest first. */
export const crsRulesets: readonly CrsRuleset[] = tables.rulesets;
export const selectionGrid: SelectionGrid = tables.fsw_selection_grid;
export const programThresholds: ProgramThresholds = tables.program_thresholds;
/** Constants of the regulation (IRPR 73(1), 80(4)), not of a version: a year of work, and the most that counts in a week. */
export const { hours_per_year: HOURS_PER_YEAR, hours_per_week_cap: WEEKLY_CAP } = tables.program_thresholds;
export const categoryVersions: readonly CategoryVersion[] = tables.category_based_selection.versions;

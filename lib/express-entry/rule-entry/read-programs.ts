/** Entered program thresholds and category lists. */
import type { CategoryEntry, CategoryVersion, ProgramThresholds } from "../data/crs-tables";
import { CATEGORY_TABLE_KEYS } from "../draws/categories";
import { ABILITIES } from "../language/levels";
import {
  also,
  at,
  date,
  endsAfterBeginning,
  fault,
  HEAD_NOTES,
  listOf,
  matching,
  nocCodes,
  object,
  reading,
  record,
  text,
  versionHead,
  whole,
  yesOrNo,
  type Reading,
  type TableFault,
  sourcedHead,
} from "./checker";
import { level, states } from "./rows";

const window = { window_years: whole(1, 50), min_years: whole(1, 50) };
const prefixes = matching(/^\d{1,5}$/, "must be the first digits of a NOC code");

/** More years inside the window than the window has can never be met. */
function fitsWindow(program: "CEC" | "FSW" | "FST"): (table: ProgramThresholds) => TableFault[] {
  return (table) =>
    table[program].min_years > table[program].window_years
      ? fault(at(program, "min_years"), "is more than the years of the window")
      : [];
}

const thresholds = also<ProgramThresholds>(
  object({
    required: {
      ...sourcedHead,
      CEC: object({
        required: { ...window, clb_by_teer: record(["0", "1", "2", "3"], level) },
        ignored: [
          "continuous",
          "teer",
          "self_employment_counts",
          "full_time_student_work_counts",
          "funds_required",
        ],
      }),
      FSW: object({
        required: { ...window, clb_all: level },
        ignored: ["continuous", "same_occupation", "teer", "pass_mark", "funds_required"],
      }),
      FST: object({
        required: {
          ...window,
          clb: record(ABILITIES, level),
          noc_prefix_include: listOf(prefixes),
          noc_prefix_exclude: listOf(prefixes, { least: 0 }),
        },
        ignored: ["continuous", "needs_one_of", "funds_required"],
      }),
    },
    ignored: [...HEAD_NOTES, "hours_per_year", "hours_per_week_cap"],
  }),
  endsAfterBeginning,
  fitsWindow("CEC"),
  fitsWindow("FSW"),
  fitsWindow("FST"),
);

/** Reads entered program thresholds, or says everything that is wrong with them. */
export function readProgramThresholds(json: unknown): Reading<ProgramThresholds> {
  return reading(thresholds, json);
}

const category = also<CategoryEntry & { count?: number }>(
  object({
    required: {},
    optional: {
      noc: nocCodes,
      clb_min: level,
      canadian_experience_required: yesOrNo,
      retired: yesOrNo,
      effective_from: date,
      count: whole(0, 1000),
    },
    ignored: ["note", "rule", "confidence"],
  }),
  ({ noc, count }, path) =>
    count !== undefined ? states(at(path, "count"), count, noc?.length ?? 0, "the codes") : [],
);

function saysWho(version: CategoryVersion): TableFault[] {
  return Object.entries(version.categories).flatMap(([key, entry]) => {
    const path = at("categories", key);
    if (entry.retired) return [];
    if (key === "french") return entry.clb_min === undefined ? fault(at(path, "clb_min"), "is missing") : [];
    return entry.noc === undefined ? fault(at(path, "noc"), "is missing") : [];
  });
}

const categories = also<CategoryVersion>(
  object({
    required: {
      ...versionHead,
      work_experience: text,
      work_hours: whole(1, 20_000),
      work_continuous: yesOrNo,
      work_window_years: whole(1, 50),
      categories: object({
        required: {},
        optional: Object.fromEntries(CATEGORY_TABLE_KEYS.map((key) => [key, category])),
      }),
    },
    optional: { source: text },
    ignored: HEAD_NOTES,
  }),
  endsAfterBeginning,
  saysWho,
);

/** Reads entered category lists, or says everything that is wrong with them. */
export function readCategoryVersion(json: unknown): Reading<CategoryVersion> {
  return reading(categories, json);
}

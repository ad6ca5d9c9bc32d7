/** What must hold of a CRS ruleset's additional points, and of those for occupations that pay well. */
import type { CompleteRuleset, HighWageFactor } from "../data/crs-tables";
import { EDUCATION_LEVELS } from "../facts";
import {
  also,
  at,
  fault,
  listOf,
  matching,
  nocCodes,
  object,
  oneOf,
  text,
  whole,
  type TableFault,
} from "./checker";
import { capsAt, highest, level, levelPoints, points, byWholeYears } from "./rows";

const frenchRows = listOf(
  object({
    required: { french_clb_min: level, english_clb_min: level, points },
    ignored: ["condition"],
  }),
  { least: 0 },
);

const studyRows = listOf(
  object({
    required: { study: oneOf(["one_or_two_year", "three_year_plus"]), points },
    ignored: ["condition"],
  }),
  { least: 0 },
);

type Additional = CompleteRuleset["D_additional"];
export const additionalSection = also<Additional>(
  object({
    required: {
      max: points,
      provincial_nomination: points,
      sibling_in_canada: points,
      french: frenchRows,
      canadian_post_secondary_education: studyRows,
    },
    optional: { canadian_study_levels: listOf(oneOf(EDUCATION_LEVELS)) },
    ignored: ["arranged_employment"],
  }),
  ({ french }, path) => levelPoints(french, at(path, "french")),
  ({ max, provincial_nomination: nomination }, path) =>
    nomination > max
      ? fault(at(path, "provincial_nomination"), `is more than the section's maximum, ${max}`)
      : [],
);

const LEVEL = object({
  required: {
    id: matching(/^[a-z0-9_]+$/, "must be small letters, digits and underscores"),
    label: text,
    noc: nocCodes,
    canadian_work_years: byWholeYears,
    job_offer: points,
  },
});

function eachCodeOnce({ levels }: HighWageFactor, path: string): TableFault[] {
  const before = new Set<string>();
  return levels.flatMap(({ noc }, index) =>
    noc.flatMap((code, place) => {
      if (!before.has(code)) {
        before.add(code);
        return [];
      }
      const where = at(at(at(at(path, "levels"), index), "noc"), place);
      return fault(where, `${code} is in a better paid level already`);
    }),
  );
}

export const highWageSection = also<HighWageFactor>(
  object({
    required: {
      section: oneOf(["core", "additional"]),
      max: points,
      canadian_work_max: points,
      job_offer_max: points,
      work_window_years: whole(1, 50),
      offer_conditions: listOf(oneOf(["full_time", "one_year_after_visa", "lmia_or_work_permit"]), {
        least: 0,
      }),
      levels: listOf(LEVEL),
    },
    ignored: ["note"],
  }),
  eachCodeOnce,
  ({ levels }, path) =>
    levels.flatMap(({ id }, index) =>
      levels.findIndex((other) => other.id === id) === index
        ? []
        : fault(at(at(at(path, "levels"), index), "id"), `${id} is the name of a better paid level already`),
    ),
  (table, path) => {
    const work = highest(table.levels.flatMap((row) => row.canadian_work_years));
    const offer = highest(table.levels.map((row) => row.job_offer));
    return [
      ...capsAt(at(path, "canadian_work_max"), table.canadian_work_max, work, "the levels"),
      ...capsAt(at(path, "job_offer_max"), table.job_offer_max, offer, "the levels"),
      ...capsAt(at(path, "max"), table.max, table.canadian_work_max + table.job_offer_max, "work and offer"),
    ];
  },
);

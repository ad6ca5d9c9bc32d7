/** What must hold of a CRS ruleset's skill transferability. */
import type { CompleteRuleset } from "../data/crs-tables";
import { EDUCATION_LEVELS, type EducationLevel } from "../facts";
import {
  also,
  at,
  fault,
  listOf,
  nocCodes,
  object,
  oneOf,
  record,
  type Rule,
  type TableFault,
} from "./checker";
import { capsAt, highest, level, neverFalls, levelPoints, points, years } from "./rows";

const GROUPS = ["education", "foreign_work", "certificate_of_qualification"] as const;
const TIERS = ["tier0", "tier1", "tier2"] as const;
const BANDS = ["none", "low", "high"] as const;

/** Two limits, the second above the first. */
function twoLimits(figure: Rule): Rule {
  return also<number[]>(listOf(figure, { least: 2 }), (list, path) =>
    list.length === 2 && (list[1] ?? 0) > (list[0] ?? 0)
      ? []
      : fault(path, "must be two figures, the second above the first"),
  );
}

function everyLevelInOneTier(tiers: Record<string, EducationLevel[]>, path: string): TableFault[] {
  const all = Object.values(tiers).flat();
  return EDUCATION_LEVELS.flatMap((key) => {
    const times = all.filter((other) => other === key).length;
    return times === 1 ? [] : fault(path, times === 0 ? `${key} is in no tier` : `${key} is in two tiers`);
  });
}

type Pairs = CompleteRuleset["C_skill_transferability"]["pair_points"];
const pairPoints = also<Pairs>(record(TIERS, record(BANDS, points)), (table, path) => [
  ...TIERS.flatMap((tier) =>
    neverFalls(
      BANDS.map((band) => table[tier][band]),
      (index) => at(at(path, tier), BANDS[index] ?? ""),
    ),
  ),
  ...BANDS.flatMap((band) =>
    neverFalls(
      TIERS.map((tier) => table[tier][band]),
      (index) => at(at(path, TIERS[index] ?? ""), band),
      "is less than in the tier below",
    ),
  ),
]);

type Certificate = CompleteRuleset["C_skill_transferability"]["certificate_of_qualification"];
const certificate = also<Certificate>(
  object({
    required: {
      points: listOf(object({ required: { clb_min: level, points }, ignored: ["condition"] })),
    },
    optional: { noc: nocCodes },
    ignored: ["requires"],
  }),
  ({ points: rows }, path) => levelPoints(rows, at(path, "points")),
  ({ points: rows }, path) =>
    rows.flatMap((row, index) => {
      const before = rows[index - 1]?.clb_min ?? -1;
      const where = at(at(at(path, "points"), index), "clb_min");
      return row.clb_min > before ? [] : fault(where, "must be above the level of the row before");
    }),
);

export const transferabilitySection = also<CompleteRuleset["C_skill_transferability"]>(
  object({
    required: {
      max: points,
      group_caps: record(GROUPS, points),
      education_tier: also(
        record(["0", "1", "2"], listOf(oneOf(EDUCATION_LEVELS), { least: 0 })),
        everyLevelInOneTier,
      ),
      foreign_work_tier_min_years: twoLimits(years),
      language_band_min_clb: twoLimits(level),
      canadian_work_band_min_years: twoLimits(years),
      pair_points: pairPoints,
      certificate_of_qualification: certificate,
    },
    ignored: ["foreign_work_tier", "language_band", "canadian_work_band", "combinations"],
  }),
  (table, path) => {
    const caps = at(path, "group_caps");
    const pairs = 2 * highest(Object.values(table.pair_points).flatMap((bands) => Object.values(bands)));
    const certificates = highest(table.certificate_of_qualification.points.map((row) => row.points));
    return [
      ...capsAt(at(caps, "education"), table.group_caps.education, pairs, "its two lines"),
      ...capsAt(at(caps, "foreign_work"), table.group_caps.foreign_work, pairs, "its two lines"),
      ...capsAt(
        at(caps, "certificate_of_qualification"),
        table.group_caps.certificate_of_qualification,
        certificates,
        "its line",
      ),
      ...capsAt(
        at(path, "max"),
        table.max,
        Object.values(table.group_caps).reduce((sum, cap) => sum + cap, 0),
        "the three groups",
      ),
    ];
  },
);

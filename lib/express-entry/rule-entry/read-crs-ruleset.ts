/** A CRS ruleset that an administrator entered: complete, without gaps, and adding up. */
import type { CompleteRuleset } from "../data/crs-tables";
import {
  also,
  at,
  endsAfterBeginning,
  HEAD_NOTES,
  listOf,
  object,
  reading,
  record,
  text,
  versionHead,
  type Reading,
  type TableFault,
} from "./checker";
import { additionalSection, highWageSection } from "./crs-additional";
import { coreSection, spouseSection } from "./crs-core";
import { transferabilitySection } from "./crs-transferability";
import { highest, points, states } from "./rows";

const MAXIMA = [
  "A_with_spouse",
  "A_without_spouse",
  "B",
  "A_plus_B",
  "C",
  "A_B_C",
  "D",
  "grand_total",
] as const;

/** What the sections add up to, after caps. */
function reachedMaxima(ruleset: Omit<CompleteRuleset, "maxima">): CompleteRuleset["maxima"] {
  const core = ruleset.A_core_human_capital;
  const { high_wage: wage } = ruleset;
  const column = (name: "with_spouse" | "without_spouse") =>
    core.age[name].max +
    highest(Object.values(core.education[name])) +
    core.first_official_language_per_ability[`max_${name}`] +
    core.second_official_language_per_ability[`cap_${name}`] +
    highest(core.canadian_work_experience_years[name]) +
    (wage?.section === "core" ? wage.max : 0);
  const [couple, single] = [column("with_spouse"), column("without_spouse")];
  const spouse = ruleset.B_spouse.max;
  const both = Math.max(single, couple + spouse);
  const transfer = ruleset.C_skill_transferability.max;
  const additional = ruleset.D_additional.max;
  return {
    A_with_spouse: couple,
    A_without_spouse: single,
    B: spouse,
    A_plus_B: both,
    C: transfer,
    A_B_C: both + transfer,
    D: additional,
    grand_total: both + transfer + additional,
  };
}

function maximaAddUp(ruleset: CompleteRuleset): TableFault[] {
  const reached = reachedMaxima(ruleset);
  return MAXIMA.flatMap((key) => states(at("maxima", key), ruleset.maxima[key], reached[key], "its parts"));
}

/** The most the additional points can be: a maximum above that would never hold. */
function additionalCapHolds(ruleset: CompleteRuleset): TableFault[] {
  const table = ruleset.D_additional;
  const wage = ruleset.high_wage?.section === "additional" ? ruleset.high_wage.max : 0;
  const most =
    table.provincial_nomination +
    table.sibling_in_canada +
    highest(table.french.map((row) => row.points)) +
    highest(table.canadian_post_secondary_education.map((row) => row.points)) +
    wage;
  return table.max <= most
    ? []
    : [{ path: "D_additional.max", message: `is more than its lines can reach, ${most}` }];
}

const ruleset = also<CompleteRuleset>(
  object({
    required: {
      ...versionHead,
      sources: listOf(text),
      maxima: record(MAXIMA, points),
      A_core_human_capital: coreSection,
      B_spouse: spouseSection,
      C_skill_transferability: transferabilitySection,
      D_additional: additionalSection,
    },
    optional: { high_wage: highWageSection },
    ignored: [...HEAD_NOTES, "spouse_counts_when", "what_is_attested", "unknown"],
  }),
  endsAfterBeginning,
  maximaAddUp,
  additionalCapHolds,
);

/** Reads an entered CRS ruleset, or says everything that is wrong with it. */
export function readCrsRuleset(json: unknown): Reading<CompleteRuleset> {
  return reading(ruleset, json);
}

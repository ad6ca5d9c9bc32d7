/** The rule behind each line of the score, each factor of the grid, each criterion and each category. */
import { CRS_NOTES, GRID_NOTES } from "./crs-notes";
import { CATEGORY_NOTE, CRITERION_NOTES, OTHER_NOTES } from "./criterion-notes";
import type { RuleNote } from "./rule-sources";

const NOTES: Readonly<Record<string, RuleNote>> = {
  ...CRS_NOTES,
  ...GRID_NOTES,
  ...CRITERION_NOTES,
  ...OTHER_NOTES,
};

/** The note under an id: `core.age`, `grid.age`, `cec.work`, `category.stem`. null: nobody has written one. */
export function ruleNote(id: string): RuleNote | null {
  return NOTES[id] ?? (id.startsWith("category.") ? CATEGORY_NOTE : null);
}

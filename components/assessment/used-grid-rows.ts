import type { SelectionGrid } from "@/lib/express-entry/data/crs-tables";
import type { GridLine } from "@/lib/express-entry/eligibility/grid-on";
import type { GridFactors } from "@/lib/express-entry/eligibility/grid";
import { shortEducation } from "./short-words";
import { contains, levelRows, rangeInWords, type TableRow } from "./table-row";

/** The rows of the selection grid that a factor was read from. */
export function usedGridRows(id: GridLine["id"], grid: SelectionGrid, factors: GridFactors): TableRow[] {
  const age = grid.age.rows.find((row) => contains({ min: row.age_min, max: row.age_max }, factors.age));
  const work = grid.experience.rows.find((row) =>
    contains({ min: row.years_min, max: row.years_max }, factors.workYears),
  );
  switch (id) {
    case "age":
      return age
        ? [{ label: `Age ${rangeInWords({ min: age.age_min, max: age.age_max })}`, points: age.points }]
        : [];
    case "education":
      return [{ label: shortEducation(factors.education), points: grid.education.points[factors.education] }];
    case "firstLanguage":
      return levelRows(grid.first_language.points_per_ability, factors.firstLanguage, ({ points }) => ({
        points,
      }));
    case "experience":
      return work
        ? [
            {
              label: `${rangeInWords({ min: work.years_min, max: work.years_max })} years`,
              points: work.points,
            },
          ]
        : [];
    case "secondLanguage":
      return [
        {
          label: `CLB ${grid.second_language.clb_min} or more in all four`,
          points: grid.second_language.points,
        },
      ];
    case "arrangedEmployment":
      return [{ label: "A qualifying offer", points: grid.arranged_employment.points }];
    case "adaptability":
      return [];
  }
}

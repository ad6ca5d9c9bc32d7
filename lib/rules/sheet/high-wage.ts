/** The factor for occupations that pay well, in force from 2026-11-03 (0.2): lists of NOC codes by level, and points. */
import type { HighWageFactor } from "@/lib/express-entry/data/crs-tables";
import type { RuleBody, SheetTable } from "../types";
import { valueAt } from "./paths";
import { choiceAt, row, table, yearRows } from "./tables";

const AT = "high_wage";
const GROUP = "High-wage occupations";

const SECTIONS = [
  { value: "core", label: "A. Core human capital" },
  { value: "additional", label: "D. Additional points" },
];

const CONDITIONS = [
  { value: "full_time", label: "Full-time" },
  { value: "one_year_after_visa", label: "For a year after the visa" },
  { value: "lmia_or_work_permit", label: "With an LMIA or a work permit" },
];

/** Three empty levels, as attested: no points and no codes are known, so none is made up. */
export function emptyHighWage(): HighWageFactor {
  const level = (id: string, times: string) => ({
    id,
    label: `${times} the median wage`,
    noc: [],
    canadian_work_years: [0, 0, 0, 0],
    job_offer: 0,
  });
  return {
    section: "additional",
    max: 0,
    canadian_work_max: 0,
    job_offer_max: 0,
    work_window_years: 10,
    offer_conditions: ["full_time"],
    levels: [level("level_1", "2 times"), level("level_2", "1.5 times"), level("level_3", "1.3 times")],
  };
}

function levelTables(body: RuleBody, level: { label: string }, index: number): SheetTable[] {
  const path = `${AT}.levels[${index}]`;
  return table(
    { group: GROUP, id: `wage-${index}`, title: level.label, of: "Condition", columns: ["Value"] },
    [
      row(body, "Occupations (NOC 2021)", `${path}.noc`),
      ...yearRows(body, `${path}.canadian_work_years`).map(({ label, cells }) => ({
        label: `Canadian work: ${label.toLowerCase()}`,
        cells,
      })),
      row(body, "Points of a job offer", `${path}.job_offer`),
    ],
  );
}

export function highWageTables(body: RuleBody): SheetTable[] {
  const levels = valueAt(body, `${AT}.levels`);
  if (!Array.isArray(levels)) return [];
  return [
    ...table({ group: GROUP, id: "wage", title: "What counts", of: "Rule", columns: ["Value"] }, [
      { label: "Stands under", cells: [choiceAt(body, `${AT}.section`, SECTIONS)] },
      row(body, "Most for work and offer together", `${AT}.max`),
      row(body, "Most for Canadian work", `${AT}.canadian_work_max`),
      row(body, "Most for a job offer", `${AT}.job_offer_max`),
      row(body, "Years looked back", `${AT}.work_window_years`),
      { label: "An offer must be", cells: [choiceAt(body, `${AT}.offer_conditions`, CONDITIONS)] },
    ]),
    ...levels.flatMap((level: { label: string }, index) => levelTables(body, level, index)),
  ];
}

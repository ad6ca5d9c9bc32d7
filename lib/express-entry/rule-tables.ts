/**
 * Every table the engine reads, each a list of dated versions: what was shipped, or that with what an administrator
 * has entered since. Functions take them as `{ tables }` and use the shipped ones where none are given.
 */
import {
  categoryVersions,
  crsRulesets,
  programThresholds,
  selectionGrid,
  type CategoryVersion,
  type CrsRuleset,
  type ProgramThresholds,
  type SelectionGrid,
} from "./data/crs-tables";
import {
  feeSchedules,
  settlementFundsTables,
  type FeeSchedule,
  type SettlementFundsTable,
} from "./data/funds-and-fees-tables";

export interface RuleTables {
  crs: readonly CrsRuleset[];
  /** The FSW selection grid. */
  grids: readonly SelectionGrid[];
  thresholds: readonly ProgramThresholds[];
  categories: readonly CategoryVersion[];
  funds: readonly SettlementFundsTable[];
  fees: readonly FeeSchedule[];
}

/** What every dated function of the engine takes besides facts and a date. */
export interface TableOptions {
  tables?: RuleTables;
}

export const shippedTables: RuleTables = {
  crs: crsRulesets,
  grids: [selectionGrid],
  thresholds: [programThresholds],
  categories: categoryVersions,
  funds: settlementFundsTables,
  fees: feeSchedules,
};

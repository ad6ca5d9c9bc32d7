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
  type TableVersion,
} from "./data/crs-tables";
import {
  feeSchedules,
  settlementFundsTables,
  type FeeSchedule,
  type SettlementFundsTable,
} from "./data/funds-and-fees-tables";
import { documentRules, type DocumentRules } from "./data/document-rules";
import type { IsoDate } from "./timing/calendar-date";

/** Every list but `retired` is oldest first, and its versions follow each other without an overlap. */
export interface RuleTables {
  crs: readonly CrsRuleset[];
  /** Rulesets that were taken out of force. No day falls in them; what names one can still be computed again. */
  retired: readonly CrsRuleset[];
  /** The FSW selection grid. */
  grids: readonly SelectionGrid[];
  thresholds: readonly ProgramThresholds[];
  categories: readonly CategoryVersion[];
  funds: readonly SettlementFundsTable[];
  fees: readonly FeeSchedule[];
  documents: readonly DocumentRules[];
}

/** What every dated function of the engine takes besides facts and a date. */
export interface TableOptions {
  tables?: RuleTables;
}

export const shippedTables: RuleTables = {
  crs: crsRulesets,
  retired: [],
  grids: [selectionGrid],
  thresholds: [programThresholds],
  categories: categoryVersions,
  funds: settlementFundsTables,
  fees: feeSchedules,
  documents: documentRules,
};

/** The version in force on a day, or null where none is. */
export function versionOn<T extends TableVersion>(versions: readonly T[], on: IsoDate): T | null {
  const found = versions.findLast(
    ({ effective_from, effective_to }) =>
      effective_from <= on && (effective_to === null || on <= effective_to),
  );
  return found ?? null;
}

/** The newest version that has begun by a day; the oldest where the day is before our record of an older law. */
function begunOrOldest<T extends TableVersion>(name: string, versions: readonly T[], on: IsoDate): T {
  const found = versions.findLast(({ effective_from }) => effective_from <= on) ?? versions[0];
  if (!found) throw new RangeError(`the rule tables have no ${name}`);
  return found;
}

/** Program thresholds on a day; the oldest version for earlier days. Throws RangeError for an empty list. */
export function thresholdsOn(on: IsoDate, { tables = shippedTables }: TableOptions = {}): ProgramThresholds {
  return begunOrOldest("program thresholds", tables.thresholds, on);
}

/** The FSW selection grid on a day; the oldest version for earlier days. Throws RangeError for an empty list. */
export function gridOn(on: IsoDate, { tables = shippedTables }: TableOptions = {}): SelectionGrid {
  return begunOrOldest("selection grid", tables.grids, on);
}

/** Document rules on a day; the oldest version for earlier days. Throws RangeError for an empty list. */
export function documentRulesOn(on: IsoDate, { tables = shippedTables }: TableOptions = {}): DocumentRules {
  return begunOrOldest("document rules", tables.documents, on);
}

/** The category lists in force on a day; null before the first. */
export function categoryVersionOn(
  on: IsoDate,
  { tables = shippedTables }: TableOptions = {},
): CategoryVersion | null {
  return versionOn(tables.categories, on);
}

/** The settlement-funds table in force on a day; null before the first. */
export function fundsTableOn(
  on: IsoDate,
  { tables = shippedTables }: TableOptions = {},
): SettlementFundsTable | null {
  return versionOn(tables.funds, on);
}

/** The fee schedule in force at an instant: fees change at an hour, not at midnight. null before the first. */
export function feeScheduleAt(
  receivedAt: Date,
  { tables = shippedTables }: TableOptions = {},
): FeeSchedule | null {
  const at = receivedAt.getTime();
  const found = tables.fees.findLast(
    ({ effective_from, effective_to }) =>
      Date.parse(effective_from) <= at && (effective_to === null || at < Date.parse(effective_to)),
  );
  return found ?? null;
}

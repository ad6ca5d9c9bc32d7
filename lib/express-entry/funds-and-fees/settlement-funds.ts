/** Settlement funds: half the low-income cut-off by family size (IRPR 76(1)(b)(i); rules reference 5.3). */
import type { SettlementFundsTable } from "../data/funds-and-fees-tables";
import { fundsTableOn, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";

/**
 * IRCC revises the table every year, between April and July: past 30 June of the year after it began, an open table
 * is probably no longer the current one (5.3; as a rule for every table K).
 */
function isStale({ effective_from, effective_to }: SettlementFundsTable, on: IsoDate): boolean {
  return effective_to === null && on > `${Number(effective_from.slice(0, 4)) + 1}-06-30`;
}

export interface SettlementFunds {
  tableId: string;
  effectiveFrom: IsoDate;
  familySize: number;
  /** Canadian cents. */
  cents: number;
  /** Set when a newer table very probably exists; a sentence for the screen. */
  warning: string | null;
  source: string;
}

const LARGEST_LISTED = 7;

function dollars(table: SettlementFundsTable, familySize: number): number {
  const listed = table.amounts[String(Math.min(familySize, LARGEST_LISTED))];
  if (listed === undefined) throw new RangeError(`${table.id} has no amount for a family of ${familySize}`);
  return listed + table.each_additional_member_over_7 * Math.max(0, familySize - LARGEST_LISTED);
}

/**
 * The funds a family must hold on a date; null for a date before the first known table. Throws RangeError for a
 * family size below 1.
 */
export function settlementFundsOn(
  on: IsoDate,
  familySize: number,
  options: TableOptions = {},
): SettlementFunds | null {
  const table = fundsTableOn(on, options);
  if (!table) return null;
  return {
    tableId: table.id,
    effectiveFrom: table.effective_from,
    familySize,
    cents: dollars(table, familySize) * 100,
    warning: isStale(table, on)
      ? `The last table we know is of ${plainDate(table.effective_from)}; IRCC revises it every year. ` +
        "Check the current amounts and enter them in Settings."
      : null,
    source: table.source,
  };
}

/** Entered tables among the shipped ones. */
import type { TableVersion } from "../data/crs-tables";
import type { FeeSchedule } from "../data/funds-and-fees-tables";
import type { RuleTables } from "../rule-tables";
import { addDays, minDate } from "../timing/calendar-date";

/** What an administrator has entered and activated, of any kind; each list in the order of entry. */
export type EnteredTables = Partial<RuleTables>;

/** An entered version takes the place of one with its id; of two with one id the one entered later stays. */
function replaced<T extends { id: string }>(shipped: readonly T[], entered: readonly T[]): T[] {
  const all = [...shipped, ...entered];
  return all.filter(({ id }, index) => all.findLastIndex((other) => other.id === id) === index);
}

/**
 * Oldest first, each closed on the day before the next begins. Of two that begin on one day the one entered later
 * is in force; the other stays in the list, ended before it began, so that old scores still find their ruleset.
 */
function mergeDated<T extends TableVersion>(shipped: readonly T[], entered: readonly T[] = []): readonly T[] {
  if (entered.length === 0) return shipped;
  const list = replaced(shipped, entered).sort((a, b) =>
    a.effective_from === b.effective_from ? 0 : a.effective_from < b.effective_from ? -1 : 1,
  );
  return list.map((version, index) => {
    const next = list[index + 1];
    if (!next) return version;
    const eve = addDays(next.effective_from, -1);
    return {
      ...version,
      effective_to: version.effective_to === null ? eve : minDate(version.effective_to, eve),
    };
  });
}

/** The same for instants: a schedule ends at the instant at which the next begins. */
function mergeFees(
  shipped: readonly FeeSchedule[],
  entered: readonly FeeSchedule[] = [],
): readonly FeeSchedule[] {
  if (entered.length === 0) return shipped;
  const list = replaced(shipped, entered).sort(
    (a, b) => Date.parse(a.effective_from) - Date.parse(b.effective_from),
  );
  return list.map((schedule, index) => {
    const next = list[index + 1];
    if (!next) return schedule;
    const { effective_to: own } = schedule;
    const ownFirst = own !== null && Date.parse(own) < Date.parse(next.effective_from);
    return { ...schedule, effective_to: ownFirst ? own : next.effective_from };
  });
}

/**
 * The tables a firm computes with: what was shipped, with what was entered. An entered version with the id of a
 * shipped one replaces it (CRS-2026-11-03 gets its values); any other is inserted by its first day, and the version
 * before it ends the day before.
 */
export function mergeTables(shipped: RuleTables, entered: EnteredTables): RuleTables {
  return {
    crs: mergeDated(shipped.crs, entered.crs),
    retired: [...shipped.retired, ...(entered.retired ?? [])],
    grids: mergeDated(shipped.grids, entered.grids),
    thresholds: mergeDated(shipped.thresholds, entered.thresholds),
    categories: mergeDated(shipped.categories, entered.categories),
    funds: mergeDated(shipped.funds, entered.funds),
    fees: mergeFees(shipped.fees, entered.fees),
    documents: mergeDated(shipped.documents, entered.documents),
  };
}

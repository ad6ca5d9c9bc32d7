/** How entered tables stand beside the shipped ones. Pure. */
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { TABLES_OF_KIND, type RuleKind } from "./types";

/** An entered table that came into force. */
export interface EnteredTable {
  kind: RuleKind;
  key: string;
  effectiveFrom: IsoDate;
  body: Readonly<Record<string, unknown>>;
}

/** The bundle with the entered tables; of two with one key the entered one stays. */
export function withEntered(shipped: RuleTables, entered: readonly EnteredTable[]): RuleTables {
  const merged: Record<string, readonly unknown[]> = { ...shipped };
  for (const kind of Object.keys(TABLES_OF_KIND) as RuleKind[]) {
    const added = entered.filter((table) => table.kind === kind);
    if (added.length === 0) continue;
    const keys = new Set(added.map(({ key }) => key));
    const kept = shipped[TABLES_OF_KIND[kind]].filter((table) => !("id" in table && keys.has(table.id)));
    merged[TABLES_OF_KIND[kind]] = [...kept, ...added.map(({ body }) => body)];
  }
  return merged as unknown as RuleTables;
}

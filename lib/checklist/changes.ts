/**
 * What brings a checklist in line with what is asked for now. Pure: the notice of a newer template shows what the
 * command will do, and properties hold it to its promise that nothing is ever deleted.
 */
import { latestSafeStart } from "@/lib/express-entry/documents/document-kind";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { AskedFor } from "./template/rules";
import { TEMPLATE_KEY } from "./template/rules";
import type { RequirementRow } from "./types";

/** Lines added by hand carry a key of their own, and no rule takes them away. */
export const MANUAL_KEY = "manual:";
/** Then: the letter for a document that does not come in time. */
export const EXPLAINED_KEY = "explained:";

/** What the rules and the firm decide about a line; its state, its dates and its files are people's. */
export type RuledFields = Pick<
  RequirementRow,
  | "ruleKey"
  | "kind"
  | "personId"
  | "subject"
  | "country"
  | "title"
  | "reason"
  | "goodExample"
  | "extraPoints"
  | "responsible"
  | "required"
  | "leadDays"
  | "position"
  | "dueOn"
>;

export interface ChecklistChanges {
  add: RuledFields[];
  change: { row: RequirementRow; to: RuledFields & { noLongerNeeded: false } }[];
  /** Called for by nothing any more: marked, never deleted. */
  drop: RequirementRow[];
}

function ruledFields({ key, order, ...asked }: AskedFor, plannedOn: IsoDate): RuledFields {
  return { ...asked, ruleKey: key, position: order, dueOn: latestSafeStart(plannedOn, asked.leadDays) };
}

function differs(row: RequirementRow, wanted: Partial<RequirementRow>): boolean {
  return Object.entries(wanted).some(
    ([field, value]) => JSON.stringify(row[field as keyof RequirementRow]) !== JSON.stringify(value),
  );
}

/** An item that was added by hand and is the template's now: its line goes on, and is not asked for twice. */
function adopted(rows: readonly RequirementRow[], { key, title, personId }: AskedFor): RequirementRow | null {
  if (!key.startsWith(TEMPLATE_KEY)) return null;
  const found = rows.find(
    (row) =>
      row.ruleKey.startsWith(MANUAL_KEY) &&
      row.personId === personId &&
      row.title.toLowerCase() === title.toLowerCase(),
  );
  return found ?? null;
}

/** The lines to add, to change and to mark. A line is known by its key, whatever has become of it since. */
export function changesOf(
  rows: readonly RequirementRow[],
  asked: readonly AskedFor[],
  plannedOn: IsoDate,
): ChecklistChanges {
  const byKey = new Map(rows.map((row) => [row.ruleKey, row]));
  const kept = new Set<string>();
  const changes: ChecklistChanges = { add: [], change: [], drop: [] };
  for (const one of asked) {
    const fields = ruledFields(one, plannedOn);
    const row = byKey.get(one.key) ?? adopted(rows, one);
    if (!row) {
      changes.add.push(fields);
      continue;
    }
    kept.add(row.id);
    const to = { ...fields, noLongerNeeded: false as const };
    if (differs(row, to)) changes.change.push({ row, to });
  }
  changes.drop = rows.filter(
    (row) => !kept.has(row.id) && !row.noLongerNeeded && !row.ruleKey.startsWith(MANUAL_KEY),
  );
  return changes;
}

/** Fields that a person reads; where only the others differ nothing needs to be told. */
const READ_FIELDS = ["title", "reason", "goodExample", "extraPoints", "required", "responsible"] as const;

/** The changes in titles, for the notice of a newer template. */
export function inTitles({ add, change, drop }: ChecklistChanges) {
  const told = change.filter(
    ({ row, to }) =>
      row.noLongerNeeded ||
      READ_FIELDS.some((field) => JSON.stringify(row[field]) !== JSON.stringify(to[field])),
  );
  return {
    added: add.map(({ title }) => title),
    changed: told.map(({ row, to }) => (row.title === to.title ? to.title : `${row.title}: now ${to.title}`)),
    dropped: drop.map(({ title }) => title),
  };
}

/** Shipped and entered tables of a kind as one history. Pure. */
import { isComplete } from "@/lib/express-entry/crs/rulesets";
import type { CrsRuleset } from "@/lib/express-entry/data/crs-tables";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { firstDayOf, withEntered } from "./rules";
import {
  TABLES_OF_KIND,
  type Attested,
  type RuleBody,
  type RuleKind,
  type RuleStatus,
  type RuleVersion,
} from "./types";

/** A row of `rule_table` with the names of the people in it. */
export interface RuleRow {
  id: string;
  kind: RuleKind;
  key: string;
  effectiveFrom: IsoDate;
  source: string;
  note: string | null;
  body: RuleBody;
  status: RuleStatus;
  version: number;
  entered: { by: string; at: Date };
  activated: { by: string; at: Date } | null;
  retired: { by: string; at: Date } | null;
}

export interface VersionWithBody extends RuleVersion {
  body: RuleBody;
}

/** What every table says of itself, whatever its kind. */
interface TableHeadInFile {
  id: string;
  effective_from: string;
  effective_to: string | null;
  source?: string;
  sources?: string[];
  confidence?: string;
  status?: string;
  note?: string;
}

/** The last day: for an instant the day before it. */
function lastDayOf({ effective_to: to }: TableHeadInFile): IsoDate | null {
  if (to === null) return null;
  return to.length === 10 ? to : addDays(firstDayOf({ effective_from: to }), -1);
}

/** A ruleset that is declared without values computes nothing; every other table does. */
export function hasValues(kind: RuleKind, table: unknown): boolean {
  return kind !== "crs" || isComplete(table as CrsRuleset);
}

/** Shipped tables that cite nothing of their own were compiled with the rest. */
const OUR_REFERENCE = "Landfall's rules reference of 23 Nov 2026, with the sources it names";

function versionOfTable(
  kind: RuleKind,
  table: TableHeadInFile,
  { row, next, today }: { row: RuleRow | undefined; next: TableHeadInFile | undefined; today: IsoDate },
): VersionWithBody {
  const [from, to] = [firstDayOf(table), lastDayOf(table)];
  const neverHolds = to !== null && to < from;
  return {
    id: row?.id ?? table.id,
    kind,
    key: table.id,
    origin: row ? "entered" : "shipped",
    status: "active",
    effectiveFrom: from,
    effectiveTo: neverHolds ? null : to,
    inForce: from <= today && (to === null || today <= to),
    hasValues: hasValues(kind, table),
    replacedBy: neverHolds ? (next?.id ?? null) : null,
    source: row?.source ?? table.source ?? table.sources?.join("; ") ?? OUR_REFERENCE,
    confidence: row ? null : (table.confidence ?? null),
    note: row ? row.note : (table.note ?? null),
    entered: row?.entered ?? null,
    activated: row?.activated ?? null,
    retired: null,
    version: row?.version ?? 0,
    body: table as unknown as RuleBody,
  };
}

/** A draft, or one that was retired: it holds on no day. */
function versionOfRow(row: RuleRow): VersionWithBody {
  const { id, kind, key, status, effectiveFrom, source, note, entered, activated, retired, version, body } =
    row;
  return {
    ...{ id, kind, key, status, effectiveFrom, source, note, entered, activated, retired, version, body },
    origin: "entered",
    effectiveTo: null,
    inForce: false,
    hasValues: hasValues(kind, body),
    replacedBy: null,
    confidence: null,
  };
}

/** Every version of a kind, the newest first; drafts and retired ones among them by their day. */
export function versionsOf(kind: RuleKind, rows: readonly RuleRow[], today: IsoDate): VersionWithBody[] {
  const own = rows.filter((row) => row.kind === kind);
  const active = own.filter(({ status }) => status === "active");
  const merged: readonly unknown[] = withEntered(shippedTables, active)[TABLES_OF_KIND[kind]];
  const tables = merged as readonly TableHeadInFile[];
  const standing = tables.map((table, index) =>
    versionOfTable(kind, table, {
      row: active.find(({ key }) => key === table.id),
      next: tables[index + 1],
      today,
    }),
  );
  const others = own.filter(({ status }) => status !== "active").map(versionOfRow);
  return [...standing, ...others].sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
}

/** Newest version with values that has begun: what a new draft starts from. */
export function inForceOf(versions: readonly VersionWithBody[], today: IsoDate): VersionWithBody | null {
  const begun = versions.filter(
    (version) =>
      version.status === "active" &&
      version.hasValues &&
      version.replacedBy === null &&
      version.effectiveFrom <= today,
  );
  return begun[0] ?? null;
}

/** The version with values that holds, or held, before another one: what it is read beside. */
export function versionBefore(
  versions: readonly VersionWithBody[],
  of: VersionWithBody,
): VersionWithBody | null {
  const earlier = versions.filter(
    (version) =>
      version.id !== of.id &&
      version.status === "active" &&
      version.hasValues &&
      (version.effectiveFrom < of.effectiveFrom ||
        (version.effectiveFrom === of.effectiveFrom && version.origin === "shipped") ||
        (of.status !== "active" && version.effectiveFrom === of.effectiveFrom)),
  );
  return earlier[0] ?? null;
}

/** What a version that is only declared says of itself. */
export function attestedOf({ hasValues: complete, body }: VersionWithBody): Attested | null {
  if (complete) return null;
  const { what_is_attested: facts, unknown } = body as {
    what_is_attested?: Attested["facts"];
    unknown?: Attested["unknown"];
  };
  return { facts: facts ?? [], unknown: unknown ?? [] };
}

/** How entered tables stand beside the shipped ones, and what may be done with them. Pure. */
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE, instantInZone } from "@/lib/express-entry/timing/zone";
import { RULE_KINDS, TABLES_OF_KIND, type RuleBody, type RuleKind, type RuleStatus } from "./types";

export const KIND_LABELS: Readonly<Record<RuleKind, { title: string; one: string; what: string }>> = {
  crs: {
    title: "Comprehensive Ranking System",
    one: "CRS ruleset",
    what: "Points, caps and maxima of the score.",
  },
  grid: {
    title: "FSW selection grid",
    one: "FSW selection grid",
    what: "The 100 points of the Federal Skilled Worker class, and its pass mark.",
  },
  thresholds: {
    title: "Program thresholds",
    one: "set of program thresholds",
    what: "Language levels, years of work and occupations that CEC, FSW and FST ask for.",
  },
  categories: {
    title: "Category lists",
    one: "category list",
    what: "Occupations and conditions of category-based rounds.",
  },
  funds: {
    title: "Settlement funds",
    one: "settlement-funds table",
    what: "What a family has to show, by its size.",
  },
  fees: { title: "Government fees", one: "fee table", what: "What IRCC charges, per person." },
};

const KEY_PREFIX: Readonly<Record<RuleKind, string>> = {
  crs: "CRS",
  grid: "FSW",
  thresholds: "PROGRAMS",
  categories: "CBS",
  funds: "POF",
  fees: "FEES",
};

/** A name that nobody has yet: `CRS-2027-01-15`, a second one of the same day `CRS-2027-01-15-2`. */
export function suggestedKey(kind: RuleKind, from: IsoDate, taken: ReadonlySet<string>): string {
  const plain = `${KEY_PREFIX[kind]}-${from}`;
  if (!taken.has(plain)) return plain;
  let number = 2;
  while (taken.has(`${plain}-${number}`)) number += 1;
  return `${plain}-${number}`;
}

/** Fees change at 09:00 in the east on their day (IRPR 303(1.1)); everything else at midnight. */
const FEES_CHANGE_AT = 9 * 60;

function isKnownVersion(table: unknown): table is { id: string; effective_from: string } {
  return typeof table === "object" && table !== null && "id" in table && "effective_from" in table;
}

/** The day from which a table holds, in the zone of the regulation where it names an instant. */
export function firstDayOf(table: { effective_from: string }): IsoDate {
  const from = table.effective_from;
  return from.length === 10 ? from : dateInZone(new Date(from), DEFAULT_ZONE);
}

export interface TableHead {
  key: string;
  effectiveFrom: IsoDate;
  source: string;
}

/** The JSON of a version under the head that was entered: name, day and source stand in one place only. */
export function withHead(
  kind: RuleKind,
  body: RuleBody,
  { key, effectiveFrom, source }: TableHead,
): RuleBody {
  const from =
    kind === "fees"
      ? instantInZone(effectiveFrom, FEES_CHANGE_AT, DEFAULT_ZONE).toISOString()
      : effectiveFrom;
  const cited = kind === "crs" ? { sources: [source] } : { source };
  const { confidence_by_field: _fields, derivation: _derivation, ...rest } = body;
  return { ...rest, id: key, effective_from: from, effective_to: null, ...cited, confidence: "entered" };
}

/** An entered table that came into force. */
export interface EnteredTable {
  kind: RuleKind;
  key: string;
  effectiveFrom: IsoDate;
  body: RuleBody;
}

type Dated = { id: string; effective_from: string; effective_to: string | null };

/** The last moment before the next version begins: its eve, for fees the very instant. */
function endBefore(next: string): string {
  return next.length === 10 ? addDays(next, -1) : next;
}

/**
 * Each version ends where the next begins. Of two that begin together the later one in the list holds: the earlier
 * one ends before it has begun, so it is found by its name (a score computed under it says it) and by no date.
 */
export function inSuccession<T extends Dated>(versions: readonly T[]): T[] {
  const ordered = [...versions].sort(
    (a, b) => Date.parse(a.effective_from) - Date.parse(b.effective_from) || 0,
  );
  return ordered.map((version, index) => {
    const next = ordered[index + 1];
    return { ...version, effective_to: next ? endBefore(next.effective_from) : null };
  });
}

/**
 * The bundle with the entered tables in their place, in the order of activation. One with the name of a shipped
 * version gives that one its values.
 */
export function withEntered(shipped: RuleTables, entered: readonly EnteredTable[]): RuleTables {
  const merged: Partial<Record<keyof RuleTables, readonly unknown[]>> = {};
  for (const kind of RULE_KINDS) {
    const place = TABLES_OF_KIND[kind];
    const added = entered.filter((table) => table.kind === kind);
    const keys = new Set(added.map(({ key }) => key));
    const known: readonly unknown[] = shipped[place];
    const kept = known.filter((table) => !(isKnownVersion(table) && keys.has(table.id)));
    merged[place] =
      added.length === 0 ? known : inSuccession([...kept, ...added.map(({ body }) => body)] as Dated[]);
  }
  // Each list holds what it held and bodies that were read as the same kind before they were activated.
  return merged as unknown as RuleTables;
}

export type Answer = { allowed: true } | { allowed: false; reason: string };

/** Only a draft changes; what was in force stays as it was, for the scores that name it. */
export function canChange(status: RuleStatus): Answer {
  if (status === "draft") return { allowed: true };
  return {
    allowed: false,
    reason:
      status === "active"
        ? "This version is active, and scores name it: it no longer changes. Start a new draft from it."
        : "This version was retired. Start a new draft from it.",
  };
}

/** How entered tables stand beside the shipped ones, and what may be done with them. Pure. */
import type { TableFault, Reading } from "@/lib/express-entry/rule-entry/checker";
import { mergeTables, type EnteredTables } from "@/lib/express-entry/rule-entry/merge-tables";
import { readCrsRuleset } from "@/lib/express-entry/rule-entry/read-crs-ruleset";
import { readFeeSchedule, readFundsTable } from "@/lib/express-entry/rule-entry/read-amounts";
import { readCategoryVersion, readProgramThresholds } from "@/lib/express-entry/rule-entry/read-programs";
import { readSelectionGrid } from "@/lib/express-entry/rule-entry/read-selection-grid";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE, instantInZone } from "@/lib/express-entry/timing/zone";
import { TABLES_OF_KIND, type RuleBody, type RuleKind, type RuleStatus } from "./types";

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

/** What a version says about itself: none of it is true of another one. */
const NOTES: ReadonlySet<string> = new Set([
  "note",
  "status",
  "source",
  "sources",
  "derivation",
  "confidence_by_field",
  "effective_from_note",
  "effective_to_note",
  "pool_profile_update_deadline",
  "what_is_attested",
  "unknown",
]);

/** The JSON of a version under the head that was entered: name, day and source stand in one place only. */
export function withHead(
  kind: RuleKind,
  body: RuleBody,
  { key, effectiveFrom, source }: TableHead,
): RuleBody {
  const from =
    kind === "fees"
      ? instantInZone(effectiveFrom, FEES_CHANGE_AT, DEFAULT_ZONE).toISOString().replace(".000Z", "Z")
      : effectiveFrom;
  const cited = kind === "crs" ? { sources: [source] } : { source };
  const figures = Object.fromEntries(Object.entries(body).filter(([name]) => !NOTES.has(name)));
  return { ...figures, id: key, effective_from: from, effective_to: null, ...cited, confidence: "entered" };
}

/** An entered table that came into force. */
export interface EnteredTable {
  kind: RuleKind;
  key: string;
  effectiveFrom: IsoDate;
  body: RuleBody;
}

/**
 * The bundle with the entered tables in their place, in the order of activation. One with the name of a shipped
 * version gives that one its values. Retired rulesets stand beside them, for the scores that name them.
 */
export function withEntered(
  shipped: RuleTables,
  entered: readonly EnteredTable[],
  retired: readonly EnteredTable[] = [],
): RuleTables {
  const lists: Partial<Record<keyof RuleTables, RuleBody[]>> = {
    retired: retired.filter(({ kind }) => kind === "crs").map(({ body }) => body),
  };
  for (const { kind, body } of entered) (lists[TABLES_OF_KIND[kind]] ??= []).push(body);
  // Every body was read as its kind before it was activated (readBody).
  return mergeTables(shipped, lists as unknown as EnteredTables);
}

const READERS: Readonly<Record<RuleKind, (json: unknown) => Reading<unknown>>> = {
  crs: readCrsRuleset,
  grid: readSelectionGrid,
  thresholds: readProgramThresholds,
  categories: readCategoryVersion,
  funds: readFundsTable,
  fees: readFeeSchedule,
};

/** What is wrong with a table, in plain words by place; nothing for one that can come into force. */
export function faultsOf(kind: RuleKind, body: unknown): TableFault[] {
  const reading = READERS[kind](body);
  return reading.ok ? [] : reading.faults;
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

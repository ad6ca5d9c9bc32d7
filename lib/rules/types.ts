import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Where the versions of a kind stand in the engine's bundle. */
export const TABLES_OF_KIND = {
  crs: "crs",
  grid: "grids",
  thresholds: "thresholds",
  categories: "categories",
  funds: "funds",
  fees: "fees",
} as const satisfies Record<string, keyof RuleTables>;

/** The dated tables an administrator may enter, each in the shape of the shipped one. */
export type RuleKind = keyof typeof TABLES_OF_KIND;

export const RULE_KINDS = Object.keys(TABLES_OF_KIND) as RuleKind[];

export type RuleStatus = "draft" | "active" | "retired";

export type RunKind = "comparison" | "rescore";
/** rule: a table came into force or left it; day: what time alone changes. */
export type RunReason = "rule" | "day";
export type RunState = "waiting" | "running" | "done";

/** A table as JSON, in the shape of the shipped one of its kind. */
export type RuleBody = Readonly<Record<string, unknown>>;

/** One version of a kind, shipped with Landfall or entered by an administrator. */
export interface RuleVersion {
  /** The last part of its address: the row of an entered version, the key of a shipped one. */
  id: string;
  kind: RuleKind;
  /** `CRS-2025-03-25`: what a score keeps of the rules it was computed under. */
  key: string;
  origin: "shipped" | "entered";
  status: RuleStatus;
  effectiveFrom: IsoDate;
  /** The day before the next version's; null: until further notice. */
  effectiveTo: IsoDate | null;
  /** Today falls in it. */
  inForce: boolean;
  /** False: known to be in force, its figures not entered (CRS-2026-11-03 as shipped). */
  hasValues: boolean;
  /** Another version begins on the same day and was entered later. */
  replacedBy: string | null;
  source: string;
  /** P, M, S, D, K or U of the rules reference; null for an entered one. */
  confidence: string | null;
  note: string | null;
  entered: { by: string; at: Date } | null;
  activated: { by: string; at: Date } | null;
  retired: { by: string; at: Date } | null;
  /** Of the row; 0 for a shipped one. */
  version: number;
}

export type CellValue = number | boolean | string | readonly string[];

export interface CellOption {
  value: string;
  label: string;
}

/** One figure of a table. */
export interface SheetCell {
  /** Where it stands in the JSON: `B_spouse.max`. Also the name of its field, after `v.`. */
  path: string;
  value: CellValue;
  /** What it may be, where that is a closed list. */
  options?: readonly CellOption[];
  /** What the version before says, where that is another figure; null where it has none. */
  before?: CellValue | null;
}

export interface SheetRow {
  label: string;
  cells: readonly (SheetCell | null)[];
}

export interface SheetTable {
  id: string;
  /** Section of the scoring system it belongs to: tables of one group stand together. */
  group: string;
  title: string;
  note?: string;
  /** Heads of the columns of figures; the first column names the row. */
  columns: readonly string[];
  /** Head of the first column. */
  of: string;
  rows: readonly SheetRow[];
}

/** A pass over many files, as a screen shows it. */
export interface RunProgress {
  id: string;
  kind: RunKind;
  state: RunState;
  /** The day the figures are for. */
  on: IsoDate;
  total: number;
  done: number;
  requestedAt: Date;
  finishedAt: Date | null;
  /** Made of an earlier state of the draft. */
  stale: boolean;
}

export interface KindOverview {
  kind: RuleKind;
  /** Newest first; drafts and retired ones among them. */
  versions: readonly RuleVersion[];
}

export interface RulesOverview {
  today: IsoDate;
  timeZone: string;
  kinds: readonly KindOverview[];
  allowed: { manage: boolean };
}

export interface PlainFault {
  path: string;
  message: string;
}

/** What is known of rules whose figures nobody has published to us. */
export interface Attested {
  facts: readonly { fact: string; confidence: string; source: string }[];
  unknown: readonly string[];
}

/** A version with its figures. */
export interface RuleVersionPage {
  version: RuleVersion;
  today: IsoDate;
  timeZone: string;
  /** Empty: no figures are entered. */
  sheet: readonly SheetTable[];
  /** Of a version without figures. */
  attested: Attested | null;
  /** The version it is read beside, and in how many figures they differ. */
  before: { id: string; key: string } | null;
  differences: number;
  /** The JSON, for copying and for pasting an edited one. */
  json: string;
  /** What keeps a draft from coming into force. */
  faults: readonly PlainFault[];
  /** The factor for occupations that pay well is part of it; null: this kind has none. */
  highWage: boolean | null;
  comparison: RunProgress | null;
  rescore: RunProgress | null;
  /** Files that would be scored anew. */
  files: number;
  allowed: { edit: boolean; activate: boolean; retire: boolean; startFrom: boolean };
}

/** What a new draft starts with. */
export interface NewDraft {
  kind: RuleKind;
  /** `New settlement-funds table`. */
  title: string;
  today: IsoDate;
  startsFrom: string | null;
  /** A version that is known to be in force, without figures: the draft gives it its values. */
  declared: { key: string; effectiveFrom: IsoDate } | null;
  suggestedKey: string;
}

export const COMPARISON_VIEWS = ["all", "gains", "losses", "crossings"] as const;
export type ComparisonView = (typeof COMPARISON_VIEWS)[number];

export interface ComparedRound {
  id: string;
  label: string;
  date: IsoDate;
  lowestCrs: number;
}

export interface ComparedClient {
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  oldTotal: number;
  newTotal: number;
  difference: number;
  oldCents: number | null;
  newCents: number | null;
  gained: readonly string[];
  lost: readonly string[];
  nowReached: readonly ComparedRound[];
  noLongerReached: readonly ComparedRound[];
}

export interface ComparisonPage {
  version: RuleVersion;
  today: IsoDate;
  timeZone: string;
  beside: { id: string; key: string } | null;
  run: RunProgress | null;
  /** Of the cases the viewer sees. */
  counts: Readonly<Record<ComparisonView, number>>;
  view: ComparisonView;
  clients: readonly ComparedClient[];
  next: string | null;
  faults: readonly PlainFault[];
  allowed: { edit: boolean };
}

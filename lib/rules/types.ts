import type { RuleTables } from "@/lib/express-entry/rule-tables";

/** The dated tables an administrator may enter, each in the shape of the shipped one. */
export type RuleKind = keyof typeof TABLES_OF_KIND;

/** Where the versions of a kind stand in the engine's bundle. */
export const TABLES_OF_KIND = {
  crs: "crs",
  grid: "grids",
  thresholds: "thresholds",
  categories: "categories",
  funds: "funds",
  fees: "fees",
} as const satisfies Record<string, keyof RuleTables>;

export const RULE_KINDS = Object.keys(TABLES_OF_KIND) as RuleKind[];

export type RuleStatus = "draft" | "active" | "retired";

export type RunKind = "comparison" | "rescore";
export type RunReason = "rule" | "day";
export type RunState = "waiting" | "running" | "done";

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ScoreReason } from "@/lib/assessment/types";
import type { RuleKind, RuleStatus, RunKind, RunReason, RunState } from "@/lib/rules/types";
import { caseFile } from "./cases";
import { createdAt, instant, rowId, rowVersion } from "./columns";
import { appUser } from "./users";

/** Tables of the rules that an administrator entered; the shipped ones are files of lib/express-entry/data. */
export const ruleTable = pgTable(
  "rule_table",
  {
    id: rowId(),
    kind: text().$type<RuleKind>().notNull(),
    key: text().notNull(),
    /** null: a draft whose day is not known yet. */
    effectiveFrom: date({ mode: "string" }),
    source: text().notNull().default(""),
    note: text(),
    /** In the shape of the shipped table of its kind. */
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text().$type<RuleStatus>().notNull().default("draft"),
    createdBy: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    activatedBy: uuid().references(() => appUser.id),
    activatedAt: instant(),
    retiredBy: uuid().references(() => appUser.id),
    retiredAt: instant(),
    version: rowVersion(),
  },
  (t) => [
    check(
      "rule_table_dated",
      sql`${t.status} = 'draft' or (${t.effectiveFrom} is not null and ${t.source} <> '' and ${t.activatedAt} is not null)`,
    ),
    uniqueIndex("rule_table_active")
      .on(t.kind, t.key)
      .where(sql`${t.status} = 'active'`),
    index("rule_table_kind").on(t.kind, t.status, t.effectiveFrom),
  ],
);

/** A pass over many files, worked off in batches by a job. */
export const ruleRun = pgTable(
  "rule_run",
  {
    id: rowId(),
    kind: text().$type<RunKind>().notNull(),
    reason: text().$type<RunReason>().notNull(),
    ruleTableId: uuid().references(() => ruleTable.id, { onDelete: "cascade" }),
    /** Version of the draft that was compared: a later change makes the comparison stale. */
    tableVersion: integer(),
    /** The day the figures are for. */
    onDate: date({ mode: "string" }).notNull(),
    state: text().$type<RunState>().notNull().default("waiting"),
    cursorCaseId: uuid(),
    total: integer().notNull().default(0),
    done: integer().notNull().default(0),
    gains: integer().notNull().default(0),
    losses: integer().notNull().default(0),
    nowInvited: integer().notNull().default(0),
    noLongerInvited: integer().notNull().default(0),
    requestedBy: uuid().references(() => appUser.id),
    requestedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index("rule_run_table").on(t.ruleTableId, t.requestedAt.desc()),
    uniqueIndex("rule_run_day")
      .on(t.onDate)
      .where(sql`${t.kind} = 'rescore' and ${t.reason} = 'day'`),
  ],
);

/** What a draft would change for one client. */
export const ruleComparisonLine = pgTable(
  "rule_comparison_line",
  {
    runId: uuid()
      .notNull()
      .references(() => ruleRun.id, { onDelete: "cascade" }),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    oldTotal: integer().notNull(),
    newTotal: integer().notNull(),
    difference: integer().notNull(),
    /** For a funds or fee table: what it asks of this family. */
    oldCents: integer(),
    newCents: integer(),
    /** Programs and categories. */
    gained: jsonb().$type<string[]>().notNull().default([]),
    lost: jsonb().$type<string[]>().notNull().default([]),
    /** Ids of the latest rounds that reach the client under one set of tables and not under the other. */
    nowReached: jsonb().$type<string[]>().notNull().default([]),
    noLongerReached: jsonb().$type<string[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.caseId] }),
    foreignKey({
      columns: [t.caseId, t.clientId],
      foreignColumns: [caseFile.id, caseFile.clientId],
    }).onDelete("cascade"),
    index("rule_comparison_line_order").on(t.runId, t.difference, t.caseId),
  ],
);

/** Every change of a file's derived score, and why it changed. Append-only. */
export const caseScore = pgTable(
  "case_score",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    at: instant().notNull(),
    scoredOn: date({ mode: "string" }).notNull(),
    total: integer(),
    previous: integer(),
    /** The ruleset the figures come from. */
    rulesetId: text().notNull(),
    /** The day fell in rules without values: the figure was not IRCC's current score. */
    superseded: boolean().notNull().default(false),
    reason: text().$type<ScoreReason>().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.caseId, t.clientId],
      foreignColumns: [caseFile.id, caseFile.clientId],
    }).onDelete("cascade"),
    index("case_score_case").on(t.caseId, t.at.desc()),
  ],
);

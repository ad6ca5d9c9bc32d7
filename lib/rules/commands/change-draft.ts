import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { ruleTable } from "@/lib/db/schema/rules";
import { conflict, invalid } from "@/lib/errors/app-error";
import { withHead } from "../rules";
import { changeDraftInput } from "../schemas";
import { emptyHighWage } from "../sheet/high-wage";
import { fillIn } from "../sheet/sheet";
import type { RuleBody, RuleKind } from "../types";
import { draftFaults, readPasted } from "./draft-body";
import { onRuleTable, requireOpenDraft, takenKeys } from "./load-rule-table";

/** The fields of the form, text by path; what is no such object was not made by our form. */
function readTyped(values: string): Record<string, string> {
  try {
    const typed: unknown = JSON.parse(values);
    if (typeof typed !== "object" || typed === null) return {};
    return Object.fromEntries(
      Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

/** What was typed into the table. INVALID with a message at each field that holds no figure. */
function filledIn(kind: RuleKind, body: RuleBody, values: string): RuleBody {
  const filled = fillIn(kind, body, readTyped(values));
  const faults = Object.entries(filled.faults);
  if (faults.length > 0) {
    throw invalid(
      faults.length === 1 ? "One figure needs another look." : `${faults.length} figures need another look.`,
      Object.fromEntries(faults.map(([path, message]) => [`v.${path}`, message])),
    );
  }
  return filled.body;
}

/** The factor that rulesets before 2026-11-03 do not have. */
function withPart(body: RuleBody, part: "add_high_wage" | "remove_high_wage" | null): RuleBody {
  const { high_wage: present, ...rest } = body;
  if (part === "remove_high_wage") return rest;
  if (part === "add_high_wage" && present === undefined) return { ...rest, high_wage: emptyHighWage() };
  return body;
}

/**
 * Changes a draft. Pasted JSON replaces its figures and must be whole; what is typed into the form is kept even while
 * the table does not add up yet: the page says what is wrong, and activation refuses it.
 */
export const changeDraft = defineCommand({
  name: "rule.change_draft",
  input: changeDraftInput,
  ...onRuleTable,
  async execute(ctx, table, input) {
    requireOpenDraft(table, input.version);
    const { key, effectiveFrom, source, note } = input;
    if ((await takenKeys(ctx, { except: table.id })).has(key)) {
      throw invalid("The draft cannot be saved like this.", {
        key: `${key} is taken: scores may name it. Choose another name.`,
      });
    }
    const head = { key, effectiveFrom, source };
    const entered =
      input.json === null
        ? filledIn(table.kind, table.body, input.values ?? "{}")
        : readPasted(table.kind, input.json, head);
    const body = withHead(table.kind, withPart(entered, input.part), head);
    const changed = await ctx.db
      .update(ruleTable)
      .set({
        key,
        effectiveFrom,
        source,
        note,
        body,
        updatedAt: ctx.now,
        version: sql`${ruleTable.version} + 1`,
      })
      .where(
        and(eq(ruleTable.id, table.id), eq(ruleTable.version, input.version), eq(ruleTable.status, "draft")),
      );
    if (changed.rowCount !== 1) throw conflict("Somebody changed this version just now. Reload the page.");
    const faults = draftFaults(table.kind, body, head).length;
    return audited(
      { id: table.id, faults },
      {
        event: "rule.changed",
        object: { kind: "rule_table", id: table.id },
        detail: { kind: table.kind, key, effectiveFrom, faults },
      },
    );
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { ruleTable } from "@/lib/db/schema/rules";
import { forbidden, invalid } from "@/lib/errors/app-error";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { listVersions } from "../queries";
import { withHead } from "../rules";
import { createDraftInput } from "../schemas";
import type { RuleBody, RuleKind } from "../types";
import { inForceOf } from "../versions";
import { readPasted } from "./draft-body";
import { lockRules, takenKeys } from "./load-rule-table";

/** The figures in force, to start from. */
async function bodyInForce(ctx: StaffContext, kind: RuleKind, today: IsoDate): Promise<RuleBody> {
  const start = inForceOf(await listVersions(ctx, kind, today), today);
  if (!start) throw invalid("There is no version to start from. Paste the table as JSON instead.");
  return start.body;
}

/** Starts a version of a dated table: from the one in force, or from pasted JSON. It computes nothing until it is activated. */
export const createDraft = defineCommand({
  name: "rule.create_draft",
  input: createDraftInput,
  openTo: ["staff"],
  load: (ctx) => lockRules(ctx),
  authorise: (actor) => can(actor, "rules.manage"),
  async execute(ctx, _facts, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only an administrator enters rules.");
    const { key, effectiveFrom, source, note, json } = input;
    const kind = input.kind as RuleKind;
    if ((await takenKeys(ctx)).has(key)) {
      throw invalid("This version cannot be started like this.", {
        key: `${key} is taken: scores may name it. Choose another name.`,
      });
    }
    const { today } = await getFirmDay(ctx);
    const head = { key, effectiveFrom, source };
    const body = json === null ? await bodyInForce(ctx, kind, today) : readPasted(kind, json, head);
    const id = newId();
    await ctx.db.insert(ruleTable).values({
      ...{ id, kind, key, effectiveFrom, source, note },
      body: withHead(kind, body, head),
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    return audited(
      { id, key },
      { event: "rule.drafted", object: { kind: "rule_table", id }, detail: { kind, key, effectiveFrom } },
    );
  },
});

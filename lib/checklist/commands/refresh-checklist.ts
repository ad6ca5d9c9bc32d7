import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { requirement } from "@/lib/db/schema/documents";
import { conflict } from "@/lib/errors/app-error";
import { latestSafeStart } from "@/lib/express-entry/documents/document-kind";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { newId } from "@/lib/ids/id";
import { listLeadTimes } from "../lead-times/queries";
import { withLeadTimes } from "../lead-times/rules";
import { deriveChecklist, listRequirements } from "../queries";
import type { ChecklistRefreshed, RequirementRow } from "../types";

/** Lines added by hand carry a key of their own, and no rule takes them away. */
export const MANUAL_KEY = "manual:";

/** What the rules decide about a line; its state, its dates and its files are people's. */
function ruledFields(document: RequiredDocument) {
  const { kind, personId, subject, title, reason, responsible, required, leadDays, order } = document;
  return { kind, personId, subject, title, reason, responsible, required, leadDays, position: order };
}

function differs(row: RequirementRow, wanted: Partial<RequirementRow>): boolean {
  return Object.entries(wanted).some(([field, value]) => row[field as keyof RequirementRow] !== value);
}

async function changeLine(ctx: ActorContext, row: RequirementRow, to: Partial<RequirementRow>) {
  await ctx.db
    .update(requirement)
    .set({ ...to, updatedAt: ctx.now, version: sql`${requirement.version} + 1` })
    .where(and(eq(requirement.id, row.id), eq(requirement.version, row.version)));
}

async function addLines(
  ctx: ActorContext,
  file: LockedCase,
  wanted: (RequiredDocument & { dueOn: string })[],
) {
  if (wanted.length === 0) return;
  await ctx.db.insert(requirement).values(
    wanted.map((document) => ({
      id: newId(),
      caseId: file.id,
      clientId: file.clientId,
      ruleKey: document.key,
      ...ruledFields(document),
      dueOn: document.dueOn,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })),
  );
}

/**
 * Brings the checklist of a locked case in line with its facts: adds what they newly call for, rewords what they
 * changed, marks what they no longer call for. Deletes nothing and never touches what was requested, received or
 * decided, so it may run as often as one likes. Throws CONFLICT while no invitation is open.
 */
export async function refreshChecklist(
  ctx: ActorContext,
  file: LockedCase,
): Promise<ChecklistRefreshed & { entry: AuditEntry }> {
  const derived = await deriveChecklist(ctx, file);
  if (derived === null)
    throw conflict("A checklist follows from an invitation, and this case has none that is open.");
  const rows = await listRequirements(ctx, file.id);
  const byKey = new Map(rows.map((row) => [row.ruleKey, row]));
  const keys = new Set(derived.documents.map(({ key }) => key));
  const documents = withLeadTimes(derived.documents, derived.facts, {
    entries: await listLeadTimes(ctx),
    on: (await getFirmDay(ctx)).today,
    shipped: documentRulesOn(derived.plannedOn, { tables: derived.tables }).lead_days,
  });
  const wanted = documents.map((document) => ({
    ...document,
    dueOn: latestSafeStart(derived.plannedOn, document.leadDays),
  }));

  const missing = wanted.filter(({ key }) => !byKey.has(key));
  await addLines(ctx, file, missing);

  let changed = 0;
  for (const document of wanted) {
    const row = byKey.get(document.key);
    const fields = { ...ruledFields(document), dueOn: document.dueOn, noLongerNeeded: false };
    if (!row || !differs(row, fields)) continue;
    await changeLine(ctx, row, fields);
    changed += 1;
  }

  const dropped = rows.filter(
    (row) => !keys.has(row.ruleKey) && !row.noLongerNeeded && !row.ruleKey.startsWith(MANUAL_KEY),
  );
  for (const row of dropped) await changeLine(ctx, row, { noLongerNeeded: true });

  const result = { added: missing.length, changed, dropped: dropped.length };
  return {
    ...result,
    entry: {
      event: rows.length === 0 ? "checklist.generated" : "checklist.refreshed",
      object: { kind: "case", id: file.id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { ...result, items: rows.length + missing.length },
    },
  };
}

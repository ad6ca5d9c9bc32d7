import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseChecklist } from "@/lib/db/schema/checklist";
import { requirement } from "@/lib/db/schema/documents";
import { conflict } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { changesOf, type RuledFields } from "../changes";
import { askedForIn, deriveChecklist, listRequirements } from "../queries";
import { findCaseTemplate, findNewestTemplate, getTemplateContent } from "../template/queries";
import { EMPTY_TEMPLATE } from "../template/rules";
import type { TemplateContent } from "../template/types";
import type { ChecklistRefreshed, RequirementRow } from "../types";
import { followExam } from "./load-line";

async function changeLine(ctx: ActorContext, row: RequirementRow, to: Partial<RequirementRow>) {
  await ctx.db
    .update(requirement)
    .set({ ...to, updatedAt: ctx.now, version: sql`${requirement.version} + 1` })
    .where(and(eq(requirement.id, row.id), eq(requirement.version, row.version)));
  if (row.state === "accepted") await followExam(ctx, row);
}

async function addLines(ctx: ActorContext, file: LockedCase, lines: readonly RuledFields[]) {
  if (lines.length === 0) return;
  const of = { caseId: file.id, clientId: file.clientId, createdAt: ctx.now, updatedAt: ctx.now };
  await ctx.db.insert(requirement).values(lines.map((line) => ({ id: newId(), ...of, ...line })));
}

/** From now on the file's checklist follows this version; `takenBy` null: it was made with it. */
export async function setCaseTemplate(
  ctx: ActorContext,
  file: Pick<LockedCase, "id" | "clientId">,
  templateNumber: number,
  takenBy: string | null,
): Promise<void> {
  const taken = { templateNumber, takenAt: ctx.now, takenBy };
  await ctx.db
    .insert(caseChecklist)
    .values({ caseId: file.id, clientId: file.clientId, ...taken })
    .onConflictDoUpdate({ target: caseChecklist.caseId, set: taken });
}

/** A new checklist is made with the newest version; one that is there keeps its own. */
async function templateFor(ctx: ActorContext, file: LockedCase, isNew: boolean): Promise<TemplateContent> {
  if (!isNew) return getTemplateContent(ctx, await findCaseTemplate(ctx, file.id));
  const newest = await findNewestTemplate(ctx);
  if (newest?.number == null) return EMPTY_TEMPLATE;
  await setCaseTemplate(ctx, file, newest.number, null);
  return newest;
}

/**
 * Brings the checklist of a locked case in line with its facts and the firm's template: adds what they newly call for,
 * rewords what they changed, marks what they no longer call for. Deletes nothing and never touches what was requested,
 * received or decided, so it may run as often as one likes. Throws CONFLICT while no invitation is open.
 */
export async function refreshChecklist(
  ctx: ActorContext,
  file: LockedCase,
): Promise<ChecklistRefreshed & { entry: AuditEntry }> {
  const derived = await deriveChecklist(ctx, file);
  if (derived === null)
    throw conflict("A checklist follows from an invitation, and this case has none that is open.");
  const rows = await listRequirements(ctx, file.id);
  const isNew = rows.length === 0 && (await findCaseTemplate(ctx, file.id)) === null;
  const asked = await askedForIn(ctx, derived, await templateFor(ctx, file, isNew));
  const { add, change, drop } = changesOf(rows, asked, derived.plannedOn);
  await addLines(ctx, file, add);
  for (const { row, to } of change) await changeLine(ctx, row, to);
  for (const row of drop) await changeLine(ctx, row, { noLongerNeeded: true });

  const result = { added: add.length, changed: change.length, dropped: drop.length };
  return {
    ...result,
    entry: {
      event: rows.length === 0 ? "checklist.generated" : "checklist.refreshed",
      object: { kind: "case", id: file.id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { ...result, items: rows.length + add.length },
    },
  };
}

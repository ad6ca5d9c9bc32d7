import "server-only";
import { eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { familyFact } from "@/lib/db/schema/facts";
import type { Nomination } from "@/lib/express-entry/facts";
import { FAMILY_PART_LABELS } from "../family/rules";
import { factsChanged, nothingMoved, openFacts } from "./change-facts";

interface NominationPatch {
  /** null: it no longer stands. What it said stays in the history of the facts. */
  nomination: Nomination | null;
  /** Set with an acceptance: a nominee intends to live in the province (IRPR 87(2)(b)). */
  intendedProvince?: string;
}

/**
 * Writes the nomination among the facts of a locked case, in the caller's transaction; score, program and checklist
 * follow as after any change of facts. Nothing is written where it says so already. CONFLICT for a case that ended.
 */
export async function setNomination(
  ctx: ActorContext,
  file: LockedCase,
  patch: NominationPatch,
): Promise<readonly AuditEntry[]> {
  const open = await openFacts(ctx, file);
  const { nomination, intendedProvince } = open.sheet.facts.family;
  const before = { nomination, ...("intendedProvince" in patch ? { intendedProvince } : {}) };
  const row = { kind: "family", id: file.id, personId: null, before, after: { ...patch } } as const;
  if (nothingMoved(ctx, open, { row })) return [];
  await ctx.db
    .update(familyFact)
    .set({ ...patch, updatedAt: ctx.now, version: sql`${familyFact.version} + 1` })
    .where(eq(familyFact.caseId, file.id));
  const { entries } = await factsChanged(ctx, open, {
    event: "family.changed",
    row,
    detail: { fact: FAMILY_PART_LABELS.nomination },
  });
  return entries;
}

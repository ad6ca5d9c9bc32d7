import "server-only";
import { eq } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import type { LockedCase } from "./types";
import { visibleCases } from "./visibility";

/** The case, locked until the transaction ends; NOT_FOUND for a missing and for an invisible one alike. */
export async function getCaseForUpdate(ctx: ActorContext, caseId: string): Promise<LockedCase> {
  const cases = visibleCases(ctx);
  const [found] = await ctx.db
    .select(lockedColumns(cases))
    .from(cases)
    .where(eq(cases.id, caseId))
    .for("update");
  if (!found) throw notFound();
  return found;
}

/** The id of a case by its file number; NOT_FOUND for a missing and for an invisible one alike. */
export async function getCaseId(ctx: ActorContext, number: string): Promise<string> {
  const cases = visibleCases(ctx);
  const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  if (!found) throw notFound();
  return found.id;
}

function lockedColumns(cases: ReturnType<typeof visibleCases>) {
  return {
    id: cases.id,
    number: cases.number,
    clientId: cases.clientId,
    ownerId: cases.ownerId,
    stage: cases.stage,
    displayName: cases.displayName,
    factsVersion: cases.factsVersion,
    plannedSubmissionOn: cases.plannedSubmissionOn,
    requiredCount: cases.requiredCount,
    acceptedCount: cases.acceptedCount,
    version: cases.version,
  };
}

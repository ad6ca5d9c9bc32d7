import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { moveTasks } from "@/lib/tasks/commands/move-tasks";
import { findAssignee, getColleagueName } from "../queries";
import type { Colleague, LockedCase } from "../types";

/** The colleague a case can go to; INVALID for anybody who cannot own one. */
export async function requireAssignee(ctx: ActorContext, ownerId: string): Promise<Colleague> {
  if (!isStaffContext(ctx)) throw forbidden("Only managers reassign cases.");
  const owner = await findAssignee(ctx, ownerId);
  if (!owner)
    throw invalid("Choose somebody else.", {
      ownerId: "Only an active consultant or manager can own a case.",
    });
  return owner;
}

/** Sets the owner of one locked case, and says who had it. Used by the single and the bulk command. */
export async function moveToOwner(
  ctx: ActorContext,
  file: LockedCase,
  owner: Colleague,
): Promise<AuditEntry> {
  if (!isStaffContext(ctx)) throw forbidden("Only managers reassign cases.");
  if (file.ownerId === owner.id)
    throw invalid("Choose somebody else.", { ownerId: `${owner.name} has this case already.` });
  if (file.stage === "CLOSED") throw conflict("This case is closed and stays where it is.");
  const from = await getColleagueName(ctx, file.ownerId);
  await ctx.db
    .update(caseFile)
    .set({ ownerId: owner.id, updatedAt: ctx.now, version: sql`${caseFile.version} + 1` })
    .where(and(eq(caseFile.id, file.id), eq(caseFile.ownerId, file.ownerId)));
  await moveTasks(ctx, file.id, file.ownerId, owner.id);
  return {
    event: "case.assigned",
    object: { kind: "case", id: file.id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { from, to: owner.name },
  };
}

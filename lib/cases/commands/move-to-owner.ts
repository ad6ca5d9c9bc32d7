import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { caseHandover } from "@/lib/db/schema/handovers";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
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

/**
 * Sets the owner of one locked case, says who had it, and keeps what is handed over with it: the note of who had it, for
 * the sheet that the new owner reads. Every way of reassigning a case ends here.
 */
export async function moveToOwner(
  ctx: ActorContext,
  file: LockedCase,
  owner: Colleague,
  note: string | null = null,
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
  await ctx.db.insert(caseHandover).values({
    ...{ id: newId(), caseId: file.id, clientId: file.clientId, note },
    ...{ fromUserId: file.ownerId, toUserId: owner.id },
    ...{ handedBy: ctx.actor.userId, handedAt: ctx.now },
  });
  return {
    event: "case.assigned",
    object: { kind: "case", id: file.id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { from, to: owner.name },
  };
}

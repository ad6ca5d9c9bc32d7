import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import { auditEvent } from "@/lib/db/schema/audit";
import { newId } from "@/lib/ids/id";
import { roleOf } from "@/lib/policy/actor";
import type { AuditEntry } from "./events";

/**
 * Adds rows to the audit log in the context's transaction; the chain is linked by the database at commit.
 * Returns nothing: the portal role may insert here but not read back.
 */
export async function writeAudit(ctx: ActorContext, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { actor, trace } = ctx;
  await ctx.db.insert(auditEvent).values(
    entries.map((entry) => ({
      id: newId(),
      at: ctx.now,
      actorId: actor.kind === "system" ? null : actor.userId,
      actorRole: actor.kind === "system" ? actor.name : roleOf(actor),
      sessionRef: trace.sessionRef,
      ipPrefix: trace.ipPrefix,
      event: entry.event,
      outcome: entry.outcome ?? ("ok" as const),
      objectKind: entry.object.kind,
      objectId: entry.object.id,
      caseId: entry.caseId ?? null,
      // The portal's policy lets a client write about themselves only.
      clientId: entry.clientId ?? ("clientId" in actor ? actor.clientId : null),
      requestId: trace.requestId,
      detail: entry.detail ?? {},
    })),
  );
}

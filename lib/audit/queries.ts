import "server-only";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { auditEvent } from "@/lib/db/schema/audit";
import { appUser } from "@/lib/db/schema/users";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import type { AuditLine } from "./types";

const PAGE_SIZE = 100;

/** Where a page ends. The instant is the database's own text: a Date would lose its microseconds. */
export interface AuditKeyset {
  at: string;
  id: string;
}

export interface AuditPage {
  lines: AuditLine[];
  next: AuditKeyset | null;
}

/** A page of the audit log, the newest first. Throws FORBIDDEN: the log is the administrators'. */
export async function listAuditEvents(ctx: StaffContext, after: AuditKeyset | null): Promise<AuditPage> {
  const decision = can(ctx.actor, "audit.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const instant = after === null ? null : sql`${after.at}::timestamptz`;
  const older =
    after === null || instant === null
      ? undefined
      : or(lt(auditEvent.at, instant), and(eq(auditEvent.at, instant), lt(auditEvent.id, after.id)));
  const rows = await ctx.db
    .select({
      id: auditEvent.id,
      at: auditEvent.at,
      instant: sql<string>`to_char(${auditEvent.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      name: appUser.name,
      role: auditEvent.actorRole,
      event: auditEvent.event,
      outcome: auditEvent.outcome,
      objectKind: auditEvent.objectKind,
      objectId: auditEvent.objectId,
      requestId: auditEvent.requestId,
    })
    .from(auditEvent)
    .leftJoin(appUser, eq(appUser.id, auditEvent.actorId))
    .where(older)
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    lines: shown.map(({ name, instant: _instant, objectKind, objectId, ...row }) => ({
      ...row,
      actor: name ?? row.role,
      object: objectId === null ? objectKind : `${objectKind} ${objectId}`,
    })),
    next: rows.length > PAGE_SIZE && last ? { at: last.instant, id: last.id } : null,
  };
}

import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { audited, unchanged, type AuditEntry } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { incident, workerHeartbeat, type IncidentKind } from "@/lib/db/schema/incidents";
import { reminder } from "@/lib/db/schema/reminders";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { workerOnly } from "@/lib/policy/worker-only";
import { listAdministratorIds } from "../queries";

/** What is wrong now: a worker silent for two minutes, a reminder half an hour late (SECURITY.md 6.3). */
async function lookAround(ctx: ActorContext): Promise<Record<IncidentKind, boolean>> {
  const { rows } = await ctx.db.execute<Record<IncidentKind, boolean>>(sql`select
    coalesce((select max(seen_at) from ${workerHeartbeat}) < now() - interval '120 seconds', true) as worker_silent,
    exists (select from ${reminder} where state = 'waiting' and remind_at < now() - interval '30 minutes') as reminder_late`);
  return rows[0] ?? { worker_silent: false, reminder_late: false };
}

/** Opens an incident, once however many processes see it, with a mail to each administrator. */
async function open(ctx: ActorContext, kind: IncidentKind) {
  const [row] = await ctx.db
    .insert(incident)
    .values({ id: newId(), kind, openedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: incident.id });
  if (!row) return null;
  const mailIds: string[] = [];
  for (const userId of await listAdministratorIds(ctx)) {
    const key = `incident:${row.id}:${userId}`;
    mailIds.push(
      await queueMail(ctx, { kind: "incident", toUserId: userId, key, context: { incident: kind } }),
    );
  }
  return { id: row.id, mailIds };
}

/**
 * Opens an incident for what is wrong now and closes those that are over. Returns the kinds that are new, and the mails
 * that tell of them.
 */
export const noteIncidents = defineCommand({
  name: "incident.note",
  openTo: ["system"],
  input: z.object({ expectsWorker: z.boolean() }),
  load: lookAround,
  authorise: workerOnly,
  async execute(ctx, seen, { expectsWorker }) {
    const wrong = { ...seen, worker_silent: expectsWorker && seen.worker_silent };
    const entries: AuditEntry[] = [];
    const opened: IncidentKind[] = [];
    const mailIds: string[] = [];
    const over: IncidentKind[] = [];
    for (const kind of ["worker_silent", "reminder_late"] as const) {
      if (!wrong[kind]) over.push(kind);
      const fresh = wrong[kind] ? await open(ctx, kind) : null;
      if (fresh === null) continue;
      opened.push(kind);
      mailIds.push(...fresh.mailIds);
      entries.push({
        event: "incident.opened",
        object: { kind: "incident", id: fresh.id },
        detail: { kind },
      });
    }
    const closed =
      over.length === 0
        ? []
        : await ctx.db
            .update(incident)
            .set({ closedAt: ctx.now })
            .where(and(isNull(incident.closedAt), inArray(incident.kind, over)))
            .returning({ id: incident.id, kind: incident.kind });
    for (const { id, kind } of closed)
      entries.push({ event: "incident.closed", object: { kind: "incident", id }, detail: { kind } });
    const [first, ...rest] = entries;
    return first ? audited({ opened, mailIds }, first, ...rest) : unchanged({ opened, mailIds });
  },
});

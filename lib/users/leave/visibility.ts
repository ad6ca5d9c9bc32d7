import "server-only";
import { and, asc, eq, gte, sql, type SQL } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { firm } from "@/lib/db/schema/firm";
import { staffLeave } from "@/lib/db/schema/leave";
import { deadline } from "@/lib/db/schema/pool";
import { DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import type { Actor } from "@/lib/policy/actor";

/** Who is away is every colleague's to know, and background work's; nobody else's. */
function leaveVisibleTo({ kind }: Actor) {
  return kind === "staff" || kind === "system" ? sql`true` : sql`false`;
}

/** The firm's calendar day of this transaction, as a date of the database. */
function firmDay(ctx: ActorContext): SQL {
  const zone = sql`coalesce((select ${firm.timeZone} from ${firm} where ${firm.id} = 1), ${DEFAULT_ZONE})`;
  return sql`(${ctx.now.toISOString()}::timestamptz at time zone ${zone})::date`;
}

/** Every leave, past ones too. */
export function visibleLeaves(ctx: ActorContext) {
  return ctx.db.select().from(staffLeave).where(leaveVisibleTo(ctx.actor)).as("visible_leave");
}

/** Of everybody the leave that lasts, or the next one. */
export function nextLeaves(ctx: ActorContext) {
  return ctx.db
    .selectDistinctOn([staffLeave.userId], {
      userId: staffLeave.userId,
      fromOn: staffLeave.fromOn,
      toOn: staffLeave.toOn,
    })
    .from(staffLeave)
    .where(and(leaveVisibleTo(ctx.actor), gte(staffLeave.toOn, firmDay(ctx))))
    .orderBy(asc(staffLeave.userId), asc(staffLeave.fromOn))
    .as("next_leave");
}

/**
 * Open hard clocks of the whole firm, with who answers for each: whether a leave leaves one to nobody does not depend on
 * who enters it. Deliberately wider than the cases one sees, so the file's number and no client's name.
 */
export function hardClocks(ctx: ActorContext) {
  return ctx.db
    .select({
      responsibleId: sql<string>`coalesce(${deadline.ownerId}, ${caseFile.ownerId})`.as("responsible_id"),
      number: caseFile.number,
      title: deadline.title,
      dueOn: deadline.dueOn,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(and(leaveVisibleTo(ctx.actor), eq(deadline.hard, true), eq(deadline.state, "open")))
    .as("hard_clock");
}

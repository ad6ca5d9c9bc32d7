import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import type { deadline } from "@/lib/db/schema/pool";
import { escalation } from "@/lib/db/schema/reminders";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { newId } from "@/lib/ids/id";
import { remindAt } from "../rules";
import type { EscalationCause } from "../types";

/** Tomorrow at nine, in the clock's zone. */
export function nextMorning(now: Date, timeZone: string): Date {
  return remindAt(dateInZone(now, timeZone), -1, timeZone);
}

/**
 * A date in danger: told to the managers every morning from tomorrow on, until somebody acts or decides. Once for each
 * cause of a date; a date that has passed takes the place of its last days.
 */
export async function raiseEscalation(
  ctx: ActorContext,
  clock: Pick<typeof deadline.$inferSelect, "id" | "caseId" | "clientId" | "dueOn" | "timeZone">,
  cause: EscalationCause,
): Promise<void> {
  const { id: deadlineId, caseId, clientId, dueOn, timeZone } = clock;
  const nextTellAt = nextMorning(ctx.now, timeZone);
  await ctx.db
    .insert(escalation)
    .values({ id: newId(), deadlineId, caseId, clientId, dueOn, cause, raisedAt: ctx.now, nextTellAt })
    .onConflictDoNothing();
  if (cause !== "missed") return;
  await ctx.db
    .update(escalation)
    .set({ state: "superseded", settledAt: ctx.now })
    .where(
      and(eq(escalation.deadlineId, deadlineId), eq(escalation.state, "open"), ne(escalation.cause, cause)),
    );
}

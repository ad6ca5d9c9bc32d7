import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import type { deadline } from "@/lib/db/schema/pool";
import { writeTask } from "@/lib/tasks/commands/write-task";
import { countWaitingOnClient, findClientAccount } from "../queries";
import { isSilent } from "../rules";

/**
 * A client who has something to do and has not been seen for a week does not read reminders either: a task for who
 * answers for the clock, once for each date. The same where the client has no open account at all.
 */
export async function noteSilence(
  ctx: ActorContext,
  file: LockedCase,
  clock: Pick<typeof deadline.$inferSelect, "id" | "dueOn" | "ownerId">,
): Promise<AuditEntry[]> {
  const waiting = await countWaitingOnClient(ctx, file.id);
  if (waiting === 0) return [];
  const account = await findClientAccount(ctx, file.clientId);
  if (account !== null && !isSilent(account.lastSeenAt, ctx.now)) return [];
  const { today } = await getFirmDay(ctx);
  const { entries } = await writeTask(ctx, file, {
    title:
      account === null ? "Call the client: no open portal account" : "Call the client: silent for a week",
    note: `${waiting} ${waiting === 1 ? "item waits" : "items wait"} on the client, and the reminders reach nobody.`,
    ...{ assigneeId: clock.ownerId, dueOn: today, deadlineId: clock.id, origin: "silent_client" },
    originKey: `silent:${clock.id}:${clock.dueOn}`,
  });
  return entries;
}

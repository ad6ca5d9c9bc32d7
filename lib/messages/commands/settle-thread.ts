import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { message } from "@/lib/db/schema/cases";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { settleThreadInput } from "../schemas";

/** "No answer needed": these words of the client were read and wait for nothing. What came meanwhile still waits. */
export const settleThread = defineCommand({
  name: "message.settle",
  input: settleThreadInput,
  openTo: ["staff"],
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "message.send", file),
  async execute(ctx, file, { ids }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff say that no answer is needed.");
    const settled = await ctx.db
      .update(message)
      .set({
        readAt: sql`coalesce(${message.readAt}, ${ctx.now.toISOString()}::timestamptz)`,
        settledAt: ctx.now,
        settledBy: ctx.actor.userId,
        settlement: "not_needed",
      })
      .where(
        and(
          eq(message.caseId, file.id),
          inArray(message.id, ids),
          eq(message.authorKind, "client"),
          isNull(message.settledAt),
        ),
      );
    const count = settled.rowCount ?? 0;
    if (count === 0) return unchanged({ settled: count });
    return audited(
      { settled: count },
      {
        event: "message.settled",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { messages: count },
      },
    );
  },
});

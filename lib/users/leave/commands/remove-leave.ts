import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { staffLeave } from "@/lib/db/schema/leave";
import { conflict } from "@/lib/errors/app-error";
import { getLeave, mayEnterLeaveOf } from "../queries";
import { removeLeaveInput } from "../schemas";

/** Takes a leave out that does not happen. The log keeps that it was entered. */
export const removeLeave = defineCommand({
  name: "leave.remove",
  input: removeLeaveInput,
  openTo: ["staff"],
  load: (ctx, { leaveId }) => getLeave(ctx, leaveId),
  authorise: (actor, { userId }) => mayEnterLeaveOf(actor, userId),
  async execute(ctx, leave, { version }) {
    const removed = await ctx.db
      .delete(staffLeave)
      .where(and(eq(staffLeave.id, leave.id), eq(staffLeave.version, version)))
      .returning({ id: staffLeave.id });
    if (removed.length === 0) throw conflict("This leave was changed by somebody else.");
    return audited(
      {},
      {
        event: "leave.removed",
        object: { kind: "user", id: leave.userId },
        detail: { person: leave.name, from: leave.fromOn, to: leave.toOn },
      },
    );
  },
});

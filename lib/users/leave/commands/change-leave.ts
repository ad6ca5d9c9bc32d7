import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { staffLeave } from "@/lib/db/schema/leave";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { getLeave, mayEnterLeaveOf, requireCover } from "../queries";
import { changeLeaveInput } from "../schemas";
import { checkLeave } from "./check-leave";

/** Other days or another cover for a leave that is entered; also how one ends early. */
export const changeLeave = defineCommand({
  name: "leave.change",
  input: changeLeaveInput,
  openTo: ["staff"],
  load: (ctx, { leaveId }) => getLeave(ctx, leaveId),
  authorise: (actor, { userId }) => mayEnterLeaveOf(actor, userId),
  async execute(ctx, leave, { version, fromOn, toOn, coverUserId, note }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff enter leave.");
    const cover = coverUserId === null ? null : await requireCover(ctx, coverUserId);
    await checkLeave(ctx, { userId: leave.userId, fromOn, toOn, coverUserId }, leave.id);
    const changed = await ctx.db
      .update(staffLeave)
      .set({
        ...{ fromOn, toOn, coverUserId, note },
        ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now, version: sql`${staffLeave.version} + 1` },
      })
      .where(and(eq(staffLeave.id, leave.id), eq(staffLeave.version, version)))
      .returning({ id: staffLeave.id });
    if (changed.length === 0) {
      const { fromOn: from, toOn: to } = leave;
      throw conflict("This leave was changed by somebody else.", { from, to });
    }
    return audited(
      { leaveId: leave.id },
      {
        event: "leave.changed",
        object: { kind: "user", id: leave.userId },
        detail: { person: leave.name, from: fromOn, to: toOn, cover: cover?.name ?? null },
      },
    );
  },
});

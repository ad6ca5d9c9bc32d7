import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { staffLeave } from "@/lib/db/schema/leave";
import { forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { mayEnterLeaveOf, requireColleague, requireCover } from "../queries";
import { recordLeaveInput } from "../schemas";
import { checkLeave } from "./check-leave";

/** Enters a leave: one's own, or a colleague's for who manages them. */
export const recordLeave = defineCommand({
  name: "leave.record",
  input: recordLeaveInput,
  openTo: ["staff"],
  load: (ctx, { userId }) => requireColleague(ctx, userId),
  authorise: (actor, { id }) => mayEnterLeaveOf(actor, id),
  async execute(ctx, person, { fromOn, toOn, coverUserId, note }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff enter leave.");
    const cover = coverUserId === null ? null : await requireCover(ctx, coverUserId);
    await checkLeave(ctx, { userId: person.id, fromOn, toOn, coverUserId });
    const id = newId();
    await ctx.db.insert(staffLeave).values({
      ...{ id, userId: person.id, fromOn, toOn, coverUserId, note },
      ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now },
    });
    return audited(
      { leaveId: id },
      {
        event: "leave.recorded",
        object: { kind: "user", id: person.id },
        detail: { person: person.name, from: fromOn, to: toOn, cover: cover?.name ?? null },
      },
    );
  },
});

import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { authSession } from "@/lib/db/schema/users";
import { can } from "@/lib/policy/can";
import { getSessionOwner } from "../queries";
import { endSessionInput } from "../schemas";

/** Signs one browser out: a person their own, an administrator anybody's. */
export const endSession = defineCommand({
  name: "session.end",
  input: endSessionInput,
  openTo: ["staff"],
  load: (ctx, input) => getSessionOwner(ctx, input.sessionId),
  authorise: (actor, { userId }) =>
    actor.kind === "staff" && actor.userId === userId ? { allowed: true } : can(actor, "user.manage"),
  async execute(ctx, { userId }, input) {
    await ctx.db
      .delete(authSession)
      .where(
        and(
          eq(authSession.userId, userId),
          sql`substring(${authSession.tokenHash} from 1 for 8) = decode(${input.sessionId}, 'hex')`,
        ),
      );
    return audited(
      {},
      { event: "session.ended", object: { kind: "user", id: userId }, detail: { session: input.sessionId } },
    );
  },
});

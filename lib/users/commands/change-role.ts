import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { endSessionsOf } from "@/lib/auth/credentials";
import { defineCommand } from "@/lib/command/define-command";
import { appUser } from "@/lib/db/schema/users";
import { conflict, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getAccount } from "../queries";
import { faultOfChange } from "../rules";
import { changeRoleInput } from "../schemas";

/** Changes what a member of staff may do. Their sessions end in the same transaction (SECURITY.md 5.3). */
export const changeRole = defineCommand({
  name: "user.changeRole",
  input: changeRoleInput,
  openTo: ["staff"],
  load: (ctx, input) => getAccount(ctx, input.userId),
  authorise: (actor) => can(actor, "user.manage"),
  async execute(ctx, account, input) {
    const actorId = ctx.actor.kind === "system" ? "" : ctx.actor.userId;
    if (account.role === "client") throw invalid("A client's account has no staff role.");
    const fault = faultOfChange(account, actorId, account.otherActiveAdministrators);
    if (fault !== null) throw invalid(fault);
    const changed = await ctx.db
      .update(appUser)
      .set({ role: input.role, version: sql`${appUser.version} + 1` })
      .where(and(eq(appUser.id, account.id), eq(appUser.version, input.version), ne(appUser.role, "client")))
      .returning({ id: appUser.id });
    if (changed.length === 0) {
      throw conflict("This account was changed by somebody else.", { role: account.role });
    }
    await endSessionsOf(ctx, account.id);
    return audited(
      { userId: account.id },
      {
        event: "user.changed",
        object: { kind: "user", id: account.id },
        detail: { from: account.role, to: input.role },
      },
    );
  },
});

import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { endSessionsOf, revokeLinks } from "@/lib/auth/credentials";
import { defineCommand } from "@/lib/command/define-command";
import { appUser } from "@/lib/db/schema/users";
import { conflict, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getAccount } from "../queries";
import { faultOfChange } from "../rules";
import { userChangeInput } from "../schemas";

/** Disables an account. Its sessions and its mailed links end in the same transaction. */
export const disableUser = defineCommand({
  name: "user.disable",
  input: userChangeInput,
  openTo: ["staff"],
  load: (ctx, input) => getAccount(ctx, input.userId),
  authorise: (actor) => can(actor, "user.manage"),
  async execute(ctx, account, input) {
    const actorId = ctx.actor.kind === "system" ? "" : ctx.actor.userId;
    const fault = faultOfChange(account, actorId, account.otherActiveAdministrators);
    if (fault !== null) throw invalid(fault);
    const changed = await ctx.db
      .update(appUser)
      .set({ status: "disabled", version: sql`${appUser.version} + 1` })
      .where(
        and(eq(appUser.id, account.id), eq(appUser.version, input.version), ne(appUser.status, "disabled")),
      )
      .returning({ id: appUser.id });
    if (changed.length === 0) {
      throw conflict("This account was changed by somebody else.", { state: account.status });
    }
    await endSessionsOf(ctx, account.id);
    await revokeLinks(ctx, account.id);
    return audited(
      { userId: account.id },
      { event: "user.disabled", object: { kind: "user", id: account.id } },
    );
  },
});

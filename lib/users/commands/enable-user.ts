import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { appUser } from "@/lib/db/schema/users";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getAccount } from "../queries";
import { userChangeInput } from "../schemas";

/**
 * Enables a disabled account: active again with its old password, or invited again if it never chose one
 * (its links are dead, so it needs a new invitation).
 */
export const enableUser = defineCommand({
  name: "user.enable",
  input: userChangeInput,
  openTo: ["staff"],
  load: (ctx, input) => getAccount(ctx, input.userId),
  authorise: (actor) => can(actor, "user.manage"),
  async execute(ctx, account, input) {
    const changed = await ctx.db
      .update(appUser)
      .set({
        status: sql`case when ${isNotNull(appUser.passwordHash)} then 'active' else 'invited' end`,
        version: sql`${appUser.version} + 1`,
      })
      .where(
        and(eq(appUser.id, account.id), eq(appUser.version, input.version), eq(appUser.status, "disabled")),
      )
      .returning({ id: appUser.id });
    if (changed.length === 0) {
      throw conflict("This account was changed by somebody else.", { state: account.status });
    }
    return audited(
      { userId: account.id },
      { event: "user.enabled", object: { kind: "user", id: account.id } },
    );
  },
});

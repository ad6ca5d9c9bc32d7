import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { endSessionsOf, revokeLinks } from "@/lib/auth/credentials";
import { defineCommand } from "@/lib/command/define-command";
import { calendarFeed } from "@/lib/db/schema/calendar";
import { appUser } from "@/lib/db/schema/users";
import { conflict, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getAccount } from "../queries";
import { faultOfChange } from "../rules";
import { disableUserInput } from "../schemas";
import { handOver } from "./hand-over";

/**
 * Somebody leaves: what they have in hand goes to others, their account is disabled, and its sessions, mailed links and
 * calendar end, all in one transaction. Refused in plain words while anything would be left to nobody.
 */
export const disableUser = defineCommand({
  name: "user.disable",
  input: disableUserInput,
  openTo: ["staff"],
  load: (ctx, input) => getAccount(ctx, input.userId),
  authorise: (actor) => can(actor, "user.manage"),
  async execute(ctx, account, input) {
    const actorId = ctx.actor.kind === "system" ? "" : ctx.actor.userId;
    const fault = faultOfChange(account, actorId, account.otherActiveAdministrators);
    if (fault !== null) throw invalid(fault);
    // The cases before the account: in this order the database looks at both (0034_responsible.sql).
    const moved = account.role === "client" ? [] : await handOver(ctx, account, input);
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
    await ctx.db
      .update(calendarFeed)
      .set({ revokedAt: ctx.now })
      .where(and(eq(calendarFeed.userId, account.id), isNull(calendarFeed.revokedAt)));
    return audited(
      { userId: account.id, moved: moved.length },
      {
        event: "user.disabled",
        object: { kind: "user", id: account.id },
        detail: { person: account.name, casesMoved: moved.length },
      },
      ...moved,
    );
  },
});

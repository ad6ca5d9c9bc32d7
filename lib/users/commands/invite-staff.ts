import "server-only";
import { eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { issueLink, type IssuedLink } from "@/lib/auth/credentials";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { appUser } from "@/lib/db/schema/users";
import { invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { findAccountByEmail } from "../queries";
import { inviteStaffInput, type StaffInvitation } from "../schemas";

/**
 * Makes the account, or takes up the one that was invited before, and a link for it. For the command below and
 * for `npm run user`, which prints the link. Throws INVALID when the address is in use.
 */
export async function addInvitedStaff(
  ctx: ActorContext,
  input: StaffInvitation,
): Promise<{ userId: string; link: IssuedLink }> {
  const { name, email, role, licenceNumber } = input;
  const existing = await findAccountByEmail(ctx, email);
  if (existing && (existing.status !== "invited" || existing.role === "client")) {
    throw invalid("This address is in use.", { email: "There is already an account with this address." });
  }
  const userId = existing?.id ?? newId<"User">();
  if (existing) {
    await ctx.db
      .update(appUser)
      .set({ name, role, licenceNumber, version: sql`${appUser.version} + 1` })
      .where(eq(appUser.id, userId));
  } else {
    await ctx.db
      .insert(appUser)
      .values({ id: userId, email, name, role, licenceNumber, status: "invited", createdAt: ctx.now });
  }
  return { userId, link: await issueLink(ctx, "invitation", { id: userId, email }) };
}

/** Invites a member of staff; inviting the same address again replaces the older link. */
export const inviteStaff = defineCommand({
  name: "user.invite",
  input: inviteStaffInput,
  load: () => Promise.resolve(null),
  authorise: (actor) => can(actor, "user.manage"),
  async execute(ctx, _facts, input) {
    const { userId, link } = await addInvitedStaff(ctx, input);
    await queueMail(ctx, { kind: "staff_invitation", toUserId: userId, link });
    return audited(
      { userId },
      { event: "user.invited", object: { kind: "user", id: userId }, detail: { role: input.role } },
    );
  },
});

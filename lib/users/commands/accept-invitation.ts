import "server-only";
import { audited } from "@/lib/audit/events";
import { consumeLink, getLinkHolder, setPassword } from "@/lib/auth/credentials";
import { defineCommand } from "@/lib/command/define-command";
import { acceptInvitationInput } from "../schemas";
import { usedByLink } from "../rules";

/**
 * Turns an invitation into an account with a password. Works once: the link is used up in the transaction that
 * sets the password, and a weak password uses nothing up. The caller starts the session.
 */
export const acceptInvitation = defineCommand({
  name: "user.acceptInvitation",
  input: acceptInvitationInput,
  openTo: ["system"],
  load: (ctx, input) => getLinkHolder(ctx, "invitation", input.token),
  authorise: usedByLink,
  async execute(ctx, holder, input) {
    await consumeLink(ctx, holder);
    await setPassword(ctx, holder, input.password);
    return audited(
      { userId: holder.userId, role: holder.role },
      { event: "user.invitation_accepted", object: { kind: "user", id: holder.userId } },
    );
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import {
  consumeLink,
  endSessionsOf,
  forgetDevicesOf,
  getLinkHolder,
  revokeLinks,
  setPassword,
} from "@/lib/auth/credentials";
import { defineCommand } from "@/lib/command/define-command";
import { queueMail } from "@/lib/mail/queue-mail";
import { usedByLink } from "../rules";
import { completeResetInput } from "../schemas";

/**
 * Sets a new password by a mailed link. Signs nobody in; ends all sessions and forgets all browsers of the
 * account, and tells its owner (SECURITY.md 5.4).
 */
export const completeReset = defineCommand({
  name: "password.reset",
  input: completeResetInput,
  openTo: ["system"],
  load: (ctx, input) => getLinkHolder(ctx, "reset", input.token),
  authorise: usedByLink,
  async execute(ctx, holder, input) {
    await consumeLink(ctx, holder);
    await setPassword(ctx, holder, input.password);
    await endSessionsOf(ctx, holder.userId);
    await forgetDevicesOf(ctx, holder.userId);
    await revokeLinks(ctx, holder.userId);
    await queueMail(ctx, { kind: "password_changed", toUserId: holder.userId });
    return audited({}, { event: "password.reset", object: { kind: "user", id: holder.userId } });
  },
});

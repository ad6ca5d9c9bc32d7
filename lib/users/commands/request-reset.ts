import "server-only";
import { audited } from "@/lib/audit/events";
import { issueLink, mayMailAgain } from "@/lib/auth/credentials";
import { defineCommand } from "@/lib/command/define-command";
import { queueMail } from "@/lib/mail/queue-mail";
import { findAccountByEmail } from "../queries";
import { usedByLink } from "../rules";
import { requestResetInput } from "../schemas";

/**
 * Mails a link for a new password, if the address has an active account and was not asked for too often. The
 * answer is the same in every case; the caller also makes the time the same.
 */
export const requestReset = defineCommand({
  name: "password.requestReset",
  input: requestResetInput,
  openTo: ["system"],
  load: (ctx, input) => findAccountByEmail(ctx, input.email),
  authorise: usedByLink,
  async execute(ctx, account, input) {
    const admitted = await mayMailAgain(ctx, input.email);
    const mailed = admitted && account?.status === "active";
    if (mailed) {
      const link = await issueLink(ctx, "reset", { id: account.id, email: input.email });
      await queueMail(ctx, { kind: "password_reset", toUserId: account.id, link });
    }
    return audited(
      {},
      {
        event: "password.reset_requested",
        object: { kind: "user", id: account?.id ?? null },
        outcome: mailed ? "ok" : "refused",
      },
    );
  },
});

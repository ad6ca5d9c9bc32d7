import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { mail } from "@/lib/db/schema/mail";
import { conflict, notFound } from "@/lib/errors/app-error";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { retryMailInput } from "../schemas";
import { mailJobKey } from "@/lib/mail/queue-mail";

/**
 * Sends a mail that failed for good once more, with the Message-ID it had. CONFLICT where it has not failed, or where it
 * led somewhere by a secret link: that is gone, and its sender makes a new one.
 */
export const retryMail = defineCommand({
  name: "mail.retry",
  openTo: ["staff"],
  input: retryMailInput,
  async load(ctx, { mailId }) {
    const [row] = await ctx.db.select({ id: mail.id, kind: mail.kind }).from(mail).where(eq(mail.id, mailId));
    if (!row) throw notFound();
    return row;
  },
  authorise: (actor) => can(actor, "mail.read"),
  async execute(ctx, { id, kind }) {
    if (ctx.deps.smtpUrl === null) throw conflict("There is no mail server to send it by.");
    const queued = await ctx.db
      .update(mail)
      .set({ state: "queued", attempts: 0, lastError: null })
      .where(and(eq(mail.id, id), eq(mail.state, "failed"), isNull(mail.tokenExpiresAt)))
      .returning({ id: mail.id });
    if (queued.length === 0) throw conflict("This mail cannot be sent again.");
    await enqueue(ctx, "send-mail", { mailId: id }, { jobKey: mailJobKey(id) });
    return audited(null, { event: "mail.retried", object: { kind: "mail", id }, detail: { kind } });
  },
});

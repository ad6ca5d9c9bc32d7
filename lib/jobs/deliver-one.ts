import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import { deliverMail, type Delivery, type MailTransport } from "@/lib/mail/deliver-mail";
import { noteBounce } from "@/lib/reminders/commands/note-bounce";

/** One attempt to send one mail; one that has failed for good leaves a task on its case, in the same transaction. */
export async function deliverOne(
  ctx: ActorContext,
  mailId: string,
  transport: MailTransport | null,
): Promise<Delivery> {
  const delivery = await deliverMail(ctx, mailId, transport);
  if (delivery.state === "failed" && delivery.caseId !== null) await noteBounce(ctx, mailId, delivery.caseId);
  return delivery;
}

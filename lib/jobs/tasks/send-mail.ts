import "server-only";
import { ActorContext } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { MailNotSent } from "@/lib/jobs/job-error";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { deliverOne } from "@/lib/jobs/deliver-one";
import { smtpTransport } from "@/lib/mail/smtp";

/** Sends one mail of the outbox. A server that asks for patience makes the queue try again later. */
export const sendMail: TaskHandler<"send-mail"> = async ({ mailId }, { pools, deps }) => {
  const trace = { requestId: newId(), sessionRef: null, ipPrefix: null };
  const transport = deps.smtpUrl === null ? null : smtpTransport(deps.smtpUrl);
  const delivery = await ActorContext.open(
    pools,
    deps,
    { actor: { kind: "system", name: "worker" }, trace },
    "write",
    (ctx) => deliverOne(ctx, mailId, transport),
  );
  if (delivery.state === "again") throw new MailNotSent(delivery.reason);
};

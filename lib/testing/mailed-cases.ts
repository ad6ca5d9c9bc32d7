import { ActorContext } from "@/lib/command/actor-context";
import { workerCaller } from "@/lib/jobs/work-off";
import { deliverOne } from "@/lib/jobs/deliver-one";
import { queueMail } from "@/lib/mail/queue-mail";
import { smtpTransport } from "@/lib/mail/smtp";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

/** Milliseconds: what is silent is known to be so soon enough for a test; far more than an answer of this machine takes. */
const IMPATIENT = { connect: 3_000, answer: 3_000 };

/** Mails about files, and single attempts to send them. */
export function mailedCases(database: TestDatabase, firm: TestFirm) {
  const inWrite = <T>(smtpUrl: string, work: (ctx: ActorContext) => Promise<T>) =>
    ActorContext.open(firm.runtime.pools, { ...firm.runtime.deps, smtpUrl }, workerCaller(), "write", work);

  /** A mail to the client of a file; of the same `key` it is the same one. */
  const queue = ({ caseId, clientId, client }: TestCase, key = caseId) =>
    inWrite("smtp://queued", (ctx) =>
      queueMail(ctx, { kind: "document_returned", toUserId: client.actor.userId, caseId, clientId, key }),
    );

  /** One attempt. */
  const attempt = (mailId: string, url: string) =>
    inWrite(url, (ctx) => deliverOne(ctx, mailId, smtpTransport(url, IMPATIENT)));

  async function stateOf(mailId: string) {
    const { rows } = await database.owner.query<Record<string, unknown>>(
      "select state, attempts, last_error as fault from mail where id = $1",
      [mailId],
    );
    return rows[0];
  }

  return { queue, attempt, stateOf };
}

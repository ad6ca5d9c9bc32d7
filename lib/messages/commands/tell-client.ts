import "server-only";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import type { MailKind } from "@/lib/db/schema/mail";
import { queueMail } from "@/lib/mail/queue-mail";
import { findClientAccount } from "../queries";

/**
 * A mail to the client of a case about something that happened to it, in the caller's transaction: nothing of the file
 * is in it but that it happened. Null where the client has no account yet.
 */
export async function tellClient(
  ctx: ActorContext,
  file: Pick<LockedCase, "id" | "clientId">,
  kind: MailKind,
  context: Record<string, string> = {},
): Promise<string | null> {
  const toUserId = await findClientAccount(ctx, file.id);
  if (toUserId === null) return null;
  return queueMail(ctx, { kind, toUserId, caseId: file.id, clientId: file.clientId, context });
}

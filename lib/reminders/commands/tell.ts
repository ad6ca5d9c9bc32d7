import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import type { MailKind } from "@/lib/db/schema/mail";
import type { deadline } from "@/lib/db/schema/pool";
import { notice } from "@/lib/db/schema/reminders";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import type { NoticeKind } from "../types";

const MAIL_KINDS: Readonly<Record<NoticeKind, MailKind>> = {
  reminder: "deadline_reminder",
  missed: "deadline_missed",
  escalation: "escalation",
};

interface ToTell {
  kind: NoticeKind;
  /** What is told, once to each person: the notice is one row, and every attempt to mail it has one Message-ID. */
  key: string;
  /** Ids of accounts. */
  clients: readonly string[];
  staff: readonly string[];
}

/** Tells people about a clock in the app and by mail, in the caller's transaction; twice tells nothing more. */
export async function tell(
  ctx: ActorContext,
  clock: Pick<typeof deadline.$inferSelect, "id" | "caseId" | "clientId" | "dueOn" | "timeZone">,
  { kind, key, clients, staff }: ToTell,
): Promise<void> {
  const { id: deadlineId, caseId, clientId, dueOn, timeZone } = clock;
  for (const userId of [...clients, ...staff]) {
    await ctx.db
      .insert(notice)
      .values({ id: newId(), userId, kind, key, deadlineId, caseId, clientId, dueOn, createdAt: ctx.now })
      .onConflictDoNothing();
    await queueMail(ctx, {
      kind: MAIL_KINDS[kind],
      toUserId: userId,
      ...{ caseId, clientId, key: `${key}:${userId}`, context: { dueOn, timeZone } },
    });
  }
}

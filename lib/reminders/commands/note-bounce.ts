import "server-only";
import { writeAudit } from "@/lib/audit/write";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { writeTask } from "@/lib/tasks/commands/write-task";

/** What somebody was to be told about a case reached nobody: a task for who has the file, once for each mail. */
export async function noteBounce(ctx: ActorContext, mailId: string, caseId: string): Promise<void> {
  const file = await getCaseForUpdate(ctx, caseId);
  const { entries } = await writeTask(ctx, file, {
    title: "A mail did not arrive: reach them another way",
    note: "Settings, Outbox says which mail. The address may be wrong, or the mailbox full.",
    ...{ origin: "mail_bounce", originKey: `bounce:${mailId}` },
  });
  await writeAudit(ctx, entries);
}

import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { openDuties } from "@/lib/closing/commands/open-duties";
import { endingAt } from "@/lib/closing/rules";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { deadline, expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { endHold, voidLetters } from "@/lib/processing/commands/end-letters";
import { getFirmDay } from "../queries";
import type { LockedCase } from "../types";
import { stepCase } from "./step-case";

/** Clocks that outlive a withdrawal: what the firm still owes the client. */
const OWED = ["closing", "file_transfer"] as const;

/** The retainer ends with the withdrawal: the firm's closing duties run from today. */
async function beginDuties(ctx: ActorContext, file: LockedCase): Promise<AuditEntry[]> {
  const ending = endingAt(file.stage);
  if (ending === null) return [];
  const { today: from } = await getFirmDay(ctx);
  return openDuties(ctx, file, { ending, from });
}

/**
 * Ends a case by decision: steps it, and takes it out of everything that counts on (open deadlines, a live
 * profile that a round could match, an open invitation). Returns the audit entries to hand to `audited`.
 */
export async function endCase(
  ctx: ActorContext,
  file: LockedCase,
  to: "CLOSED" | "WITHDRAWN",
  reason: string,
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const step = await stepCase(ctx, file, to, { reason });
  const subject = { object: { kind: "case", id: file.id }, caseId: file.id, clientId: file.clientId };
  await ctx.db
    .update(deadline)
    .set({ state: "void", closedAt: ctx.now })
    .where(
      and(
        eq(deadline.caseId, file.id),
        eq(deadline.state, "open"),
        to === "WITHDRAWN" ? notInArray(deadline.kind, [...OWED]) : undefined,
      ),
    );
  const letters = await voidLetters(ctx, file);
  await endHold(ctx, file);
  const profiles = await ctx.db
    .update(expressEntryProfile)
    .set({ status: "withdrawn", withdrawnAt: ctx.now })
    .where(and(eq(expressEntryProfile.caseId, file.id), eq(expressEntryProfile.status, "live")))
    .returning({ number: expressEntryProfile.profileNumber });
  await ctx.db
    .update(invitation)
    .set({ status: "cancelled", closedAt: ctx.now })
    .where(and(eq(invitation.caseId, file.id), eq(invitation.status, "open")));
  await ctx.db
    .update(caseFile)
    .set({ closedAt: ctx.now, plannedSubmissionOn: null })
    .where(eq(caseFile.id, file.id));
  const ended: AuditEntry = { event: "case.closed", ...subject, detail: { as: to, reason } };
  const withdrawn = profiles.map(({ number }): AuditEntry => ({
    event: "profile.withdrawn",
    ...subject,
    detail: { number },
  }));
  const duties = to === "WITHDRAWN" ? await beginDuties(ctx, file) : [];
  return [ended, step, ...withdrawn, ...letters, ...duties];
}

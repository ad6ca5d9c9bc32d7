import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, clientApproval, signOff } from "@/lib/db/schema/cases";
import { expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { InvitationDto } from "../types";

type Ending = { status: "declined" | "expired"; reason: string | null };

/**
 * Closes an open invitation that leads to no application: its clock, its sign-off and approval, and its profile,
 * which is live again after a decline in time (IRPA 10.1(7)) and dead after a lapse (IRPA 10.1(6)).
 */
export async function endInvitation(
  ctx: ActorContext,
  file: LockedCase,
  open: InvitationDto,
  ending: Ending,
): Promise<void> {
  await ctx.db
    .update(invitation)
    .set({
      status: ending.status,
      declinedReason: ending.reason,
      closedAt: ctx.now,
      version: sql`${invitation.version} + 1`,
    })
    .where(and(eq(invitation.id, open.id), eq(invitation.status, "open")));
  await closeDeadline(
    ctx,
    file,
    { kind: "ita", sourceId: open.id },
    ending.status === "expired" ? "missed" : "void",
  );
  await ctx.db
    .update(signOff)
    .set({ withdrawnAt: ctx.now })
    .where(and(eq(signOff.caseId, file.id), isNull(signOff.withdrawnAt)));
  await ctx.db
    .update(clientApproval)
    .set({ withdrawnAt: ctx.now })
    .where(and(eq(clientApproval.caseId, file.id), isNull(clientApproval.withdrawnAt)));
  await ctx.db
    .update(expressEntryProfile)
    .set({
      status: ending.status === "declined" ? "live" : "expired",
      version: sql`${expressEntryProfile.version} + 1`,
    })
    .where(
      and(
        eq(expressEntryProfile.id, open.profileId),
        // A profile whose year is over meanwhile does not live again; a lapse ends it whenever its year ends.
        ending.status === "declined" ? gt(expressEntryProfile.expiresAt, ctx.now) : undefined,
      ),
    );
  await ctx.db
    .update(caseFile)
    .set({ plannedSubmissionOn: null, updatedAt: ctx.now })
    .where(eq(caseFile.id, file.id));
}

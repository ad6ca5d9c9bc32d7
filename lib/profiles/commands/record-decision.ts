import "server-only";
import { getDecisionFigures } from "@/lib/assessment/decision/queries";
import type { DecisionKind } from "@/lib/assessment/decision/types";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { invitationDecision } from "@/lib/db/schema/decisions";
import { newId } from "@/lib/ids/id";

interface Decided {
  invitationId: string;
  decision: DecisionKind;
  reason: string;
}

/** Keeps what was decided about an invitation, why, and the figures of the moment. Call it before the case moves on. */
export async function recordDecision(
  ctx: ActorContext,
  file: LockedCase,
  { invitationId, decision, reason }: Decided,
): Promise<void> {
  await ctx.db.insert(invitationDecision).values({
    ...{ id: newId(), caseId: file.id, clientId: file.clientId, invitationId, decision, reason },
    figures: await getDecisionFigures(ctx, file),
    decidedBy: ctx.actor.kind === "system" ? file.ownerId : ctx.actor.userId,
    decidedAt: ctx.now,
  });
}

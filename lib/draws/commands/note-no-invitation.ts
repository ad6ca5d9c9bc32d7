import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getAllCasesForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { round } from "@/lib/db/schema/pool";
import { roundNoInvitation } from "@/lib/db/schema/replays";
import { invalid, notFound } from "@/lib/errors/app-error";
import { canForAll } from "@/lib/policy/can";
import { noteNoInvitationInput } from "../replay/schemas";

/** Keeps what somebody saw in the accounts: the round sent these clients no ITA, whatever the rules say. */
export const noteNoInvitation = defineCommand({
  name: "round.note-no-invitation",
  openTo: ["staff"],
  input: noteNoInvitationInput,
  load: (ctx, { caseIds }) => getAllCasesForUpdate(ctx, caseIds),
  authorise: (actor, files) => canForAll(actor, "invitation.record", files),
  async execute(ctx, files, { roundId, reason }) {
    const [found] = await ctx.db.select({ id: round.id }).from(round).where(eq(round.id, roundId));
    if (!found || ctx.actor.kind !== "staff") throw notFound();
    const noted = { roundId, reason, notedBy: ctx.actor.userId, notedAt: ctx.now };
    const written = await ctx.db
      .insert(roundNoInvitation)
      .values(files.map(({ id: caseId, clientId }) => ({ ...noted, caseId, clientId })))
      .onConflictDoNothing()
      .returning({ caseId: roundNoInvitation.caseId });
    const entries = files
      .filter(({ id }) => written.some(({ caseId }) => caseId === id))
      .map((file) => ({
        event: "round.no_invitation_noted" as const,
        object: { kind: "round", id: roundId },
        ...{ caseId: file.id, clientId: file.clientId },
        detail: { reason },
      }));
    const [first, ...rest] = entries;
    if (!first) throw invalid("Nothing to do.", { caseIds: "This is noted already." });
    return audited({ noted: entries.length }, first, ...rest);
  },
});

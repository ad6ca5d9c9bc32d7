import "server-only";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { getAllCasesForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { caseFile } from "@/lib/db/schema/cases";
import { roundReplay, roundReplayLine } from "@/lib/db/schema/replays";
import { AppError, conflict, invalid, notFound } from "@/lib/errors/app-error";
import { canForAll } from "@/lib/policy/can";
import { writeInvitation } from "@/lib/profiles/commands/write-invitation";
import { isCategoryRound } from "../rules";
import { recordInvitationsInput } from "../replay/schemas";

/** The lines of the newest judged replay of a round, by case. */
async function reachedLines(ctx: ActorContext, roundId: string, caseIds: readonly string[]) {
  const [replay] = await ctx.db
    .select({ id: roundReplay.id, program: roundReplay.program })
    .from(roundReplay)
    .where(and(eq(roundReplay.roundId, roundId), isNotNull(roundReplay.judgedAt)))
    .orderBy(desc(roundReplay.requestedAt))
    .limit(1);
  if (!replay) throw conflict("This round has not been replayed. Replay it, and look at who it reached.");
  const lines = await ctx.db
    .select()
    .from(roundReplayLine)
    .where(and(eq(roundReplayLine.replayId, replay.id), inArray(roundReplayLine.caseId, [...caseIds])));
  return { program: replay.program, lineOf: new Map(lines.map((line) => [line.caseId, line])) };
}

/** Names the client whose invitation is refused, beside the reason. */
async function refusalFor(ctx: ActorContext, file: LockedCase, refusal: AppError): Promise<AppError> {
  const [row] = await ctx.db
    .select({ name: caseFile.displayName })
    .from(caseFile)
    .where(eq(caseFile.id, file.id));
  const why = Object.values(refusal.fieldErrors)[0] ?? refusal.message;
  return invalid("No invitation was recorded.", { caseIds: `${row?.name ?? file.number}: ${why}` });
}

/**
 * Records the invitations of a round for several clients whom it reached, all or none: each opens its own 60 days and
 * tells its client and its consultant. Class and score are those of the replay.
 */
export const recordInvitations = defineCommand({
  name: "round.record-invitations",
  openTo: ["staff"],
  input: recordInvitationsInput,
  load: (ctx, { caseIds }) => getAllCasesForUpdate(ctx, caseIds),
  authorise: (actor, files) => canForAll(actor, "invitation.record", files),
  async execute(ctx, files, { roundId, receivedAt, shownExpiry }) {
    const { program, lineOf } = await reachedLines(
      ctx,
      roundId,
      files.map(({ id }) => id),
    );
    const entries: AuditEntry[] = [];
    for (const file of files) {
      const line = lineOf.get(file.id);
      if (line?.outcome !== "reached" || line.invitationClass === null || line.score === null) {
        throw invalid("No invitation was recorded.", {
          caseIds: `${file.number}: by its replay the round did not reach this client. Record it on the file itself.`,
        });
      }
      const input = {
        ...{ receivedAt, shownExpiry, roundId, invitationClass: line.invitationClass, crsScore: line.score },
        category: isCategoryRound(program) ? program : null,
      };
      try {
        entries.push(...(await writeInvitation(ctx, file, input)).entries);
      } catch (error) {
        throw error instanceof AppError ? await refusalFor(ctx, file, error) : error;
      }
    }
    const [first, ...rest] = entries;
    if (!first) throw notFound();
    return audited({ recorded: files.length }, first, ...rest);
  },
});

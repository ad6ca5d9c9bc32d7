import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { visibleCases } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { findOpenInvitation } from "@/lib/profiles/queries";
import { canApprove, canRecordSubmission, canSignOff, type SubmissionState, type Word } from "./rules";
import type { SubmissionDto } from "./types";
import { visibleApprovals, visibleSignOffs, visibleSubmissions } from "./visibility";

type Said = ReturnType<typeof visibleSignOffs> | ReturnType<typeof visibleApprovals>;

async function findLatest(ctx: ActorContext, said: Said, caseId: string): Promise<Word | null> {
  const [latest] = await ctx.db
    .select({ factsVersion: said.factsVersion, at: said.at, byName: said.byName })
    .from(said)
    .where(and(eq(said.caseId, caseId), isNull(said.withdrawnAt)))
    .orderBy(desc(said.at))
    .limit(1);
  return latest ?? null;
}

/** Where a case stands on its way to IRCC: counts, the two words, the facts' version. */
export async function getSubmissionState(ctx: ActorContext, caseId: string): Promise<SubmissionState> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({
      stage: cases.stage,
      requiredCount: cases.requiredCount,
      acceptedCount: cases.acceptedCount,
      factsVersion: cases.factsVersion,
    })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!file) throw notFound();
  return {
    ...file,
    signOff: await findLatest(ctx, visibleSignOffs(ctx), caseId),
    approval: await findLatest(ctx, visibleApprovals(ctx), caseId),
  };
}

export async function getSubmission(ctx: ActorContext, caseId: string): Promise<SubmissionDto> {
  const state = await getSubmissionState(ctx, caseId);
  const open = await findOpenInvitation(ctx, caseId);
  const submissions = visibleSubmissions(ctx);
  const [sent] = await ctx.db
    .select({ at: submissions.submittedAt, confirmationNumber: submissions.confirmationNumber })
    .from(submissions)
    .where(eq(submissions.caseId, caseId))
    .orderBy(desc(submissions.submittedAt))
    .limit(1);
  return {
    caseId,
    state,
    submitted: sent ?? null,
    window: open && { receivedAt: open.receivedAt, deadlineDate: open.deadlineDate, timeZone: open.timeZone },
    steps: { signOff: canSignOff(state), approve: canApprove(state), record: canRecordSubmission(state) },
  };
}

import "server-only";
import { and, count, desc, eq, isNull } from "drizzle-orm";
import { visibleCases } from "@/lib/cases/visibility";
import type { CaseStage } from "@/lib/cases/types";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { listFrozenPackages } from "@/lib/packages/queries";
import { findOpenInvitation } from "@/lib/profiles/queries";
import { findSignedFigures, getProofFigures } from "@/lib/proof/queries";
import { unprovenWords } from "@/lib/proof/rules";
import { canApprove, canRecordSubmission, canSignOff, type SubmissionState, type Word } from "./rules";
import type { SubmissionDto, SubmissionProof } from "./types";
import { visibleApprovals, visibleObjections, visibleSignOffs, visibleSubmissions } from "./visibility";

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

async function countOpenObjections(ctx: ActorContext, caseId: string): Promise<number> {
  const objections = visibleObjections(ctx);
  const [counted] = await ctx.db
    .select({ n: count() })
    .from(objections)
    .where(and(eq(objections.caseId, caseId), isNull(objections.answeredAt)));
  return counted?.n ?? 0;
}

/** What a sign-off would rest on now, and what it was signed on; null for whom proofs are not, or while none is due. */
async function findProof(
  ctx: ActorContext,
  caseId: string,
  stage: CaseStage,
): Promise<SubmissionProof | null> {
  if (!isStaffContext(ctx) || ctx.actor.role === "administrator") return null;
  const signed = await findSignedFigures(ctx, caseId);
  const isDue = stage === "APPLICATION_PREPARATION" || stage === "READY_TO_SUBMIT";
  if (!isDue) return signed && { now: null, signed };
  const figures = await getProofFigures(ctx, caseId);
  const { claimed, proven, cutOff } = figures;
  return {
    now: { claimed, proven, cutOff: cutOff?.score ?? null, unproven: unprovenWords(figures) },
    signed,
  };
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
    openObjections: await countOpenObjections(ctx, caseId),
  };
}

export async function getSubmission(ctx: ActorContext, caseId: string): Promise<SubmissionDto> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db.select({ number: cases.number }).from(cases).where(eq(cases.id, caseId));
  if (!file) throw notFound();
  const state = await getSubmissionState(ctx, caseId);
  const open = await findOpenInvitation(ctx, caseId);
  const packages = isStaffContext(ctx) ? await listFrozenPackages(ctx, caseId) : [];
  const submissions = visibleSubmissions(ctx);
  const [sent] = await ctx.db
    .select({
      id: submissions.id,
      at: submissions.submittedAt,
      confirmationNumber: submissions.confirmationNumber,
      packageId: submissions.packageId,
    })
    .from(submissions)
    .where(eq(submissions.caseId, caseId))
    .orderBy(desc(submissions.submittedAt))
    .limit(1);
  return {
    caseId,
    number: file.number,
    state,
    packages,
    submitted: sent
      ? {
          id: sent.id,
          at: sent.at,
          confirmationNumber: sent.confirmationNumber,
          packageNumber: packages.find(({ id }) => id === sent.packageId)?.number ?? null,
        }
      : null,
    proof: await findProof(ctx, caseId, state.stage),
    window: open && { receivedAt: open.receivedAt, deadlineDate: open.deadlineDate, timeZone: open.timeZone },
    steps: { signOff: canSignOff(state), approve: canApprove(state), record: canRecordSubmission(state) },
  };
}

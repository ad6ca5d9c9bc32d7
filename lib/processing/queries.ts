import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { getFileWithFacts, getFirmDay, listCaseDocuments } from "@/lib/cases/queries";
import type { CaseStage } from "@/lib/cases/types";
import { listRequirements } from "@/lib/checklist/queries";
import type { ClientContext, StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { biometricsPeople } from "@/lib/express-entry/processing/biometrics";
import { bridgingPermit } from "@/lib/express-entry/processing/bridging-permit";
import { decisionStandardOn } from "@/lib/express-entry/processing/letter-dates";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { getCaseFacts } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { getSubmission } from "@/lib/submission/queries";
import { progressOf } from "./line/rules";
import { headlineOf, isWithIrcc, stepsOf, tracksFrom } from "./rules";
import type {
  ApplicationDto,
  ApplicationView,
  ClientView,
  DocumentRef,
  LetterDto,
  ProcessingPage,
  ProgressLine,
  StepDto,
} from "./types";
import {
  visibleApplications,
  visibleLetters,
  visibleOwnApplications,
  visibleOwnLetters,
  visibleOwnSteps,
  visibleSteps,
} from "./visibility";

/** Every application of a case, newest first. */
async function listApplications(ctx: StaffContext, caseId: string): Promise<ApplicationDto[]> {
  const applications = visibleApplications(ctx);
  return ctx.db
    .select()
    .from(applications)
    .where(eq(applications.caseId, caseId))
    .orderBy(desc(applications.createdAt), desc(applications.id));
}

/**
 * The application of the case's newest submission that IRCC has acknowledged; null: it has not. One that was returned
 * is history, once a new profile is prepared.
 */
export async function findApplication(ctx: StaffContext, caseId: string): Promise<ApplicationDto | null> {
  const submissionId = (await getSubmission(ctx, caseId)).submitted?.id ?? null;
  return (await listApplications(ctx, caseId)).find((one) => one.submissionId === submissionId) ?? null;
}

const refOf = (id: string | null, title: string | null): DocumentRef | null =>
  id === null ? null : { id, title: title ?? "" };

/** The letters of a case, newest first, with what each asks the client for. */
async function listLetters(
  ctx: StaffContext,
  caseId: string,
): Promise<(LetterDto & { applicationId: string })[]> {
  const letters = visibleLetters(ctx);
  const rows = await ctx.db
    .select()
    .from(letters)
    .where(eq(letters.caseId, caseId))
    .orderBy(desc(letters.letterOn), desc(letters.createdAt), desc(letters.id));
  const lines = rows.length === 0 ? [] : await listRequirements(ctx, caseId);
  return rows.map(({ documentId, documentTitle, proofDocumentId, proofTitle, ...row }) => ({
    ...row,
    document: refOf(documentId, documentTitle),
    proof: refOf(proofDocumentId, proofTitle),
    items: lines
      .filter(({ letterId }) => letterId === row.id)
      .map(({ id, title, state }) => ({ id, title, state })),
  }));
}

async function listSteps(
  ctx: StaffContext,
  caseId: string,
): Promise<(StepDto & { applicationId: string })[]> {
  const steps = visibleSteps(ctx);
  const rows = await ctx.db
    .select()
    .from(steps)
    .where(eq(steps.caseId, caseId))
    .orderBy(desc(steps.at), desc(steps.id));
  return rows.map(({ documentId, documentTitle, mailId, ...row }) => ({
    ...row,
    document: refOf(documentId, documentTitle),
    clientTold: mailId !== null,
  }));
}

/** Each application of a case with its tracks, letters and history, newest first. */
async function listViews(ctx: StaffContext, caseId: string): Promise<ApplicationView[]> {
  const applications = await listApplications(ctx, caseId);
  if (applications.length === 0) return [];
  const letters = await listLetters(ctx, caseId);
  const steps = await listSteps(ctx, caseId);
  return applications.map((one) => {
    const own = steps.filter(({ applicationId }) => applicationId === one.id);
    return {
      ...one,
      tracks: tracksFrom(own),
      letters: letters.filter(({ applicationId }) => applicationId === one.id),
      steps: own,
    };
  });
}

/** What follows from the facts: who gives biometrics, whether a bridging permit can be asked for. */
async function readDerived(
  ctx: StaffContext,
  caseId: string,
  current: ApplicationDto | null,
  stage: CaseStage,
) {
  if (current === null || !isWithIrcc(stage)) return { biometrics: [], permit: null };
  const { today } = await getFirmDay(ctx);
  const facts = await getCaseFacts(ctx, caseId);
  const passedOn = current.completeness === "passed" ? current.checkedOn : null;
  return {
    biometrics: biometricsPeople(facts, current.receivedOn),
    permit: bridgingPermit(facts, passedOn, today),
  };
}

/** A case after its submission. NOT_FOUND for a missing or invisible case, FORBIDDEN for who reads no facts. */
export async function getProcessingPage(ctx: StaffContext, number: string): Promise<ProcessingPage> {
  const file = await getFileWithFacts(ctx, number);
  const { today, timeZone } = await getFirmDay(ctx);
  const { submitted } = await getSubmission(ctx, file.id);
  const views = await listViews(ctx, file.id);
  const current = views.find(({ submissionId }) => submissionId === submitted?.id) ?? null;
  const mayDo = isAllowed(ctx.actor, "application.record", file) && submitted !== null;
  const steps = mayDo ? stepsOf(file.stage, current) : [];
  return {
    ...{ caseId: file.id, number: file.number, stage: file.stage, today, timeZone, current, steps },
    sent: submitted && {
      number: submitted.confirmationNumber,
      on: dateInZone(submitted.at, timeZone),
    },
    earlier: views.filter(({ id }) => id !== current?.id),
    headline: headlineOf({
      stage: file.stage,
      application: current,
      tracks: current?.tracks ?? [],
      letters: current?.letters ?? [],
    }),
    ...(await readDerived(ctx, file.id, current, file.stage)),
    standardOn: current && current.decision === null ? decisionStandardOn(current.receivedOn) : null,
    documents: steps.length > 0 ? await listCaseDocuments(ctx, file.id) : [],
  };
}

/** A case's application in one short line, for its head; null while IRCC has acknowledged none. */
export async function findProgress(ctx: StaffContext, number: string): Promise<ProgressLine | null> {
  const { id } = await getFileWithFacts(ctx, number);
  const application = await findApplication(ctx, id);
  if (application === null) return null;
  const letters = visibleLetters(ctx);
  const { kind, state, dueOn } = letters;
  const open = await ctx.db
    .select({ kind, state, dueOn })
    .from(letters)
    .where(and(eq(letters.applicationId, application.id), eq(letters.state, "open")));
  const steps = (await listSteps(ctx, id)).filter(({ applicationId }) => applicationId === application.id);
  return progressOf({ application, tracks: tracksFrom(steps), letters: open });
}

/** One letter of a case; NOT_FOUND for another case's. */
export async function getLetter(ctx: StaffContext, caseId: string, letterId: string) {
  const letter = (await listLetters(ctx, caseId)).find(({ id }) => id === letterId);
  if (!letter) throw notFound();
  return letter;
}

/** What the client is told of their application; null while it has not been sent. */
export async function findClientView(
  ctx: ClientContext,
  caseId: string,
  stage: CaseStage,
): Promise<ClientView | null> {
  const { submitted } = await getSubmission(ctx, caseId);
  if (submitted === null) return null;
  const applications = visibleOwnApplications(ctx);
  const [current] = await ctx.db
    .select()
    .from(applications)
    .where(and(eq(applications.caseId, caseId), eq(applications.submissionId, submitted.id)));
  if (!current) return null;
  const letters = visibleOwnLetters(ctx);
  const open = await ctx.db
    .select()
    .from(letters)
    .where(and(eq(letters.applicationId, current.id), eq(letters.state, "open")))
    .orderBy(letters.dueOn, letters.id);
  const steps = visibleOwnSteps(ctx);
  const done = await ctx.db
    .select()
    .from(steps)
    .where(and(eq(steps.applicationId, current.id), ne(steps.kind, "permit_applied")))
    .orderBy(desc(steps.at), desc(steps.id));
  const tracks = tracksFrom(done);
  return {
    headline: headlineOf({ stage, application: current, tracks, letters: open }),
    number: current.number,
    tracks,
    letters: open,
    confirmationUntil: current.confirmationUntil,
    steps: done,
  };
}

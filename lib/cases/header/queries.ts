import "server-only";
import { eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { StaffActor } from "@/lib/policy/actor";
import { isAllowed, type CaseFactsForPolicy } from "@/lib/policy/can";
import { findNextLeave } from "@/lib/users/leave/queries";
import { colleagueOf, getColleagueName, getFirmDay } from "../queries";
import { canStep, factsAreOpen, stepsFrom, WINDOW_STAGES } from "../rules";
import type { CaseAllowed, CaseHeader, CaseStage, DeadlineKind, FirmDay, InvitationClass } from "../types";
import { visibleCaseHeads, visibleCaseRows, visibleColleagues } from "../visibility";

/** Policy and state in one answer, for buttons that never disagree with commands. */
function caseAllowed(
  actor: StaffActor,
  file: CaseFactsForPolicy & { stage: CaseStage; accountStatus: CaseHeader["accountStatus"] },
): CaseAllowed {
  const may = (permission: Parameters<typeof isAllowed>[1]) => isAllowed(actor, permission, file);
  const inWindow = WINDOW_STAGES.some((stage) => stage === file.stage);
  return {
    edit: may("case.edit") && factsAreOpen(file.stage).allowed,
    assign: may("case.assign") && file.stage !== "CLOSED",
    plan: may("case.edit") && inWindow,
    close: may("case.close") && canStep(file.stage, "CLOSED").allowed,
    withdraw: may("case.close") && canStep(file.stage, "WITHDRAWN").allowed,
    inviteClient:
      may("client.invite") &&
      (file.accountStatus === null || file.accountStatus === "invited") &&
      file.stage !== "CLOSED",
    readFacts: may("facts.read"),
    listDocuments: may("document.list"),
    review: may("document.review"),
    readMessages: may("message.read"),
    sendMessages: may("message.send"),
    readTimeline: may("case.timeline"),
    readTasks: may("task.read"),
    recordProfile: may("profile.record"),
    recordInvitation: may("invitation.record"),
    decideInvitation: may("invitation.decide"),
    signOff: may("submission.signOff"),
    recordSubmission: may("submission.record"),
  };
}

/** What the head of the case and its tabs show. Three queries. */
export async function getCaseHeader(ctx: StaffContext, number: string): Promise<CaseHeader> {
  const cases = visibleCaseRows(ctx);
  const heads = visibleCaseHeads(ctx);
  const owners = visibleColleagues(ctx);
  const [found] = await ctx.db
    .select()
    .from(cases)
    .innerJoin(heads, eq(heads.caseId, cases.id))
    .innerJoin(owners, eq(owners.id, cases.ownerId))
    .where(eq(cases.number, number));
  if (!found) throw notFound();
  const { visible_case_row: file, visible_case_head: head, visible_colleague: owner } = found;
  const day = await getFirmDay(ctx);
  const policyFacts = { ...file, accountStatus: head.accountStatus };
  return {
    id: file.id,
    number: file.number,
    displayName: file.displayName,
    stage: file.stage,
    heldOn: file.heldOn,
    wasSent: head.wasSent,
    source: file.source,
    enquiryNote: file.enquiryNote,
    clientId: file.clientId,
    clientEmail: head.clientEmail,
    clientPhone: head.clientPhone,
    clientVersion: head.clientVersion,
    accountStatus: head.accountStatus,
    mine: file.ownerId === ctx.actor.userId,
    program: file.program,
    nocCode: file.nocCode,
    crsScore: file.crsScore,
    plannedSubmissionOn: file.plannedSubmissionOn,
    requiredCount: file.requiredCount,
    acceptedCount: file.acceptedCount,
    reviewCount: file.reviewCount,
    returnedCount: file.returnedCount,
    documentCount: head.documentCount,
    unreadCount: head.unreadCount,
    taskCount: head.taskCount,
    version: file.version,
    stageSince: dateInZone(file.stageSince, day.timeZone),
    owner: { ...colleagueOf(owner), away: await findAbsence(ctx, owner.id, day) },
    window: windowOf(head, day),
    profile: profileOf(head, day),
    nextDeadline: nextDeadlineOf(file),
    day,
    allowed: caseAllowed(ctx.actor, policyFacts),
    allowedSteps: stepsFrom(file.stage)
      .filter((step) => isAllowed(ctx.actor, step.permission, file))
      .map((step) => step.name),
  };
}

/** The owner's absence where it is near enough to matter, with who stands in. */
async function findAbsence(
  ctx: StaffContext,
  ownerId: string,
  { today }: FirmDay,
): Promise<CaseHeader["owner"]["away"]> {
  const leave = await findNextLeave(ctx, ownerId, today);
  if (leave === null) return null;
  const cover = leave.coverUserId === null ? null : await getColleagueName(ctx, leave.coverUserId);
  return { from: leave.fromOn, to: leave.toOn, cover };
}

function windowOf(
  head: {
    invitedOn: string | null;
    windowEndsOn: string | null;
    invitationClass: InvitationClass | null;
    invitedAtScore: number | null;
    windowConfirmedAt: Date | null;
  },
  day: FirmDay,
): CaseHeader["window"] {
  const { invitedOn, windowEndsOn, invitationClass, invitedAtScore } = head;
  if (invitedOn === null || windowEndsOn === null || invitationClass === null || invitedAtScore === null)
    return null;
  return {
    invitedOn,
    endsOn: windowEndsOn,
    day: daysBetween(invitedOn, day.today),
    invitationClass,
    score: invitedAtScore,
    confirmed: head.windowConfirmedAt !== null,
  };
}

function profileOf(
  head: { profileNumber: string | null; profileExpiresAt: Date | null; profileScore: number | null },
  day: FirmDay,
): CaseHeader["profile"] {
  const { profileNumber, profileExpiresAt, profileScore } = head;
  if (profileNumber === null || profileExpiresAt === null || profileScore === null) return null;
  return {
    number: profileNumber,
    expiresOn: dateInZone(profileExpiresAt, day.timeZone),
    score: profileScore,
  };
}

function nextDeadlineOf(file: {
  nextDeadlineOn: string | null;
  nextDeadlineKind: string | null;
}): CaseHeader["nextDeadline"] {
  if (file.nextDeadlineOn === null || file.nextDeadlineKind === null) return null;
  // Written by the trigger from deadline.kind.
  return { on: file.nextDeadlineOn, kind: file.nextDeadlineKind as DeadlineKind };
}

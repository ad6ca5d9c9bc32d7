import "server-only";
import { and, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile, message, type CaseStage } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { publicAssessment } from "@/lib/db/schema/enquiries";
import { person } from "@/lib/db/schema/facts";
import { deadline } from "@/lib/db/schema/pool";

/** Stages in which the next step is the firm's. */
const OUR_MOVE: CaseStage[] = [
  "ENQUIRY",
  "CONSULTATION",
  "RETAINER_PENDING",
  "RETAINED",
  "ASSESSMENT",
  "PROFILE_PREPARATION",
  "ITA_EXPIRED",
  "REJECTED_INCOMPLETE",
];

/** A queue is personal: the cases one owns, even where one may see more. */
function mine(ctx: StaffContext) {
  return and(caseVisibleTo(ctx.actor), eq(caseFile.ownerId, ctx.actor.userId));
}

/** What every row of the queue says about its case. */
const aboutCase = {
  number: caseFile.number,
  displayName: caseFile.displayName,
  nextDeadlineOn: caseFile.nextDeadlineOn,
  nextDeadlineKind: caseFile.nextDeadlineKind,
};

/** Live required checklist items of my cases. */
function liveItemOf(ctx: StaffContext) {
  return and(mine(ctx), eq(requirement.required, true), eq(requirement.noLongerNeeded, false));
}

/** Documents that wait for the owner's review. */
export function visibleReviewTasks(ctx: StaffContext) {
  return ctx.db
    .select({
      ...aboutCase,
      requirementId: requirement.id,
      title: requirement.title,
      receivedAt: requirement.receivedAt,
      decidedAt: requirement.decidedAt,
      personName: person.givenName,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .leftJoin(person, eq(person.id, requirement.personId))
    .where(and(liveItemOf(ctx), inArray(requirement.state, ["received", "in_review"])))
    .as("visible_review_task");
}

/** Documents that went back to the client and have not come again since `before`. */
export function visibleStalledTasks(ctx: StaffContext, before: Date) {
  return ctx.db
    .select({
      ...aboutCase,
      requirementId: requirement.id,
      title: requirement.title,
      decidedAt: requirement.decidedAt,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(and(liveItemOf(ctx), eq(requirement.state, "returned"), lt(requirement.decidedAt, before)))
    .as("visible_stalled_task");
}

/** Cases with unread words of the client; the oldest unread message of each. */
export function visibleReplyTasks(ctx: StaffContext) {
  return ctx.db
    .selectDistinctOn([message.caseId], {
      ...aboutCase,
      caseId: message.caseId,
      body: message.body,
      since: sql<Date>`${message.createdAt}`.mapWith(message.createdAt).as("waiting_since"),
    })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .where(and(mine(ctx), eq(message.authorKind, "client"), isNull(message.readAt)))
    .orderBy(message.caseId, message.createdAt)
    .as("visible_reply_task");
}

/** Open windows that ask for a decision of the firm: the invitation itself, sign-off, sending, or few days left. */
export function visibleDecisionTasks(ctx: StaffContext, closingBy: string) {
  const complete = and(gt(caseFile.requiredCount, 0), eq(caseFile.acceptedCount, caseFile.requiredCount));
  return ctx.db
    .select({
      ...aboutCase,
      stage: caseFile.stage,
      requiredCount: caseFile.requiredCount,
      acceptedCount: caseFile.acceptedCount,
      stageSince: caseFile.stageSince,
    })
    .from(caseFile)
    .where(
      and(
        mine(ctx),
        inArray(caseFile.stage, [...WINDOW_STAGES]),
        or(ne(caseFile.stage, "APPLICATION_PREPARATION"), complete, lte(caseFile.nextDeadlineOn, closingBy)),
      ),
    )
    .as("visible_decision_task");
}

/** Dates other than the invitation's own that fall due by `until`: tests, profiles, letters. */
export function visibleDateTasks(ctx: StaffContext, until: string) {
  return ctx.db
    .select({
      ...aboutCase,
      deadlineId: deadline.id,
      kind: deadline.kind,
      title: deadline.title,
      rule: deadline.rule,
      dueOn: deadline.dueOn,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(and(mine(ctx), eq(deadline.state, "open"), ne(deadline.kind, "ita"), lte(deadline.dueOn, until)))
    .as("visible_date_task");
}

/** Cases whose next step is the firm's, by stage. */
export function visibleStepTasks(ctx: StaffContext) {
  return ctx.db
    .select({
      ...aboutCase,
      stage: caseFile.stage,
      stageSince: caseFile.stageSince,
      source: caseFile.source,
    })
    .from(caseFile)
    .where(and(mine(ctx), inArray(caseFile.stage, OUR_MOVE)))
    .as("visible_step_task");
}

/** Answers of the public assessment that wait at a file of mine to be compared with it. */
export function visibleAnswerTasks(ctx: StaffContext) {
  return ctx.db
    .select({ ...aboutCase, submissionId: publicAssessment.id, receivedAt: publicAssessment.receivedAt })
    .from(publicAssessment)
    .innerJoin(caseFile, eq(caseFile.id, publicAssessment.caseId))
    .where(and(mine(ctx), eq(publicAssessment.outcome, "matched"), isNull(publicAssessment.comparedAt)))
    .as("visible_answer_task");
}

/** Every open date of my cases, for the week ahead. */
export function visibleOwnDates(ctx: StaffContext) {
  return ctx.db
    .select({
      number: caseFile.number,
      displayName: caseFile.displayName,
      kind: deadline.kind,
      title: deadline.title,
      dueOn: deadline.dueOn,
      hard: deadline.hard,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(and(mine(ctx), eq(deadline.state, "open")))
    .as("visible_own_date");
}

/** My cases as the caseload counts them, and my open windows. */
export function visibleOwnCases(ctx: StaffContext) {
  return ctx.db
    .select({
      ...aboutCase,
      stage: caseFile.stage,
      requiredCount: caseFile.requiredCount,
      acceptedCount: caseFile.acceptedCount,
      plannedSubmissionOn: caseFile.plannedSubmissionOn,
    })
    .from(caseFile)
    .where(mine(ctx))
    .as("visible_own_case");
}

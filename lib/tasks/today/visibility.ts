import "server-only";
import { and, eq, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, sql, type SQL } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import { heldBy } from "@/lib/checklist/waiting/visibility";
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile, message, type CaseStage } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { publicAssessment } from "@/lib/db/schema/enquiries";
import { person } from "@/lib/db/schema/facts";
import { deadline, invitation } from "@/lib/db/schema/pool";
import { task, taskSnooze } from "@/lib/db/schema/tasks";
import { appUser } from "@/lib/db/schema/users";
import { tasksVisibleTo } from "../visibility";
import { HARD_TODAY_DAYS } from "./rules";

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

/** Whose queue it is, as of which day. */
export interface QueueOf {
  /** The person first, then the colleagues whom they stand in for. */
  hands: readonly string[];
  /** Whose put off things are left out; null: none are. */
  snoozer: string | null;
  /** A manager's: what only a colleague of the owner can do comes here. */
  managing: boolean;
  today: string;
}

/** A queue is personal: the cases in one's hands, even where one may see more. */
export function mine(ctx: StaffContext, { hands }: QueueOf) {
  return and(caseVisibleTo(ctx.actor), inArray(caseFile.ownerId, [...hands]));
}

/**
 * Which thing a row is, and how it stands. Put off by the snoozer until a later day, it is left out for as long as it
 * stands as it stood then.
 */
function identity(kind: string, id: SQL, mark: SQL, { snoozer, today }: QueueOf) {
  const key = sql<string>`${`${kind}-`}::text || ${id}::text`;
  const shown =
    snoozer === null
      ? undefined
      : sql`not exists (select from ${taskSnooze} s where s.user_id = ${snoozer} and s.queue_key = ${key}
          and s.mark = ${mark}::text and s.until_on > ${today}::date and s.ended_at is null)`;
  const columns = {
    key: key.as("thing_key"),
    thingId: sql<string>`${id}::text`.as("thing_id"),
    mark: sql<string>`${mark}::text`.as("thing_mark"),
    caseId: sql<string>`${caseFile.id}`.as("thing_case_id"),
    clientId: sql<string>`${caseFile.clientId}`.as("thing_client_id"),
    number: caseFile.number,
    displayName: caseFile.displayName,
    nextDeadlineOn: caseFile.nextDeadlineOn,
    nextDeadlineKind: caseFile.nextDeadlineKind,
  };
  return { columns, shown };
}

/** Live required checklist items of these cases. */
function liveItemOf(ctx: StaffContext, of: QueueOf) {
  return and(mine(ctx, of), eq(requirement.required, true), eq(requirement.noLongerNeeded, false));
}

/**
 * Invitations whose date was entered by one person and waits for another to read it in the letter: for the owner of the
 * case, or for every manager where it was the owner who entered it. Alone in the firm, one does both.
 */
export function visibleKeyThings(ctx: StaffContext, of: QueueOf) {
  const { columns, shown } = identity("key", sql`${invitation.id}`, sql`${invitation.version}`, of);
  const owns = inArray(caseFile.ownerId, [...of.hands]);
  const steps = of.managing ? eq(invitation.recordedBy, caseFile.ownerId) : sql`false`;
  const otherKeys = sql`exists (select from ${appUser} u where u.status = 'active' and u.role in ('consultant', 'manager')
    and u.id <> ${invitation.recordedBy})`;
  return ctx.db
    .select({
      ...columns,
      enteredBy: appUser.name,
      enteredAt: sql`${invitation.recordedAt}`.mapWith(invitation.recordedAt).as("entered_at"),
    })
    .from(invitation)
    .innerJoin(caseFile, eq(caseFile.id, invitation.caseId))
    .innerJoin(appUser, eq(appUser.id, invitation.recordedBy))
    .where(
      and(
        caseVisibleTo(ctx.actor),
        eq(invitation.status, "open"),
        isNull(invitation.confirmedAt),
        isNull(invitation.disputedAt),
        isNotNull(invitation.letterDocumentId),
        or(owns, steps),
        or(notInArray(invitation.recordedBy, of.hands.slice(0, 1)), sql`not ${otherKeys}`),
        shown,
      ),
    )
    .as("visible_key_thing");
}

/** Documents that wait for a review. */
export function visibleReviewThings(ctx: StaffContext, of: QueueOf) {
  const mark = sql`concat_ws(' ', ${requirement.state}, extract(epoch from ${requirement.receivedAt}))`;
  const { columns, shown } = identity("review", sql`${requirement.id}`, mark, of);
  return ctx.db
    .select({
      ...columns,
      requirementId: requirement.id,
      title: requirement.title,
      receivedAt: requirement.receivedAt,
      decidedAt: requirement.decidedAt,
      personName: person.givenName,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .leftJoin(person, eq(person.id, requirement.personId))
    .where(and(liveItemOf(ctx, of), inArray(requirement.state, ["received", "in_review"]), shown))
    .as("visible_review_thing");
}

/**
 * Cases with items that have lain with the client since before a moment, asked for or sent back, or with whoever issues
 * them for longer than is usual: the longest waiting of each, and how many there are.
 */
export function visibleStalledThings(ctx: StaffContext, of: QueueOf, before: Date) {
  // Noon, so that the day of an application is the same day in every zone of Canada.
  const applied = sql`(${requirement.appliedOn} + time '12:00') at time zone 'UTC'`;
  const since = sql`case when ${requirement.appliedOn} is not null then ${applied}
    when ${requirement.state} = 'returned' then ${requirement.decidedAt} else ${requirement.requestedAt} end`;
  const mark = sql`concat_ws(' ', ${requirement.id}, extract(epoch from ${since}))`;
  const { columns, shown } = identity("stalled", sql`${caseFile.id}`, mark, of);
  const withClient = and(
    isNull(requirement.appliedOn),
    or(
      and(eq(requirement.state, "returned"), lt(requirement.decidedAt, before)),
      and(eq(requirement.state, "requested"), lt(requirement.requestedAt, before)),
    ),
    heldBy("client"),
  );
  const withOther = and(
    inArray(requirement.state, ["to_request", "requested", "returned"]),
    sql`${requirement.appliedOn} + ${requirement.leadDays} < ${of.today}::date`,
  );
  const longest = ctx.db
    .selectDistinctOn([caseFile.id], {
      ...columns,
      title: requirement.title,
      kind: requirement.kind,
      leadDays: requirement.leadDays,
      since: sql`${since}`.mapWith(requirement.decidedAt).as("stalled_since"),
      items: sql<number>`(count(*) over (partition by ${caseFile.id}))::int`.as("items_stalled"),
      returned: sql<boolean>`${requirement.state} = 'returned'`.as("was_returned"),
      applied: sql<boolean>`${requirement.appliedOn} is not null`.as("was_applied_for"),
      shown: sql<boolean>`${shown ?? sql`true`}`.as("is_shown"),
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(and(liveItemOf(ctx, of), or(withClient, withOther)))
    .orderBy(caseFile.id, since, requirement.id)
    .as("longest_stalled");
  return ctx.db.select().from(longest).where(eq(longest.shown, true)).as("visible_stalled_thing");
}

/** Cases with words of the client that wait for an answer, read or not; of each the oldest, with the item it is about. */
export function visibleReplyThings(ctx: StaffContext, of: QueueOf) {
  const waiting = sql`(select count(*) from ${message} m where m.case_id = ${caseFile.id} and m.author_kind = 'client' and m.settled_at is null)`;
  const { columns, shown } = identity("reply", sql`${caseFile.id}`, waiting, of);
  return ctx.db
    .selectDistinctOn([message.caseId], {
      ...columns,
      body: message.body,
      item: message.requirementId,
      since: sql`${message.createdAt}`.mapWith(message.createdAt).as("waiting_since"),
    })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .where(and(mine(ctx, of), eq(message.authorKind, "client"), isNull(message.settledAt), shown))
    .orderBy(message.caseId, message.createdAt)
    .as("visible_reply_thing");
}

/** Open windows that ask for a decision of the firm: the invitation itself, sign-off, sending, or few days left. */
export function visibleDecisionThings(ctx: StaffContext, of: QueueOf, closingBy: string) {
  const complete = sql`(${caseFile.requiredCount} > 0 and ${caseFile.acceptedCount} = ${caseFile.requiredCount})`;
  const mark = sql`concat_ws(' ', ${caseFile.stage}, ${complete}, ${caseFile.nextDeadlineOn})`;
  const { columns, shown } = identity("decide", sql`${caseFile.id}`, mark, of);
  return ctx.db
    .select({
      ...columns,
      stage: caseFile.stage,
      requiredCount: caseFile.requiredCount,
      acceptedCount: caseFile.acceptedCount,
      stageSince: caseFile.stageSince,
    })
    .from(caseFile)
    .where(
      and(
        mine(ctx, of),
        inArray(caseFile.stage, [...WINDOW_STAGES]),
        or(ne(caseFile.stage, "APPLICATION_PREPARATION"), complete, lte(caseFile.nextDeadlineOn, closingBy)),
        shown,
      ),
    )
    .as("visible_decision_thing");
}

/** Dates other than the invitation's own that fall due by `until`: tests, profiles, letters. */
export function visibleDateThings(ctx: StaffContext, of: QueueOf, until: string) {
  const { columns, shown } = identity("date", sql`${deadline.id}`, sql`${deadline.version}`, of);
  const near = sql<boolean>`${deadline.dueOn} <= ${of.today}::date + case when ${deadline.hard} then ${HARD_TODAY_DAYS}::int else 0 end`;
  return ctx.db
    .select({
      ...columns,
      deadlineId: deadline.id,
      kind: deadline.kind,
      title: deadline.title,
      rule: deadline.rule,
      dueOn: deadline.dueOn,
      hard: deadline.hard,
      near: near.as("is_near"),
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(
      and(
        mine(ctx, of),
        eq(deadline.state, "open"),
        ne(deadline.kind, "ita"),
        lte(deadline.dueOn, until),
        shown,
      ),
    )
    .as("visible_date_thing");
}

/** Open tasks of these people that fall due by `until`, and those without a date. */
export function visibleTaskThings(ctx: StaffContext, of: QueueOf, until: string) {
  const { columns, shown } = identity("task", sql`${task.id}`, sql`${task.version}`, of);
  return ctx.db
    .select({
      ...columns,
      taskId: task.id,
      title: task.title,
      note: task.note,
      dueOn: task.dueOn,
      origin: task.origin,
      createdAt: task.createdAt,
      version: task.version,
      near: sql<boolean>`coalesce(${task.dueOn} <= ${of.today}::date, false)`.as("is_near"),
    })
    .from(task)
    .innerJoin(caseFile, eq(caseFile.id, task.caseId))
    .where(
      and(
        tasksVisibleTo(ctx.actor),
        inArray(task.assigneeId, [...of.hands]),
        eq(task.state, "open"),
        or(isNull(task.dueOn), lte(task.dueOn, until)),
        shown,
      ),
    )
    .as("visible_task_thing");
}

/** Cases whose next step is the firm's, by stage. */
export function visibleStepThings(ctx: StaffContext, of: QueueOf) {
  const { columns, shown } = identity("step", sql`${caseFile.id}`, sql`${caseFile.stage}`, of);
  return ctx.db
    .select({ ...columns, stage: caseFile.stage, stageSince: caseFile.stageSince })
    .from(caseFile)
    .where(and(mine(ctx, of), inArray(caseFile.stage, OUR_MOVE), shown))
    .as("visible_step_thing");
}

/** Answers of the public assessment that wait at one of these files to be compared with it. */
export function visibleAnswerThings(ctx: StaffContext, of: QueueOf) {
  const { columns, shown } = identity("answers", sql`${publicAssessment.id}`, sql`'waiting'`, of);
  return ctx.db
    .select({ ...columns, receivedAt: publicAssessment.receivedAt })
    .from(publicAssessment)
    .innerJoin(caseFile, eq(caseFile.id, publicAssessment.caseId))
    .where(
      and(mine(ctx, of), eq(publicAssessment.outcome, "matched"), isNull(publicAssessment.comparedAt), shown),
    )
    .as("visible_answer_thing");
}

import "server-only";
import { and, asc, count, eq, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { getFirmDay } from "@/lib/cases/queries";
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { FirmDay } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { isAllowed } from "@/lib/policy/can";
import {
  answerTask,
  byDue,
  CASELOAD,
  CLOSING_DAYS,
  dateTask,
  decisionTask,
  replyTask,
  reviewTask,
  STALLED_DAYS,
  stalledTask,
  stepTask,
} from "./rules";
import type {
  AgendaEntry,
  CaseloadLine,
  NavCounts,
  OwnWindow,
  Thing,
  ThingGroup,
  ThingList,
  Today,
} from "./types";
import {
  visibleAnswerTasks,
  visibleDateTasks,
  visibleDecisionTasks,
  visibleOwnCases,
  visibleOwnDates,
  visibleReplyTasks,
  visibleReviewTasks,
  visibleStalledTasks,
  visibleStepTasks,
} from "./visibility";

/** Counting stops here: nobody clears a thousand things today, and the count stays quick. */
const COUNT_BOUND = 999;
/** Rows shown of each kind; the rest is one link away. */
const SHOWN = 25;
const WEEK_ROWS = 40;
const WINDOW_ROWS = 12;
const MS_PER_DAY = 86_400_000;

/** The kinds of rows, each with its group. `windows` is for the navigation and is no thing to do. */
function sourcesOf(ctx: StaffContext, today: string) {
  const closingBy = addDays(today, CLOSING_DAYS);
  const stalledBefore = new Date(ctx.now.getTime() - STALLED_DAYS * MS_PER_DAY);
  return {
    decisions: visibleDecisionTasks(ctx, closingBy),
    reviews: visibleReviewTasks(ctx),
    replies: visibleReplyTasks(ctx),
    dates: visibleDateTasks(ctx, closingBy),
    stalled: visibleStalledTasks(ctx, stalledBefore),
    answers: visibleAnswerTasks(ctx),
    steps: visibleStepTasks(ctx),
  };
}

type Sources = ReturnType<typeof sourcesOf>;
type Kind = keyof Sources;
type Counts = Record<Kind | "windows", number>;

/** How many of each kind, up to the bound, in one query. */
async function countKinds(ctx: StaffContext, sources: Sources, today: string): Promise<Counts> {
  const one = { one: sql`1`.as("one") };
  const bounded = (rows: Sources[Kind]) => ctx.db.select(one).from(rows).limit(COUNT_BOUND).as("bounded");
  const part = (kind: Kind, rows: Sources[Kind]) =>
    ctx.db.select({ kind: sql<string>`${kind}::text`.as("kind"), n: count().as("n") }).from(bounded(rows));
  const own = visibleOwnCases(ctx);
  const closing = ctx.db
    .select(one)
    .from(own)
    .where(
      and(
        inArray(own.stage, [...WINDOW_STAGES]),
        gte(own.nextDeadlineOn, today),
        lte(own.nextDeadlineOn, addDays(today, CLOSING_DAYS)),
      ),
    )
    .limit(COUNT_BOUND)
    .as("bounded");
  const rows = await unionAll(
    part("decisions", sources.decisions),
    part("reviews", sources.reviews),
    part("replies", sources.replies),
    part("dates", sources.dates),
    part("stalled", sources.stalled),
    part("answers", sources.answers),
    part("steps", sources.steps),
    ctx.db.select({ kind: sql<string>`'windows'::text`.as("kind"), n: count().as("n") }).from(closing),
  );
  const of = (kind: Kind | "windows") => rows.find((row) => row.kind === kind)?.n ?? 0;
  return {
    decisions: of("decisions"),
    reviews: of("reviews"),
    replies: of("replies"),
    dates: of("dates"),
    stalled: of("stalled"),
    answers: of("answers"),
    steps: of("steps"),
    windows: of("windows"),
  };
}

function totalOf(counts: Counts): number {
  const { decisions, reviews, replies, dates, stalled, answers, steps } = counts;
  return Math.min(COUNT_BOUND, decisions + reviews + replies + dates + stalled + answers + steps);
}

/** The counts beside the places of the navigation: two queries on every staff page. */
export async function getNavCounts(ctx: StaffContext): Promise<NavCounts> {
  const { today } = await getFirmDay(ctx);
  const counts = await countKinds(ctx, sourcesOf(ctx, today), today);
  return { today: totalOf(counts), windowsClosing: counts.windows };
}

/** The rows of each kind, the nearest dates first, as tasks. */
async function listTasks(ctx: StaffContext, sources: Sources, day: FirmDay): Promise<Thing[]> {
  const { decisions, reviews, replies, dates, stalled, answers, steps } = sources;
  const { db } = ctx;
  const tasks = [
    (await db.select().from(decisions).orderBy(asc(decisions.nextDeadlineOn)).limit(SHOWN)).map(decisionTask),
    (
      await db
        .select()
        .from(reviews)
        .orderBy(asc(reviews.nextDeadlineOn), asc(reviews.receivedAt), asc(reviews.requirementId))
        .limit(SHOWN)
    ).map((row) => reviewTask(row, day)),
    (await db.select().from(replies).orderBy(asc(replies.since)).limit(SHOWN)).map((row) =>
      replyTask(row, day),
    ),
    (await db.select().from(dates).orderBy(asc(dates.dueOn), asc(dates.deadlineId)).limit(SHOWN)).map((row) =>
      dateTask(row, day),
    ),
    (await db.select().from(stalled).orderBy(asc(stalled.decidedAt)).limit(SHOWN)).map((row) =>
      stalledTask(row, day),
    ),
    (await db.select().from(answers).orderBy(asc(answers.receivedAt)).limit(SHOWN)).map((row) =>
      answerTask(row, day),
    ),
    (await db.select().from(steps).orderBy(asc(steps.stageSince)).limit(SHOWN)).map((row) =>
      stepTask(row, day),
    ),
  ];
  return tasks.flat();
}

function groupsOf(tasks: readonly Thing[], counts: Counts, ownerId: string): ThingList[] {
  const group = (name: ThingGroup, total: number, allHref: string | null): ThingList => {
    const own = tasks.filter((task) => task.group === name);
    const sorted = name === "decide" || name === "coming" ? own.sort(byDue) : own;
    return { group: name, tasks: sorted, total, allHref: sorted.length < total ? allHref : null };
  };
  const mine = `/cases?owner=${ownerId}`;
  return [
    group("decide", counts.decisions, `${mine}&sort=deadline`),
    group("review", counts.reviews, `${mine}&sort=deadline`),
    group("replies", counts.replies, mine),
    group("coming", counts.dates + counts.stalled, `${mine}&sort=deadline`),
    group("steps", counts.answers + counts.steps, `${mine}&sort=updated&dir=asc`),
  ].filter((list) => list.total > 0);
}

/** Open dates of my cases in the next seven days, planned submissions included. */
async function listWeek(ctx: StaffContext, today: string): Promise<AgendaEntry[]> {
  const until = addDays(today, 6);
  const dates = visibleOwnDates(ctx);
  const own = visibleOwnCases(ctx);
  const due = await ctx.db
    .select()
    .from(dates)
    .where(and(gte(dates.dueOn, today), lte(dates.dueOn, until)))
    .orderBy(asc(dates.dueOn), asc(dates.number))
    .limit(WEEK_ROWS);
  const plans = await ctx.db
    .select()
    .from(own)
    .where(
      and(
        inArray(own.stage, [...WINDOW_STAGES]),
        isNotNull(own.plannedSubmissionOn),
        gte(own.plannedSubmissionOn, today),
        lte(own.plannedSubmissionOn, until),
      ),
    )
    .limit(WEEK_ROWS);
  const entries: AgendaEntry[] = [
    ...due.map((row) => ({
      on: row.dueOn,
      kind: row.kind,
      text: `${row.kind === "ita" ? "Day 60" : row.title}, ${row.displayName}`,
      caseNumber: row.number,
      hard: row.hard,
    })),
    ...plans.map((row) => ({
      on: row.plannedSubmissionOn ?? today,
      kind: "plan" as const,
      text: `Submit, ${row.displayName}`,
      caseNumber: row.number,
      hard: false,
    })),
  ];
  return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

async function listWindows(ctx: StaffContext): Promise<{ windows: OwnWindow[]; total: number }> {
  const own = visibleOwnCases(ctx);
  const inWindow = and(inArray(own.stage, [...WINDOW_STAGES]), eq(own.nextDeadlineKind, "ita"));
  const rows = await ctx.db
    .select({
      caseNumber: own.number,
      caseName: own.displayName,
      endsOn: own.nextDeadlineOn,
      requiredCount: own.requiredCount,
      acceptedCount: own.acceptedCount,
      plannedOn: own.plannedSubmissionOn,
      total: sql<number>`count(*) over ()`.mapWith(Number).as("total"),
    })
    .from(own)
    .where(inWindow)
    .orderBy(asc(own.nextDeadlineOn), asc(own.number))
    .limit(WINDOW_ROWS);
  const windows = rows.flatMap(({ total: _total, endsOn, ...row }) =>
    endsOn === null ? [] : [{ ...row, endsOn }],
  );
  return { windows, total: rows[0]?.total ?? 0 };
}

async function listCaseload(ctx: StaffContext): Promise<CaseloadLine[]> {
  const own = visibleOwnCases(ctx);
  const rows = await ctx.db.select({ stage: own.stage, n: count() }).from(own).groupBy(own.stage);
  return CASELOAD.map(({ label, stages }) => ({
    label,
    stages,
    count: rows.filter((row) => stages.includes(row.stage)).reduce((sum, row) => sum + row.n, 0),
  }));
}

/** The consultant's day: twelve bounded queries, whatever the caseload. */
export async function getToday(ctx: StaffContext): Promise<Today> {
  const day = await getFirmDay(ctx);
  const sources = sourcesOf(ctx, day.today);
  const counts = await countKinds(ctx, sources, day.today);
  const { windows, total: windowsTotal } = await listWindows(ctx);
  return {
    today: day.today,
    timeZone: day.timeZone,
    groups: groupsOf(await listTasks(ctx, sources, day), counts, ctx.actor.userId),
    total: totalOf(counts),
    week: await listWeek(ctx, day.today),
    windows,
    windowsTotal,
    caseload: await listCaseload(ctx),
    viewerId: ctx.actor.userId,
    allowed: { createCase: isAllowed(ctx.actor, "case.create") },
  };
}

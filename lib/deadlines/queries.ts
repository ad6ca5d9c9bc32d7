import "server-only";
import {
  and,
  asc,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { FirmDay } from "@/lib/cases/types";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { forbidden } from "@/lib/errors/app-error";
import { addDays, daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { TARGET_DAY } from "@/lib/express-entry/timing/invitation-window";
import { can, isAllowed } from "@/lib/policy/can";
import { listEscalations } from "./board/queries";
import { openItemsOf } from "./forecast/rules";
import { timingOf } from "./forecast/queries";
import type { OpenItem, TimedItem } from "./forecast/types";
import { judgeWindow } from "./forecast/verdict";
import { OTHER_KINDS, RISK_ORDER } from "./rules";
import type {
  DatesAsked,
  DeadlineKind,
  DeadlineRow,
  OtherDates,
  TrendPoint,
  WindowBoard,
  WindowLane,
} from "./types";
import { visibleDeadlines, visibleWindowHistory, visibleWindowItems, visibleWindows } from "./visibility";

/** More open windows than any firm has; the board says so when there are more. */
const WINDOW_LIMIT = 500;
const DEADLINE_LIMIT = 200;
const TREND_WEEKS = 8;
/** "Ending soon" on the board: the last two weeks of a window. */
const SOON_DAYS = 14;

type WindowRow = Awaited<ReturnType<typeof selectWindows>>[number];
type ItemRow = Awaited<ReturnType<typeof selectItems>>[number];

function selectWindows(ctx: StaffContext) {
  const windows = visibleWindows(ctx);
  return ctx.db
    .select()
    .from(windows)
    .orderBy(asc(windows.deadlineDate), asc(windows.number))
    .limit(WINDOW_LIMIT + 1);
}

/** Open items, and accepted ones that end: all that the verdict needs, in one query for the whole board. */
function selectItems(ctx: StaffContext, caseIds: string[]) {
  const items = visibleWindowItems(ctx);
  return ctx.db
    .select()
    .from(items)
    .where(
      and(
        inArray(items.caseId, caseIds),
        or(
          inArray(items.state, ["to_request", "requested", "received", "in_review", "returned"]),
          and(eq(items.state, "accepted"), isNotNull(items.validUntil)),
        ),
      ),
    );
}

function earlierStopOf(items: readonly ItemRow[], deadlineDate: string): WindowLane["earlierStop"] {
  const [first] = items
    .flatMap(({ state, validUntil, title }) =>
      state === "accepted" && validUntil !== null && validUntil < deadlineDate
        ? [{ on: validUntil, title }]
        : [],
    )
    .sort((a, b) => a.on.localeCompare(b.on));
  return first ?? null;
}

interface Judging {
  day: FirmDay;
  /** An open item with how long its steps take. */
  durationsFor: (item: OpenItem) => TimedItem;
}

function laneOf(
  row: WindowRow,
  items: readonly ItemRow[],
  { day, durationsFor }: Judging,
): Omit<WindowLane, "escalation" | "mayEscalate"> {
  const earlierStop = earlierStopOf(items, row.deadlineDate);
  const { caseId, number, displayName, stage, issueDate, deadlineDate, computedDeadline, shownExpiry } = row;
  const judged = { caseId, issueDate, deadlineDate, earlierStop, stage, required: row.requiredCount };
  return {
    ...judgeWindow(judged, openItemsOf(items, day.timeZone).map(durationsFor), day.today),
    ...{
      caseId,
      number,
      displayName,
      stage,
      issueDate,
      deadlineDate,
      computedDeadline,
      shownExpiry,
      earlierStop,
    },
    owner: { id: row.ownerId, name: row.ownerName, awayFrom: row.ownerAwayFrom, awayTo: row.ownerAwayTo },
    invitationClass: row.invitationClass,
    confirmed: row.confirmed,
    targetDate: row.plannedSubmissionOn ?? addDays(issueDate, TARGET_DAY),
    day: daysBetween(issueDate, day.today),
    daysLeft: daysBetween(day.today, deadlineDate),
    required: row.requiredCount,
    accepted: row.acceptedCount,
    review: row.reviewCount,
    returned: row.returnedCount,
  };
}

function byRisk(a: WindowLane, b: WindowLane): number {
  const risk = RISK_ORDER.indexOf(a.risk) - RISK_ORDER.indexOf(b.risk);
  const chance = (a.forecast?.byLastDay ?? 1) - (b.forecast?.byLastDay ?? 1);
  return risk || chance || a.daysLeft - b.daysLeft || a.number.localeCompare(b.number);
}

async function listLanes(ctx: StaffContext, rows: WindowRow[], day: FirmDay) {
  if (rows.length === 0) return [];
  const items = await selectItems(
    ctx,
    rows.map((row) => row.caseId),
  );
  const byCase = new Map<string, ItemRow[]>();
  for (const item of items) {
    const own = byCase.get(item.caseId);
    if (own) own.push(item);
    else byCase.set(item.caseId, [item]);
  }
  const durationsFor = await timingOf(
    ctx,
    items.map(({ kind }) => kind),
    day,
  );
  const escalations = await listEscalations(
    ctx,
    rows.map((row) => row.caseId),
  );
  return rows
    .map((row): WindowLane => ({
      ...laneOf(row, byCase.get(row.caseId) ?? [], { day, durationsFor }),
      escalation: escalations.get(row.caseId) ?? null,
      mayEscalate: isAllowed(ctx.actor, "task.write", row),
    }))
    .sort(byRisk);
}

/** How many windows were open, and how many in their last two weeks, at the end of each of the last weeks. */
async function listTrend(ctx: StaffContext, today: string): Promise<TrendPoint[]> {
  const history = visibleWindowHistory(ctx);
  const weeks = Array.from({ length: TREND_WEEKS + 1 }, (_, week) =>
    addDays(today, -7 * (TREND_WEEKS - week)),
  );
  const counted = (condition: SQL | undefined) =>
    sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const openOn = (on: string) =>
    and(
      lte(history.issueDate, on),
      gte(history.deadlineDate, on),
      or(isNull(history.closedAt), gt(sql`(${history.closedAt} at time zone 'UTC')::date`, on)),
    );
  // Counted by the database: a large firm's windows of three months are thousands of rows.
  const points = weeks.map((on, week): [string, { open: SQL<number>; endingSoon: SQL<number> }] => [
    String(week),
    {
      open: counted(openOn(on)),
      endingSoon: counted(and(openOn(on), lte(history.deadlineDate, addDays(on, SOON_DAYS)))),
    },
  ]);
  const [row] = await ctx.db
    .select(Object.fromEntries(points))
    .from(history)
    .where(gte(history.deadlineDate, weeks[0] ?? today));
  return weeks.map((on, week) => ({ on, open: 0, endingSoon: 0, ...row?.[String(week)] }));
}

/** Every open 60-day window the viewer sees, by risk and days left. Four queries, whatever their number. */
export async function getWindowBoard(ctx: StaffContext): Promise<WindowBoard> {
  const decision = can(ctx.actor, "deadline.board");
  if (!decision.allowed) throw forbidden(decision.reason);
  const day = await getFirmDay(ctx);
  const rows = await selectWindows(ctx);
  return {
    today: day.today,
    timeZone: day.timeZone,
    lanes: await listLanes(ctx, rows.slice(0, WINDOW_LIMIT), day),
    trend: await listTrend(ctx, day.today),
    truncated: rows.length > WINDOW_LIMIT,
    allowed: { assign: isAllowed(ctx.actor, "case.assign") },
  };
}

type Deadlines = ReturnType<typeof visibleDeadlines>;

/** Open clocks, nearest first, as many as a page shows. */
async function selectDeadlines(
  ctx: StaffContext,
  where: (deadlines: Deadlines) => SQL | undefined,
  today: string,
) {
  const deadlines = visibleDeadlines(ctx);
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select({
      ...{
        id: deadlines.id,
        caseId: deadlines.caseId,
        number: deadlines.number,
        displayName: deadlines.displayName,
      },
      ...{ title: deadlines.title, kind: deadlines.kind, rule: deadlines.rule, dueOn: deadlines.dueOn },
      ownerName: colleagues.name,
    })
    .from(deadlines)
    // A left join: among many clients' accounts the planner takes an inner one for a filter, and reads every case.
    .leftJoin(colleagues, eq(colleagues.id, deadlines.ownerId))
    .where(and(eq(deadlines.state, "open"), where(deadlines)))
    .orderBy(asc(deadlines.dueOn), asc(deadlines.number))
    .limit(DEADLINE_LIMIT);
  return rows.map((row) => ({
    ...row,
    ownerName: row.ownerName ?? "",
    daysLeft: daysBetween(today, row.dueOn),
  }));
}

/** Open clocks of one kind, nearest first. */
export async function listDeadlines(ctx: StaffContext, kind: DeadlineKind): Promise<DeadlineRow[]> {
  const { today } = await getFirmDay(ctx);
  return selectDeadlines(ctx, (deadlines) => eq(deadlines.kind, kind), today);
}

/** How many clocks of each of the other kinds are open up to a day. */
async function countOtherDates(ctx: StaffContext, until: string): Promise<Map<DeadlineKind, number>> {
  const deadlines = visibleDeadlines(ctx);
  const rows = await ctx.db
    .select({ kind: deadlines.kind, count: count() })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.state, "open"),
        inArray(deadlines.kind, [...OTHER_KINDS]),
        lte(deadlines.dueOn, until),
      ),
    )
    .groupBy(deadlines.kind);
  return new Map(rows.map((row) => [row.kind, row.count]));
}

/** The clocks that are neither a window nor a profile: passed, or ending within so many days. */
export async function getOtherDates(ctx: StaffContext, { kind, days }: DatesAsked): Promise<OtherDates> {
  const { today, timeZone } = await getFirmDay(ctx);
  const until = addDays(today, days);
  const counts = await countOtherDates(ctx, until);
  const kinds = kind === null ? OTHER_KINDS : [kind];
  const rows = await selectDeadlines(
    ctx,
    (deadlines) => and(inArray(deadlines.kind, [...kinds]), lte(deadlines.dueOn, until)),
    today,
  );
  const total = kinds.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  return {
    ...{ today, timeZone, kind, days, rows },
    counts: OTHER_KINDS.map((one) => ({ kind: one, count: counts.get(one) ?? 0 })),
    more: Math.max(0, total - rows.length),
  };
}

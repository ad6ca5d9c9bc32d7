import "server-only";
import { and, asc, eq, gte, inArray, lte } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { addMonths } from "@/lib/express-entry/timing/calendar-date";
import { personName } from "@/lib/format/names";
import { visibleTaskRows } from "@/lib/tasks/visibility";
import type { WindowBoard, WindowLane } from "../types";
import { visibleDeadlines } from "../visibility";
import { lanesAsked, monthAsked, monthGrid, weeksOf } from "./rules";
import type { BoardAsked, CallList, DeadlineMonth } from "./types";
import { visibleContacts } from "./visibility";

/** More dates than a month on paper holds; the page says so when there are more. */
const MONTH_LIMIT = 1500;

/** Open escalations of some cases: tasks of managers that end by acting or by a recorded decision. */
export async function listEscalations(
  ctx: StaffContext,
  caseIds: string[],
): Promise<ReadonlyMap<string, NonNullable<WindowLane["escalation"]>>> {
  const tasks = visibleTaskRows(ctx);
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select({ caseId: tasks.caseId, reason: tasks.note, to: colleagues.name })
    .from(tasks)
    .leftJoin(colleagues, eq(colleagues.id, tasks.assigneeId))
    .where(and(inArray(tasks.caseId, caseIds), eq(tasks.origin, "escalation"), eq(tasks.state, "open")))
    .orderBy(asc(tasks.createdAt));
  return new Map(rows.map(({ caseId, reason, to }) => [caseId, { to: to ?? "", reason }]));
}

/** Whom to ring today for the lanes that are asked for: those with something at the client that cannot wait. */
export async function getCallList(
  ctx: StaffContext,
  board: WindowBoard,
  asked: BoardAsked,
): Promise<CallList> {
  const { today, timeZone } = board;
  const lanes = lanesAsked(board.lanes, asked).filter(({ asks }) => asks.length > 0);
  if (lanes.length === 0) return { today, timeZone, asked, calls: [] };
  const contacts = visibleContacts(ctx);
  const ids = lanes.map(({ caseId }) => caseId);
  const rows = await ctx.db.select().from(contacts).where(inArray(contacts.caseId, ids));
  const byCase = new Map(rows.map((row) => [row.caseId, row]));
  const calls = lanes.map((lane) => {
    const found = byCase.get(lane.caseId);
    const times = [found?.lastSeenAt, found?.lastMessageAt].flatMap((at) => at ?? []);
    return {
      lane,
      clientName: found ? personName(found) : lane.displayName,
      phone: found?.phone ?? null,
      lastContact: times.sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
    };
  });
  return { today, timeZone, asked, calls };
}

/** All open clocks of a month, by day, in whole weeks. */
export async function getDeadlineMonth(ctx: StaffContext, asked?: string): Promise<DeadlineMonth> {
  const { today, timeZone } = await getFirmDay(ctx);
  const month = monthAsked(asked, today);
  const { from, to } = weeksOf(month);
  const deadlines = visibleDeadlines(ctx);
  const { id, number, displayName, title, hard, dueOn } = deadlines;
  const rows = await ctx.db
    .select({ id, number, displayName, title, hard, dueOn })
    .from(deadlines)
    .where(and(eq(deadlines.state, "open"), gte(dueOn, from), lte(dueOn, to)))
    .orderBy(asc(dueOn), asc(number), asc(title))
    .limit(MONTH_LIMIT + 1);
  const shown = rows.slice(0, MONTH_LIMIT);
  const beside = (months: number) => addMonths(`${month}-01`, months).slice(0, 7);
  return {
    ...{ month, previous: beside(-1), next: beside(1), today, timeZone },
    weeks: monthGrid(month, shown),
    count: shown.filter((row) => row.dueOn.startsWith(month)).length,
    truncated: rows.length > MONTH_LIMIT,
  };
}

import "server-only";
import { and, asc, count, eq, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import type { AgendaEntry, CaseloadLine, OwnWindow, Today } from "../today/types";
import type { QueueOf } from "../today/visibility";
import { CASELOAD } from "./rules";
import { visibleOwnCases, visibleOwnDates } from "./visibility";

const WEEK_ROWS = 40;
const WINDOW_ROWS = 12;

/** Open dates of these cases in the next seven days, planned submissions included. */
async function listWeek(ctx: StaffContext, of: QueueOf): Promise<AgendaEntry[]> {
  const { today } = of;
  const until = addDays(today, 6);
  const dates = visibleOwnDates(ctx, of);
  const own = visibleOwnCases(ctx, of);
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

async function listWindows(ctx: StaffContext, of: QueueOf): Promise<{ windows: OwnWindow[]; total: number }> {
  const own = visibleOwnCases(ctx, of);
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

async function listCaseload(ctx: StaffContext, of: QueueOf): Promise<CaseloadLine[]> {
  const own = visibleOwnCases(ctx, of);
  const rows = await ctx.db.select({ stage: own.stage, n: count() }).from(own).groupBy(own.stage);
  return CASELOAD.map(({ label, stages }) => ({
    label,
    stages,
    count: rows.filter((row) => stages.includes(row.stage)).reduce((sum, row) => sum + row.n, 0),
  }));
}

/** What stands beside the queue: the week, the open windows, the caseload. */
export async function getRail(
  ctx: StaffContext,
  of: QueueOf,
): Promise<Pick<Today, "week" | "windows" | "windowsTotal" | "caseload">> {
  const { windows, total } = await listWindows(ctx, of);
  return {
    week: await listWeek(ctx, of),
    windows,
    windowsTotal: total,
    caseload: await listCaseload(ctx, of),
  };
}

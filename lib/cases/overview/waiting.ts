import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RequirementRow } from "@/lib/checklist/types";
import { waitingGroups } from "@/lib/checklist/waiting/rules";
import type { StaffContext } from "@/lib/command/actor-context";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { formatCount } from "@/lib/format/quantities";
import type { WaitingRow } from "./types";
import { visibleOpenQuestions, visibleOpenTasks } from "./visibility";

interface WaitingCase {
  id: string;
  number: string;
  timeZone: string;
}

async function questionRows(ctx: StaffContext, { id, number, timeZone }: WaitingCase): Promise<WaitingRow[]> {
  const questions = visibleOpenQuestions(ctx);
  const rows = await ctx.db
    .select()
    .from(questions)
    .where(eq(questions.caseId, id))
    .orderBy(asc(questions.createdAt));
  const [oldest] = rows;
  if (!oldest) return [];
  return [
    {
      ...{ who: "Consultant", part: "us", longest: null, href: `/cases/${number}/messages` },
      what: `${formatCount(rows.length, "message")} of the client to answer`,
      since: dateInZone(oldest.createdAt, timeZone),
    },
  ];
}

async function taskRows(ctx: StaffContext, { id, number, timeZone }: WaitingCase): Promise<WaitingRow[]> {
  const tasks = visibleOpenTasks(ctx);
  const rows = await ctx.db.select().from(tasks).where(eq(tasks.caseId, id)).orderBy(asc(tasks.createdAt));
  const byPerson = new Map<string, typeof rows>();
  for (const row of rows) byPerson.set(row.assignee, [...(byPerson.get(row.assignee) ?? []), row]);
  return [...byPerson].flatMap(([who, theirs]): WaitingRow[] => {
    const [oldest] = theirs;
    if (!oldest) return [];
    const since = dateInZone(oldest.createdAt, timeZone);
    const one = theirs.length === 1;
    return [
      {
        ...{ who, part: "us", since, href: `/cases/${number}/tasks` },
        what: one ? oldest.title : formatCount(theirs.length, "task"),
        longest: one ? null : oldest.title,
      },
    ];
  });
}

/** Whom the case waits on: the holders of its open items, its unanswered questions and its tasks, the longest first. */
export async function listWaiting(
  ctx: StaffContext,
  file: WaitingCase,
  lines: readonly RequirementRow[],
): Promise<WaitingRow[]> {
  const items = waitingGroups(lines, file.timeZone).map(
    ({ label, part, items: n, title, since }): WaitingRow => ({
      ...{ who: label, part, since, href: `/cases/${file.number}/checklist?show=${part}` },
      what: n === 1 ? title : formatCount(n, "item"),
      longest: n === 1 ? null : title,
    }),
  );
  const rows = [...items, ...(await questionRows(ctx, file)), ...(await taskRows(ctx, file))];
  return rows.sort((a, b) => (a.since ?? "9999").localeCompare(b.since ?? "9999"));
}

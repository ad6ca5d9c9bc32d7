import "server-only";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { getFirmDay, listAssignees } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import type { Colleague, FirmDay } from "@/lib/cases/types";
import { visibleCases, visibleColleagues } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { can, isAllowed, type CaseFactsForPolicy } from "@/lib/policy/can";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { ORIGIN_WORDS } from "./rules";
import type { CaseTask, CaseTasks, TaskChoices, TaskRow } from "./types";
import { visibleClocks, visibleItems, visibleTaskRows } from "./visibility";

/** A case has at most a few dozen open tasks; what is done is the newest of it. */
const OPEN_LIMIT = 200;
const SETTLED_LIMIT = 50;
const CHOICE_LIMIT = 200;

/** One task for a change to it; NOT_FOUND for a missing and for an invisible one alike. */
export async function getTask(ctx: ActorContext, taskId: string): Promise<TaskRow> {
  const tasks = visibleTaskRows(ctx);
  const [found] = await ctx.db.select().from(tasks).where(eq(tasks.id, taskId));
  if (!found) throw notFound();
  return found;
}

/** Whoever is to do something on a case can open it: its owner, and managers. */
export function mayHaveTasks({ id, name, role }: Colleague, file: CaseFactsForPolicy): boolean {
  return isAllowed({ kind: "staff", userId: id, name, role }, "task.write", file);
}

/** INVALID unless the item or the clock that a task is to hang on is one of this case. */
export async function requirePlace(
  ctx: ActorContext,
  caseId: string,
  { requirementId, deadlineId }: { requirementId: string | null; deadlineId: string | null },
): Promise<void> {
  if (requirementId !== null && deadlineId !== null)
    throw invalid("Choose one of the two.", {
      deadlineId: "A task hangs on an item or on a date, not on both.",
    });
  if (requirementId !== null) {
    const items = visibleItems(ctx);
    const here = and(eq(items.id, requirementId), eq(items.caseId, caseId));
    const [item] = await ctx.db.select({ id: items.id }).from(items).where(here);
    if (!item)
      throw invalid("Choose another item.", { requirementId: "This item is not on this case’s checklist." });
  }
  if (deadlineId !== null) {
    const clocks = visibleClocks(ctx);
    const here = and(eq(clocks.id, deadlineId), eq(clocks.caseId, caseId));
    const [clock] = await ctx.db.select({ id: clocks.id }).from(clocks).where(here);
    if (!clock) throw invalid("Choose another date.", { deadlineId: "This date is not one of this case’s." });
  }
}

interface TaskFile extends CaseFactsForPolicy {
  id: string;
  ownerId: string;
}

async function getChoices(ctx: StaffContext, file: TaskFile, { today }: FirmDay): Promise<TaskChoices> {
  const items = visibleItems(ctx);
  const clocks = visibleClocks(ctx);
  const colleagues = await listAssignees(ctx);
  const ofItems = await ctx.db
    .select({ id: items.id, name: items.title })
    .from(items)
    .where(and(eq(items.caseId, file.id), ne(items.state, "accepted"), ne(items.state, "waived")))
    .orderBy(asc(items.title), asc(items.id))
    .limit(CHOICE_LIMIT);
  const ofClocks = await ctx.db
    .select({ id: clocks.id, title: clocks.title, dueOn: clocks.dueOn })
    .from(clocks)
    .where(and(eq(clocks.caseId, file.id), eq(clocks.state, "open")))
    .orderBy(asc(clocks.dueOn), asc(clocks.id))
    .limit(CHOICE_LIMIT);
  return {
    caseId: file.id,
    today,
    ownerId: file.ownerId,
    assignees: colleagues
      .filter((colleague) => mayHaveTasks(colleague, file))
      .map(({ id, name }) => ({ id, name })),
    items: ofItems,
    clocks: ofClocks.map(({ id, title, dueOn }) => ({ id, name: `${title}, ${plainDate(dueOn)}` })),
  };
}

/** The tasks of a case, rows with the names of who and what. */
function namedTasks(ctx: StaffContext) {
  const tasks = visibleTaskRows(ctx);
  const assignees = visibleColleagues(ctx);
  const nameOf = (id: typeof tasks.settledBy | typeof tasks.createdBy) => {
    const people = visibleColleagues(ctx);
    return sql<
      string | null
    >`(${ctx.db.select({ name: people.name }).from(people).where(eq(people.id, id))})`;
  };
  const items = visibleItems(ctx);
  const clocks = visibleClocks(ctx);
  return {
    tasks,
    rows: ctx.db
      .select({
        row: tasks._.selectedFields,
        assignee: assignees.name,
        settledByName: nameOf(tasks.settledBy),
        createdByName: nameOf(tasks.createdBy),
        item: items.title,
        clock: clocks.title,
      })
      .from(tasks)
      .leftJoin(assignees, eq(assignees.id, tasks.assigneeId))
      .leftJoin(items, eq(items.id, tasks.requirementId))
      .leftJoin(clocks, eq(clocks.id, tasks.deadlineId)),
  };
}

type NamedRow = Awaited<ReturnType<typeof namedTasks>["rows"]>[number];

function taskOf({ row, assignee, settledByName, createdByName, item, clock }: NamedRow): CaseTask {
  const { id, title, note, assigneeId, dueOn, repeat, repeatUntil, state, settledReason, version } = row;
  const hangsOn = (): CaseTask["on"] => {
    if (row.requirementId !== null) return { kind: "item", id: row.requirementId, title: item ?? "an item" };
    if (row.deadlineId !== null) return { kind: "clock", id: row.deadlineId, title: clock ?? "a date" };
    return null;
  };
  return {
    ...{ id, title, note, assigneeId, dueOn, repeat, repeatUntil, state, settledReason, version },
    assignee: assignee ?? "somebody",
    on: hangsOn(),
    from: ORIGIN_WORDS[row.origin] ?? `Added by ${createdByName ?? "Landfall"}`,
    settled: row.settledAt === null ? null : { by: settledByName, at: row.settledAt },
  };
}

/** Open and settled tasks of one case. NOT_FOUND for who does not see the case, FORBIDDEN for who does not read tasks. */
export async function getCaseTasks(ctx: StaffContext, number: string): Promise<CaseTasks> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({ id: cases.id, ownerId: cases.ownerId, clientId: cases.clientId, stage: cases.stage })
    .from(cases)
    .where(eq(cases.number, number));
  if (!file) throw notFound();
  const mayRead = can(ctx.actor, "task.read", file);
  if (!mayRead.allowed) throw forbidden(mayRead.reason);
  const day = await getFirmDay(ctx);
  const open = namedTasks(ctx);
  const openRows = await open.rows
    .where(and(eq(open.tasks.caseId, file.id), eq(open.tasks.state, "open")))
    .orderBy(sql`${open.tasks.dueOn} asc nulls last`, asc(open.tasks.createdAt), asc(open.tasks.id))
    .limit(OPEN_LIMIT);
  const settled = namedTasks(ctx);
  const settledRows = await settled.rows
    .where(and(eq(settled.tasks.caseId, file.id), ne(settled.tasks.state, "open")))
    .orderBy(desc(settled.tasks.settledAt), asc(settled.tasks.id))
    .limit(SETTLED_LIMIT + 1);
  return {
    today: day.today,
    timeZone: day.timeZone,
    open: openRows.map(taskOf),
    settled: settledRows.slice(0, SETTLED_LIMIT).map(taskOf),
    more: settledRows.length > SETTLED_LIMIT,
    choices: await getChoices(ctx, file, day),
    allowed: { write: isAllowed(ctx.actor, "task.write", file) && !hasEnded(file.stage) },
  };
}

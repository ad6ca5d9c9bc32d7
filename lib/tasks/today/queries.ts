import "server-only";
import { and, asc, count, eq, gte, inArray, lte, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { getFirmDay, listAssignees } from "@/lib/cases/queries";
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { FirmDay } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { inHandOf } from "@/lib/policy/actor";
import { isAllowed } from "@/lib/policy/can";
import { getRail } from "../rail/queries";
import { KINDS, READERS, sourcesOf, type Sources, type Told } from "./sources/queries";
import { byLoss, CLOSING_DAYS, GROUPS, lastSnoozeDay } from "./rules";
import type { NavCounts, SnoozedThing, Thing, ThingGroup, ThingKind, ThingList, Today } from "./types";
import { visibleOwnCases } from "../rail/visibility";
import { visibleSnoozes } from "../snoozes/visibility";
import type { QueueOf } from "./visibility";

/** Counting stops here: nobody clears a thousand things today, and the count stays quick. */
const COUNT_BOUND = 999;
const SNOOZED_ROWS = 100;
type Counts = Record<ThingGroup, number> & { windows: number };

/** How many of each group, up to the bound, in one query. A date or a task is of two groups: today's, and what comes. */
async function countGroups(ctx: StaffContext, sources: Sources, of: QueueOf): Promise<Counts> {
  const { db } = ctx;
  const one = { one: sql`1`.as("one") };
  const part = (group: ThingGroup | "windows", rows: ReturnType<typeof bounded>) =>
    db
      .select({ group: sql<ThingGroup | "windows">`${group}::text`.as("group"), n: count().as("n") })
      .from(rows);
  const bounded = (rows: Exclude<Sources[keyof Sources], Sources["date"] | Sources["task"]>) =>
    db.select(one).from(rows).limit(COUNT_BOUND).as("bounded");
  const { date, task } = sources;
  const dates = (near: boolean) =>
    db.select(one).from(date).where(eq(date.near, near)).limit(COUNT_BOUND).as("bounded");
  const tasks = (near: boolean) =>
    db.select(one).from(task).where(eq(task.near, near)).limit(COUNT_BOUND).as("bounded");
  const own = visibleOwnCases(ctx, of);
  const ends = and(
    inArray(own.stage, [...WINDOW_STAGES]),
    gte(own.nextDeadlineOn, of.today),
    lte(own.nextDeadlineOn, addDays(of.today, CLOSING_DAYS)),
  );
  const rows = await unionAll(
    part("decide", bounded(sources.key)),
    part("decide", bounded(sources.decide)),
    part("decide", dates(true)),
    part("decide", tasks(true)),
    part("review", bounded(sources.review)),
    part("replies", bounded(sources.reply)),
    part("coming", dates(false)),
    part("coming", tasks(false)),
    part("coming", bounded(sources.stalled)),
    part("steps", bounded(sources.answers)),
    part("steps", bounded(sources.step)),
    part("windows", db.select(one).from(own).where(ends).limit(COUNT_BOUND).as("bounded")),
  );
  const total = (group: ThingGroup | "windows") =>
    rows.reduce((sum, row) => sum + (row.group === group ? row.n : 0), 0);
  return {
    decide: total("decide"),
    review: total("review"),
    replies: total("replies"),
    coming: total("coming"),
    steps: total("steps"),
    windows: total("windows"),
  };
}

function totalOf(counts: Counts): number {
  return Math.min(
    COUNT_BOUND,
    GROUPS.reduce((sum, group) => sum + counts[group], 0),
  );
}

function queueOf(ctx: StaffContext, today: string): QueueOf {
  const managing = ctx.actor.role === "manager";
  return { hands: inHandOf(ctx.actor), snoozer: ctx.actor.userId, managing, today };
}

/** The counts beside the places of the navigation: two queries on every staff page. */
export async function getNavCounts(ctx: StaffContext): Promise<NavCounts> {
  const { today } = await getFirmDay(ctx);
  const of = queueOf(ctx, today);
  const counts = await countGroups(ctx, sourcesOf(ctx, of), of);
  return { today: totalOf(counts), windowsClosing: counts.windows };
}

async function listThings(ctx: StaffContext, sources: Sources, day: FirmDay): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const kind of KINDS)
    for (const { thing } of await READERS[kind](ctx, sources, day)) things.push(thing);
  return things.sort(byLoss);
}

/** A key taken apart; null where it is of no kind. */
function partsOf(key: string): { kind: ThingKind; id: string } | null {
  const dash = key.indexOf("-");
  const kind = KINDS.find((known) => known === key.slice(0, dash));
  return kind === undefined ? null : { kind, id: key.slice(dash + 1) };
}

/** A thing of the viewer's own queue, put off or not; NOT_FOUND where it is not there any more. */
export async function getThing(ctx: StaffContext, key: string): Promise<Told> {
  const day = await getFirmDay(ctx);
  const parts = partsOf(key);
  if (parts === null) throw notFound();
  const sources = sourcesOf(ctx, { ...queueOf(ctx, day.today), snoozer: null });
  const [found] = await READERS[parts.kind](ctx, sources, day, [parts.id]);
  if (!found) throw notFound();
  return found;
}

/** What the viewer has put off and what stands as it stood then: the soonest back first. */
async function listSnoozed(ctx: StaffContext, day: FirmDay): Promise<SnoozedThing[]> {
  const snoozes = visibleSnoozes(ctx, day);
  const rows = await ctx.db.select().from(snoozes).orderBy(asc(snoozes.untilOn)).limit(SNOOZED_ROWS);
  const sources = sourcesOf(ctx, { ...queueOf(ctx, day.today), snoozer: null });
  const live = new Map<string, Told>();
  for (const kind of KINDS) {
    const ids = rows.flatMap(({ queueKey }) => {
      const parts = partsOf(queueKey);
      return parts?.kind === kind ? [parts.id] : [];
    });
    if (ids.length === 0) continue;
    for (const one of await READERS[kind](ctx, sources, day, ids)) live.set(one.thing.key, one);
  }
  return rows.flatMap(({ id, queueKey, mark, untilOn, reason }) => {
    const found = live.get(queueKey);
    if (found?.mark !== mark) return [];
    const { title, caseNumber, caseName } = found.thing;
    return [{ snoozeId: id, title, caseNumber, caseName, until: untilOn, reason }];
  });
}

/** One of the viewer's snoozes, to be taken back; NOT_FOUND for somebody else's and for one that has ended. */
export async function getSnooze(ctx: StaffContext, snoozeId: string) {
  const { today } = await getFirmDay(ctx);
  const snoozes = visibleSnoozes(ctx, { today });
  const [found] = await ctx.db.select().from(snoozes).where(eq(snoozes.id, snoozeId));
  if (!found) throw notFound();
  return found;
}

function groupsOf(things: readonly Thing[], counts: Counts, ownerId: string, today: string): ThingList[] {
  const mine = `/cases?owner=${ownerId}`;
  const rest: Readonly<Record<ThingGroup, string>> = {
    decide: `${mine}&sort=deadline`,
    review: `${mine}&sort=deadline`,
    replies: mine,
    coming: `${mine}&sort=deadline`,
    steps: `${mine}&sort=updated&dir=asc`,
  };
  return GROUPS.map((group): ThingList => {
    const own = things.filter((thing) => thing.group === group);
    const listed = own.map((thing) => ({ ...thing, snoozeUntil: lastSnoozeDay(thing.due, today) }));
    const total = counts[group];
    return { group, things: listed, total, allHref: listed.length < total ? rest[group] : null };
  }).filter((list) => list.total > 0);
}

/** Whose day is looked at: the viewer's own, or for a manager a colleague's. NOT_FOUND for anybody else's. */
async function getWhose(ctx: StaffContext, ofId: string | null) {
  const self = { id: ctx.actor.userId, name: ctx.actor.name, self: true };
  const looks = isAllowed(ctx.actor, "case.assign");
  const colleagues = looks ? await listAssignees(ctx) : [];
  const others = colleagues.filter(({ id }) => id !== self.id).map(({ id, name }) => ({ id, name }));
  if (ofId === null || ofId === self.id) return { of: self, colleagues: others };
  const found = others.find(({ id }) => id === ofId);
  if (!found) throw notFound();
  return { of: { ...found, self: false }, colleagues: others };
}

/** A consultant's day: bounded queries, whatever the caseload. A manager may look at a colleague's. */
export async function getToday(ctx: StaffContext, ofId: string | null = null): Promise<Today> {
  const day = await getFirmDay(ctx);
  const { of, colleagues } = await getWhose(ctx, ofId);
  const queue = of.self
    ? queueOf(ctx, day.today)
    : { hands: [of.id], snoozer: of.id, managing: false, today: day.today };
  const sources = sourcesOf(ctx, queue);
  const counts = await countGroups(ctx, sources, queue);
  return {
    today: day.today,
    timeZone: day.timeZone,
    of,
    colleagues,
    groups: groupsOf(await listThings(ctx, sources, day), counts, of.id, day.today),
    total: totalOf(counts),
    snoozed: of.self ? await listSnoozed(ctx, day) : [],
    ...(await getRail(ctx, queue)),
    allowed: { createCase: isAllowed(ctx.actor, "case.create"), snooze: of.self },
  };
}

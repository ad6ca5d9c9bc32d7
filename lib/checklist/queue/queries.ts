import "server-only";
import { and, asc, count, eq, isNull, ne, or, sql, type Column, type SQL } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { forbidden } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { KIND_LABELS } from "../lead-times/rules";
import type {
  QueueChoice,
  QueueEntry,
  QueueFilter,
  QueueOrder,
  QueuePlace,
  ReviewQueue,
} from "../review/types";
import { visibleQueueKeys, visibleReviewQueue } from "../review/visibility";

/** Rows of one page of the queue. */
export const QUEUE_PAGE = 50;
/** Documents after the one under review that its page names. */
const NAMED_NEXT = 3;

type Queue = ReturnType<typeof visibleReviewQueue>;

/** What the queue is ordered by. A case without a date comes last, and the id settles ties. */
function keyOf(row: { dueOn: Column; receivedAt: Column; id: Column }, order: QueueOrder): SQL {
  const received = sql`coalesce(${row.receivedAt}, 'infinity'::timestamptz)`;
  if (order === "oldest") return sql`${received}, ${row.id}`;
  return sql`coalesce(${row.dueOn}, 'infinity'::date), ${received}, ${row.id}`;
}

const queueKey = (queue: Queue, order: QueueOrder) =>
  keyOf({ dueOn: queue.dueOn, receivedAt: queue.receivedAt, id: queue.requirementId }, order);

function orderBy(queue: Queue, order: QueueOrder, direction: "asc" | "desc"): SQL[] {
  const way = direction === "asc" ? sql`asc` : sql`desc`;
  const received = sql`coalesce(${queue.receivedAt}, 'infinity'::timestamptz) ${way}`;
  const tie = sql`${queue.requirementId} ${way}`;
  if (order === "oldest") return [received, tie];
  return [sql`coalesce(${queue.dueOn}, 'infinity'::date) ${way}`, received, tie];
}

/** Rows beyond a line that need not wait any more itself: it may have been decided a moment ago. */
function beyond(ctx: StaffContext, queue: Queue, order: QueueOrder, lineId: string, way: "after" | "before") {
  const keys = visibleQueueKeys(ctx);
  const its = ctx.db
    .select({ key: keyOf(keys, order) })
    .from(keys)
    .where(eq(keys.id, lineId));
  const key = sql`(${queueKey(queue, order)})`;
  return way === "after" ? sql`${key} > (${its})` : sql`${key} < (${its})`;
}

interface Narrowing extends QueueFilter {
  /** Left out of the narrowing, for counting what each choice would give. */
  except?: "consultantId" | "kind";
}

function narrowed(queue: Queue, { caseNumber, consultantId, kind, except }: Narrowing): SQL | undefined {
  return and(
    caseNumber === null ? undefined : eq(queue.caseNumber, caseNumber),
    consultantId === null || !isId(consultantId) || except === "consultantId"
      ? undefined
      : eq(queue.consultantId, consultantId),
    kind === null || except === "kind" ? undefined : eq(queue.kind, kind),
  );
}

function entryColumns(ctx: StaffContext, queue: Queue) {
  const { requirementId, title, kind, receivedAt, caseNumber, caseName, dueOn, personName, consultant } =
    queue;
  const heldBy = sql<
    string | null
  >`case when ${queue.heldById} is distinct from ${ctx.actor.userId}::uuid then ${queue.heldBy} end`;
  return {
    requirementId,
    title,
    kind,
    receivedAt,
    caseNumber,
    caseName,
    dueOn,
    personName,
    consultant,
    heldBy,
  };
}

async function countWaiting(ctx: StaffContext, where: (queue: Queue) => SQL | undefined): Promise<number> {
  const queue = visibleReviewQueue(ctx);
  const [found] = await ctx.db.select({ waiting: count() }).from(queue).where(where(queue));
  return found?.waiting ?? 0;
}

async function countByConsultant(ctx: StaffContext, filter: QueueFilter): Promise<QueueChoice[]> {
  const queue = visibleReviewQueue(ctx);
  const rows = await ctx.db
    .select({ value: queue.consultantId, label: queue.consultant, count: count() })
    .from(queue)
    .where(narrowed(queue, { ...filter, except: "consultantId" }))
    .groupBy(queue.consultantId, queue.consultant)
    .orderBy(asc(queue.consultant));
  return rows;
}

/** Kinds that the rules do not know are of items added by hand. */
function kindName(kind: string): string {
  const known: Readonly<Record<string, string | undefined>> = KIND_LABELS;
  return known[kind] ?? "Added by hand";
}

async function countByKind(ctx: StaffContext, filter: QueueFilter): Promise<QueueChoice[]> {
  const queue = visibleReviewQueue(ctx);
  const rows = await ctx.db
    .select({ value: queue.kind, count: count() })
    .from(queue)
    .where(narrowed(queue, { ...filter, except: "kind" }))
    .groupBy(queue.kind);
  const choices = rows.map(({ value, count: waiting }) => ({
    value,
    label: kindName(value),
    count: waiting,
  }));
  return choices.sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** For those who may review at all. Throws FORBIDDEN. */
function assertReviewer(ctx: StaffContext): void {
  if (ctx.actor.role === "administrator") throw forbidden("Administrators do not review documents.");
}

/** Where the list is turned to: past this line, or before it. */
export interface QueueTurn {
  way: "after" | "before";
  lineId: string;
}

/** One page of the documents that wait for a decision, with how many wait and where. */
export async function listReviewQueue(
  ctx: StaffContext,
  filter: QueueFilter,
  turn: QueueTurn | null = null,
): Promise<ReviewQueue> {
  assertReviewer(ctx);
  const queue = visibleReviewQueue(ctx);
  const back = turn?.way === "before";
  const from =
    turn && isId(turn.lineId) ? beyond(ctx, queue, filter.order, turn.lineId, turn.way) : undefined;
  const rows = await ctx.db
    .select(entryColumns(ctx, queue))
    .from(queue)
    .where(and(narrowed(queue, filter), from))
    .orderBy(...orderBy(queue, filter.order, back ? "desc" : "asc"))
    .limit(QUEUE_PAGE + 1);
  const more = rows.length > QUEUE_PAGE;
  const entries: QueueEntry[] = rows.slice(0, QUEUE_PAGE);
  if (back) entries.reverse();
  const { today } = await getFirmDay(ctx);
  return {
    entries,
    today,
    total: await countWaiting(ctx, (waiting) => narrowed(waiting, filter)),
    consultants: await countByConsultant(ctx, filter),
    kinds: await countByKind(ctx, filter),
    after: back || more ? (entries.at(-1)?.requirementId ?? null) : null,
    before: (back ? more : from !== undefined) ? (entries.at(0)?.requirementId ?? null) : null,
  };
}

/** Where one document stands, and its neighbours that nobody else has in front of them. */
export async function getQueuePlace(
  ctx: StaffContext,
  filter: QueueFilter,
  requirementId: string,
): Promise<QueuePlace> {
  assertReviewer(ctx);
  const queue = visibleReviewQueue(ctx);
  const free = or(isNull(queue.heldById), eq(queue.heldById, ctx.actor.userId));
  const neighbours = (way: "after" | "before", rows: number) =>
    ctx.db
      .select(entryColumns(ctx, queue))
      .from(queue)
      .where(
        and(
          narrowed(queue, filter),
          ne(queue.requirementId, requirementId),
          beyond(ctx, queue, filter.order, requirementId, way),
          free,
        ),
      )
      .orderBy(...orderBy(queue, filter.order, way === "after" ? "asc" : "desc"))
      .limit(rows);
  const waits = await countWaiting(ctx, (one) =>
    and(narrowed(one, filter), eq(one.requirementId, requirementId)),
  );
  const ahead = await countWaiting(ctx, (one) =>
    and(narrowed(one, filter), beyond(ctx, one, filter.order, requirementId, "before")),
  );
  const [previous] = await neighbours("before", 1);
  const { today } = await getFirmDay(ctx);
  return {
    position: waits === 0 ? null : ahead + 1,
    total: await countWaiting(ctx, (one) => narrowed(one, filter)),
    previous: previous?.requirementId ?? null,
    following: await neighbours("after", NAMED_NEXT),
    today,
  };
}

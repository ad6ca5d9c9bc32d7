import "server-only";
import {
  and,
  count,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
  type Column,
  type SQL,
} from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { WaitingPart } from "@/lib/checklist/waiting/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { isAllowed } from "@/lib/policy/can";
import { getFirmDay, listAssignees } from "../queries";
import type { DeadlineKind } from "../types";
import { visibleCaseRows, visibleColleagues } from "../visibility";
import { filterCondition } from "./filters";
import { readCursor, writeCursor, type Cursor } from "./rules";
import type { CaseList, CaseListState, CaseRow, CaseSort, Direction } from "./types";

export const PAGE_ROWS = 50;
/** Counting stops here. */
const COUNT_BOUND = 1_000;

type Cases = ReturnType<typeof visibleCaseRows>;

/**
 * One column per sort: constants, never a name from the address. `cast` reads a cursor's text back; `stored` is the
 * direction of the index, which has missing values last and ties in ascending id.
 */
function sortColumns(cases: Cases) {
  return {
    updated: {
      column: cases.updatedAt,
      cast: (text) => sql`${text}::timestamptz`,
      stored: "desc",
      nullable: false,
    },
    name: { column: cases.displayName, cast: (text) => sql`${text}::text`, stored: "asc", nullable: false },
    deadline: {
      column: cases.nextDeadlineOn,
      cast: (text) => sql`${text}::date`,
      stored: "asc",
      nullable: true,
    },
    score: { column: cases.crsScore, cast: (text) => sql`${text}::integer`, stored: "desc", nullable: true },
    number: { column: cases.number, cast: (text) => sql`${text}::text`, stored: "asc", nullable: false },
  } as const satisfies Record<CaseSort, SortColumn>;
}

interface SortColumn {
  column: Column;
  cast: (text: string) => SQL;
  stored: Direction;
  nullable: boolean;
}

/** The order of the index, or its exact reverse: the two that an index can be walked in. */
function orderOf(column: Column, id: Column, stored: Direction, along: boolean): SQL[] {
  if (stored === "asc") {
    return along
      ? [sql`${column} asc nulls last`, sql`${id} asc`]
      : [sql`${column} desc nulls first`, sql`${id} desc`];
  }
  return along
    ? [sql`${column} desc nulls last`, sql`${id} asc`]
    : [sql`${column} asc nulls first`, sql`${id} desc`];
}

/** Rows past the cursor in reading order. The first bound alone starts the index scan; the second settles ties. */
function past(column: Column, id: Column, value: SQL, cursorId: string, up: boolean, along: boolean) {
  const tie = along ? gt(id, cursorId) : lt(id, cursorId);
  return up
    ? and(gte(column, value), or(gt(column, value), tie))
    : and(lte(column, value), or(lt(column, value), tie));
}

function listRows(
  ctx: StaffContext,
  cases: Cases,
  key: Column,
  where: SQL | undefined,
  order: SQL[],
  rows: number,
) {
  return ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      displayName: cases.displayName,
      stage: cases.stage,
      heldOn: cases.heldOn,
      ownerId: cases.ownerId,
      program: cases.program,
      crsScore: cases.crsScore,
      nextDeadlineOn: cases.nextDeadlineOn,
      nextDeadlineKind: cases.nextDeadlineKind,
      requiredCount: cases.requiredCount,
      acceptedCount: cases.acceptedCount,
      reviewCount: cases.reviewCount,
      returnedCount: cases.returnedCount,
      updatedAt: cases.updatedAt,
      key: sql<string | null>`${key}::text`.as("sort_key"),
    })
    .from(cases)
    .where(where)
    .orderBy(...order)
    .limit(rows);
}

type ListedRow = Awaited<ReturnType<typeof listRows>>[number];

/**
 * The rows after (or, `backwards`, before) a cursor, in display order: by value, rows without one last. One query,
 * or two where the page crosses from one part into the other.
 */
async function readRows(
  ctx: StaffContext,
  filter: (cases: Cases) => SQL | undefined,
  sort: CaseSort,
  dir: Direction,
  cursor: Cursor | null,
  backwards: boolean,
  limit: number,
): Promise<ListedRow[]> {
  const cases = visibleCaseRows(ctx);
  const sorted: SortColumn = sortColumns(cases)[sort];
  const { column, cast, stored, nullable } = sorted;
  const readUp = (dir === "asc") !== backwards;
  const along = readUp === (stored === "asc");
  const forward: ("valued" | "missing")[] = nullable ? ["valued", "missing"] : ["valued"];
  const parts = backwards ? forward.reverse() : forward;
  const start = cursor === null ? 0 : parts.indexOf(cursor.value === null && nullable ? "missing" : "valued");
  const found: ListedRow[] = [];
  for (const [index, part] of parts.slice(start).entries()) {
    if (found.length >= limit) break;
    const from = index === 0 ? cursor : null;
    // Rows without a value are ordered by id alone, so that they read the same in both directions of the sort.
    const walk = part === "valued" ? along : !backwards;
    const bound =
      from === null
        ? undefined
        : part === "valued"
          ? past(column, cases.id, cast(from.value ?? ""), from.id, readUp, along)
          : walk
            ? gt(cases.id, from.id)
            : lt(cases.id, from.id);
    const presence = nullable ? (part === "valued" ? isNotNull(column) : isNull(column)) : undefined;
    const where = and(filter(cases), presence, bound);
    const order = orderOf(column, cases.id, stored, walk);
    found.push(...(await listRows(ctx, cases, column, where, order, limit - found.length)));
  }
  return backwards ? found.reverse() : found;
}

async function countRows(ctx: StaffContext, filter: (cases: Cases) => SQL | undefined): Promise<number> {
  const cases = visibleCaseRows(ctx);
  // Ordered as the index on updated_at: a bounded count without an order would read the table itself.
  const bounded = ctx.db
    .select({ one: sql`1`.as("one") })
    .from(cases)
    .where(filter(cases))
    .orderBy(...orderOf(cases.updatedAt, cases.id, "desc", true))
    .limit(COUNT_BOUND)
    .as("bounded");
  const [counted] = await ctx.db.select({ n: count() }).from(bounded);
  return counted?.n ?? 0;
}

/** How many of the list wait on each part, in one query; the choice of a part does not narrow it. */
async function countWaiting(
  ctx: StaffContext,
  state: CaseListState,
  today: string,
): Promise<CaseList["waiting"]> {
  const counted = (part: WaitingPart) => {
    const cases = visibleCaseRows(ctx);
    const bounded = ctx.db
      .select({ one: sql`1`.as("one") })
      .from(cases)
      .where(filterCondition(ctx, cases, { ...state, waiting: part }, today))
      .limit(COUNT_BOUND)
      .as("bounded");
    return ctx.db
      .select({ part: sql<WaitingPart>`${part}::text`.as("part"), n: count().as("n") })
      .from(bounded);
  };
  const rows = await unionAll(counted("client"), counted("us"), counted("other"));
  const of = (part: WaitingPart) => rows.find((row) => row.part === part)?.n ?? 0;
  return { client: of("client"), us: of("us"), other: of("other") };
}

async function ownerNames(ctx: StaffContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select({ id: colleagues.id, name: colleagues.name })
    .from(colleagues)
    .where(inArray(colleagues.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

function toCaseRow(row: ListedRow, owners: ReadonlyMap<string, string>, timeZone: string): CaseRow {
  const { ownerId, nextDeadlineOn, nextDeadlineKind, updatedAt, key: _key, ...rest } = row;
  return {
    ...rest,
    ownerName: owners.get(ownerId) ?? "",
    nextDeadline:
      nextDeadlineOn === null ? null : { on: nextDeadlineOn, kind: nextDeadlineKind as DeadlineKind | null },
    updatedOn: dateInZone(updatedAt, timeZone),
  };
}

/** One page of the cases list: at most seven queries, each on an index. */
export async function listCases(ctx: StaffContext, state: CaseListState): Promise<CaseList> {
  const day = await getFirmDay(ctx);
  const filter = (cases: Cases) => filterCondition(ctx, cases, state, day.today);
  const before = readCursor(state.before);
  const cursor = before ?? readCursor(state.after);
  const backwards = before !== null;
  const found = await readRows(ctx, filter, state.sort, state.dir, cursor, backwards, PAGE_ROWS + 1);
  const more = found.length > PAGE_ROWS;
  const rows = backwards ? found.slice(more ? 1 : 0) : found.slice(0, PAGE_ROWS);
  const cursorOf = (row: ListedRow | undefined) => (row ? writeCursor({ id: row.id, value: row.key }) : null);
  const owners = await ownerNames(
    ctx,
    rows.map((row) => row.ownerId),
  );
  const total = await countRows(ctx, filter);
  const seesAll = ctx.actor.role !== "consultant";
  return {
    rows: rows.map((row) => toCaseRow(row, owners, day.timeZone)),
    previous: (backwards ? more : cursor !== null) ? cursorOf(rows[0]) : null,
    next: (backwards ? rows.length > 0 : more) ? cursorOf(rows.at(-1)) : null,
    total,
    totalIsBound: total >= COUNT_BOUND,
    waiting: await countWaiting(ctx, state, day.today),
    day,
    assignees: seesAll ? await listAssignees(ctx) : [],
    allowed: {
      assign: isAllowed(ctx.actor, "case.assign"),
      create: isAllowed(ctx.actor, "case.create"),
      export: isAllowed(ctx.actor, "case.export"),
      filterByOwner: seesAll,
    },
  };
}

/** Rows a CSV page holds, and how many pages one export has. */
const EXPORT_PAGE = 1_000;
const EXPORT_PAGES = 20;

/** The list's rows for a spreadsheet, in the list's order, page by page; at most 20,000. */
export async function listCasesForExport(ctx: StaffContext, state: CaseListState): Promise<CaseRow[]> {
  const day = await getFirmDay(ctx);
  const filter = (cases: Cases) => filterCondition(ctx, cases, state, day.today);
  const exported: CaseRow[] = [];
  let cursor: Cursor | null = null;
  for (let page = 0; page < EXPORT_PAGES; page += 1) {
    const found: ListedRow[] = await readRows(ctx, filter, state.sort, state.dir, cursor, false, EXPORT_PAGE);
    const owners = await ownerNames(
      ctx,
      found.map((row) => row.ownerId),
    );
    exported.push(...found.map((row) => toCaseRow(row, owners, day.timeZone)));
    const last = found.at(-1);
    if (!last || found.length < EXPORT_PAGE) break;
    cursor = { id: last.id, value: last.key };
  }
  return exported;
}

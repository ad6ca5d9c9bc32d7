import "server-only";
import { and, asc, desc, eq, gt, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { isAllowed } from "@/lib/policy/can";
import { listOwners, ownedBy, readAsked, spanOf, type Asked } from "../queries";
import { readAfter, readFigure, type Params } from "../rules";
import { dateLabelOf, daysLabelOf, titleOf, whatOf } from "../tables/facts";
import type { FactList, FactRow, Figure, ReportState } from "../types";
import { visibleFacts } from "../visibility";

type Facts = ReturnType<typeof visibleFacts>;

/** Rows of one page, and the most that one file takes out. */
const PAGE_ROWS = 100;
const EXPORT_ROWS = 20_000;

function behind(facts: Facts, figure: Figure, state: ReportState): SQL | undefined {
  const { month, group, part, depth, returned } = figure;
  return and(
    ownedBy(facts, state),
    month === undefined ? undefined : eq(facts.month, month),
    group === undefined ? undefined : eq(facts.group, group),
    part === undefined ? undefined : eq(facts.part, part),
    depth === undefined ? undefined : gte(facts.depth, depth),
    returned ? gt(facts.depth, 0) : undefined,
  );
}

async function namesOf(ctx: StaffContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select({ id: colleagues.id, name: colleagues.name })
    .from(colleagues)
    .where(inArray(colleagues.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function selectFacts(
  ctx: StaffContext,
  { state, day }: Asked,
  figure: Figure,
  after: ReturnType<typeof readAfter>,
  limit: number,
): Promise<FactRow[]> {
  const facts = visibleFacts(ctx, figure.set, spanOf(state, day));
  const past = after && or(lt(facts.on, after.on), and(eq(facts.on, after.on), gt(facts.id, after.id)));
  const rows = await ctx.db
    .select()
    .from(facts)
    .where(and(behind(facts, figure, state), past ?? undefined))
    .orderBy(desc(facts.on), asc(facts.id))
    .limit(limit);
  const names = await namesOf(
    ctx,
    rows.map(({ ownerId }) => ownerId),
  );
  return rows.map((row) => ({
    ...{ id: row.id, caseId: row.caseId, number: row.number, displayName: row.displayName },
    ...{ stage: row.stage, on: row.on, days: row.days },
    ownerName: names.get(row.ownerId) ?? "",
    what: whatOf(figure.set, row),
  }));
}

/** The rows behind a figure, the newest first, page by page, and how many there are in all: as many as it says. */
export async function listFacts(ctx: StaffContext, name: string, params: Params): Promise<FactList> {
  const asked = await readAsked(ctx, name, params);
  const figure = readFigure(params, asked.name);
  const facts = visibleFacts(ctx, figure.set, spanOf(asked.state, asked.day));
  const [counted] = await ctx.db
    .select({ n: sql<number>`count(*)`.mapWith(Number).as("n") })
    .from(facts)
    .where(behind(facts, figure, asked.state));
  const after = readAfter(params);
  const found = await selectFacts(ctx, asked, figure, after, PAGE_ROWS + 1);
  const rows = found.slice(0, PAGE_ROWS);
  const last = found.length > PAGE_ROWS ? rows.at(-1) : undefined;
  return {
    ...{ name: asked.name, state: asked.state, figure, rows },
    title: titleOf(figure),
    dateLabel: dateLabelOf(figure.set),
    daysLabel: daysLabelOf(figure.set),
    total: counted?.n ?? 0,
    next: last ? `${last.on}.${last.id}` : null,
    isFirst: after === null,
    owners: (await listOwners(ctx)).filter(({ id }) => id === asked.state.owner),
    allowed: { export: isAllowed(ctx.actor, "case.export") },
  };
}

/** The same rows for a spreadsheet, at most 20,000. */
export async function listFactsForExport(
  ctx: StaffContext,
  name: string,
  params: Params,
): Promise<Pick<FactList, "name" | "rows" | "dateLabel" | "daysLabel">> {
  const asked = await readAsked(ctx, name, params);
  const figure = readFigure(params, asked.name);
  return {
    name: asked.name,
    rows: await selectFacts(ctx, asked, figure, null, EXPORT_ROWS),
    dateLabel: dateLabelOf(figure.set),
    daysLabel: daysLabelOf(figure.set),
  };
}

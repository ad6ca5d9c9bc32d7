import "server-only";
import { asc, eq, sql, type SQL } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { FirmDay } from "@/lib/cases/types";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { instantInZone } from "@/lib/express-entry/timing/zone";
import { can, isAllowed } from "@/lib/policy/can";
import { monthsOf, readReportName, readReportState, type Params } from "./rules";
import type { Counted, Measured } from "./tables/counted";
import { documentHeadline, documentTables } from "./tables/documents";
import { intakeHeadline, intakeTables } from "./tables/intake";
import { onTimeHeadline, onTimeTables } from "./tables/on-time";
import { returnHeadline, returnTables } from "./tables/returns";
import { stageHeadline, stageTables } from "./tables/stages";
import { workloadHeadline, workloadTables } from "./tables/workload";
import type { FactSet, Report, ReportName, ReportOwner, ReportState, Span } from "./types";
import { visibleFacts } from "./visibility";

type Facts = ReturnType<typeof visibleFacts>;
type Key = "month" | "ownerId" | "group" | "part" | "depth";
/** The period of a report in instants of the firm's zone. */
export function spanOf({ from, to }: ReportState, { today, timeZone }: FirmDay): Span {
  return {
    ...{ from, to, today, timeZone },
    start: instantInZone(from, 0, timeZone),
    end: instantInZone(addDays(to, 1), 0, timeZone),
  };
}

/** A report, its period and consultant, and the firm's day. */
export interface Asked {
  name: ReportName;
  state: ReportState;
  day: FirmDay;
}

/** What an address asks for. NOT_FOUND for a report that there is not, FORBIDDEN for who may not read any. */
export async function readAsked(ctx: StaffContext, name: string, params: Params): Promise<Asked> {
  const mayRead = can(ctx.actor, "report.read");
  if (!mayRead.allowed) throw forbidden(mayRead.reason);
  const known = readReportName(name);
  if (known === null) throw notFound();
  const day = await getFirmDay(ctx);
  return { name: known, state: readReportState(params, day.today), day };
}

/** Of the consultant asked for. */
export const ownedBy = (facts: Facts, { owner }: ReportState) =>
  owner === null ? undefined : eq(facts.ownerId, owner);

/** How many rows of a set have the same keys. */
async function countBy(
  ctx: StaffContext,
  set: FactSet,
  { state, day }: Asked,
  keys: readonly Key[],
): Promise<Counted[]> {
  const facts = visibleFacts(ctx, set, spanOf(state, day));
  const text = (key: Exclude<Key, "depth">) =>
    keys.includes(key) ? sql<string>`${facts[key]}` : sql<string>`''`;
  return ctx.db
    .select({
      month: text("month").as("by_month"),
      ownerId: text("ownerId").as("by_owner"),
      group: text("group").as("by_group"),
      part: text("part").as("by_part"),
      depth: (keys.includes("depth") ? sql<number>`${facts.depth}` : sql<number>`0`).as("by_depth"),
      n: sql<number>`count(*)`.mapWith(Number).as("n"),
    })
    .from(facts)
    .where(ownedBy(facts, state))
    .groupBy(...keys.map((key) => facts[key]));
}

const percentile = (part: number, days: Facts["days"] | SQL) =>
  sql<number>`percentile_disc(${part}::float8) within group (order by ${days})`.mapWith(Number);

/** How long the rows of a set took, by group and by part of it. A percentile is a real row's, the lower of two. */
async function measureBy(ctx: StaffContext, set: FactSet, { state, day }: Asked): Promise<Measured[]> {
  const facts = visibleFacts(ctx, set, spanOf(state, day));
  const own = sql`${facts.days} - ${facts.clientDays}`;
  return ctx.db
    .select({
      group: facts.group,
      part: sql<string | null>`${facts.part}`.as("measured_part"),
      n: sql<number>`count(*)`.mapWith(Number).as("n"),
      median: percentile(0.5, facts.days).as("median"),
      eighty: percentile(0.8, facts.days).as("eighty"),
      clientMedian: percentile(0.5, facts.clientDays).as("client_median"),
      ownMedian: percentile(0.5, own).as("own_median"),
      returned: sql<number>`count(*) filter (where ${facts.depth} > 0)`.mapWith(Number).as("returned"),
    })
    .from(facts)
    .where(ownedBy(facts, state))
    .groupBy(sql`grouping sets ((${facts.group}), (${facts.group}, ${facts.part}))`);
}

/** The firm's staff by name, and who of them may be given files now. */
export async function listOwners(ctx: StaffContext): Promise<ReportOwner[]> {
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select({ id: colleagues.id, name: colleagues.name, role: colleagues.role, status: colleagues.status })
    .from(colleagues)
    .orderBy(asc(colleagues.name), asc(colleagues.id));
  return rows.map(({ id, name, role, status }) => ({
    ...{ id, name },
    isAssignable: status === "active" && role !== "administrator",
  }));
}

type Content = Pick<Report, "headline" | "tables">;

/** The figures of one report, each query an aggregate over the facts of its period. */
async function contentOf(ctx: StaffContext, asked: Asked, owners: readonly ReportOwner[]): Promise<Content> {
  const months = monthsOf(asked.state);
  switch (asked.name) {
    case "on-time": {
      const rows = await countBy(ctx, "ended_windows", asked, ["month", "ownerId", "group"]);
      return { headline: onTimeHeadline(rows), tables: onTimeTables(rows, months, owners) };
    }
    case "stages": {
      const rows = (await measureBy(ctx, "stays", asked)).filter(({ part }) => part === null);
      return { headline: stageHeadline(rows), tables: stageTables(rows) };
    }
    case "documents": {
      const rows = await measureBy(ctx, "documents", asked);
      return { headline: documentHeadline(rows), tables: documentTables(rows) };
    }
    case "returns": {
      const rows = await countBy(ctx, "reviews", asked, ["group", "part"]);
      return { headline: returnHeadline(rows), tables: returnTables(rows) };
    }
    case "intake": {
      const rows = await countBy(ctx, "enquiries", asked, ["month", "group", "depth"]);
      return { headline: intakeHeadline(rows), tables: intakeTables(rows, months) };
    }
    case "workload": {
      const load = {
        open_cases: await countBy(ctx, "open_cases", asked, ["ownerId", "group"]),
        open_windows: await countBy(ctx, "open_windows", asked, ["ownerId"]),
        waiting_reviews: await countBy(ctx, "waiting_reviews", asked, ["ownerId"]),
      };
      return { headline: workloadHeadline(load), tables: workloadTables(load, owners) };
    }
  }
}

/** A report as its address asks for it: its figures of the cases that the viewer sees. */
export async function getReport(ctx: StaffContext, name: string, params: Params): Promise<Report> {
  const asked = await readAsked(ctx, name, params);
  const { actor } = ctx;
  const everybody = await listOwners(ctx);
  const { owner } = asked.state;
  const shown = everybody.filter(({ id }) => owner === null || id === owner);
  return {
    ...asked,
    ...(await contentOf(ctx, asked, shown)),
    owners: everybody.map(({ id, name: own }) => ({ id, name: own })),
    allowed: { export: isAllowed(actor, "case.export"), filterByOwner: actor.role !== "consultant" },
  };
}

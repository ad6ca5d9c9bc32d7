import "server-only";
import { and, asc, count, desc, eq, gt, lt, or, sql, type SQL } from "drizzle-orm";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { listLatestRounds } from "@/lib/draws/queries";
import { isAllowed } from "@/lib/policy/can";
import { faultsOfVersion, findRun, getVersion } from "../queries";
import type { ComparedClient, ComparedRound, ComparisonPage, ComparisonView } from "../types";
import { versionBefore } from "../versions";
import { visibleComparisonLines } from "../visibility";

/** Clients on one page. */
const PAGE = 50;

type Lines = ReturnType<typeof visibleComparisonLines>;

function crosses(lines: Lines): SQL {
  return sql`(${lines.nowReached} <> '[]'::jsonb or ${lines.noLongerReached} <> '[]'::jsonb)`;
}

/** Whether a line belongs to a view: who gains or loses points, who crosses a cut-off. */
function inView(lines: Lines, view: ComparisonView): SQL | undefined {
  if (view === "gains") return gt(lines.difference, 0);
  if (view === "losses") return lt(lines.difference, 0);
  return view === "crossings" ? crosses(lines) : undefined;
}

async function countViews(ctx: StaffContext, runId: string): Promise<ComparisonPage["counts"]> {
  const lines = visibleComparisonLines(ctx);
  const [row] = await ctx.db
    .select({
      all: count(),
      gains: sql<number>`(count(*) filter (where ${lines.difference} > 0))::int`,
      losses: sql<number>`(count(*) filter (where ${lines.difference} < 0))::int`,
      crossings: sql<number>`(count(*) filter (where ${crosses(lines)}))::int`,
    })
    .from(lines)
    .where(eq(lines.runId, runId));
  return row ?? { all: 0, gains: 0, losses: 0, crossings: 0 };
}

/** `-25.<case id>`: where the page before ended. Anything else is the first page. */
function readCursor(cursor: string | null): { difference: number; caseId: string } | null {
  const found = /^(-?\d{1,4})\.([0-9a-f-]{36})$/.exec(cursor ?? "");
  return found?.[1] && found[2] ? { difference: Number(found[1]), caseId: found[2] } : null;
}

/** The hardest hit first; of the gains the largest. */
function selectLines(ctx: StaffContext, runId: string, view: ComparisonView, cursor: string | null) {
  const lines = visibleComparisonLines(ctx);
  const colleagues = visibleColleagues(ctx);
  const after = readCursor(cursor);
  const descending = view === "gains";
  const further = descending ? lt : gt;
  return ctx.db
    .select({
      ...{ caseId: lines.caseId, number: lines.caseNumber, displayName: lines.displayName },
      ...{ oldTotal: lines.oldTotal, newTotal: lines.newTotal, difference: lines.difference },
      ...{ oldCents: lines.oldCents, newCents: lines.newCents, gained: lines.gained, lost: lines.lost },
      ...{ nowReached: lines.nowReached, noLongerReached: lines.noLongerReached, ownerName: colleagues.name },
    })
    .from(lines)
    .leftJoin(colleagues, eq(colleagues.id, lines.ownerId))
    .where(
      and(
        eq(lines.runId, runId),
        inView(lines, view),
        after
          ? or(
              further(lines.difference, after.difference),
              and(eq(lines.difference, after.difference), gt(lines.caseId, after.caseId)),
            )
          : undefined,
      ),
    )
    .orderBy(descending ? desc(lines.difference) : asc(lines.difference), asc(lines.caseId))
    .limit(PAGE + 1);
}

type LineRow = Awaited<ReturnType<typeof selectLines>>[number];

function toClient(row: LineRow, rounds: ReadonlyMap<string, ComparedRound>): ComparedClient {
  const named = (ids: readonly string[]) => ids.flatMap((id) => rounds.get(id) ?? []);
  return {
    ...row,
    ownerName: row.ownerName ?? "",
    nowReached: named(row.nowReached),
    noLongerReached: named(row.noLongerReached),
  };
}

/** Who gains and who loses under a draft, of the viewer's cases; without an answer yet, what it waits for. */
export async function getComparisonPage(
  ctx: StaffContext,
  idOrKey: string,
  { view, cursor }: { view: ComparisonView; cursor: string | null },
): Promise<ComparisonPage> {
  const { version, versions, today, timeZone } = await getVersion(ctx, idOrKey);
  const { body: _body, ...head } = version;
  const run = await findRun(ctx, version, "comparison");
  const before = versionBefore(versions, version);
  const rounds = new Map(
    (await listLatestRounds(ctx)).map(({ id, title, date, lowestCrs }) => [
      id,
      { id, label: title, date, lowestCrs },
    ]),
  );
  const rows = run ? await selectLines(ctx, run.id, view, cursor) : [];
  const clients = rows.slice(0, PAGE).map((row) => toClient(row, rounds));
  const last = clients.at(-1);
  return {
    version: head,
    ...{ today, timeZone, run, view, clients },
    beside: before && { id: before.id, key: before.key },
    counts: run ? await countViews(ctx, run.id) : { all: 0, gains: 0, losses: 0, crossings: 0 },
    next: rows.length > PAGE && last ? `${last.difference}.${last.caseId}` : null,
    faults: faultsOfVersion(version),
    allowed: { edit: isAllowed(ctx.actor, "rules.manage") && version.status === "draft" },
  };
}

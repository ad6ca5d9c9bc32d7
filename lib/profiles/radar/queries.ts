import "server-only";
import { asc, count, desc, eq, sql } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { listLatestRounds } from "@/lib/draws/queries";
import { shortLabel } from "@/lib/draws/rules";
import type { RoundDto } from "@/lib/draws/types";
import { forbidden } from "@/lib/errors/app-error";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { can } from "@/lib/policy/can";
import { crossings, recentRounds } from "../pool/standing";
import type { Crossing, RadarDays, RadarLine, RadarPage } from "../pool/types";
import { visibleStandings } from "../visibility";

/** Clients on the radar's page. */
const RADAR_LIMIT = 200;

function toRadarLine(row: MovingRow, crossing: Crossing, rounds: readonly RoundDto[]): RadarLine {
  const round = rounds.find(({ id }) => id === crossing.roundId);
  return {
    ...crossing,
    ...{ caseId: row.caseId, number: row.caseNumber, displayName: row.displayName, ownerName: row.ownerName },
    round: round ? shortLabel(round.program) : "",
    lowestCrs: round?.lowestCrs ?? 0,
    advice: crossing.direction === "falls" ? row.advice : null,
  };
}

/** Profiles that end or for which anything changes before a day; the others cannot cross a cut-off. */
async function selectMoving(ctx: StaffContext, until: IsoDate) {
  const pool = visibleStandings(ctx);
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select()
    .from(pool)
    .leftJoin(colleagues, eq(colleagues.id, pool.ownerId))
    .where(
      sql`${pool.expiresAt} < ${until}::date + interval '2 days'
        or exists (select from jsonb_array_elements(${pool.changes}) as change where change ->> 'on' <= ${until})`,
    )
    .orderBy(desc(pool.score), asc(pool.submittedAt), asc(pool.id));
  return rows.map(({ visible_standing: row, visible_colleague: owner }) => ({
    ...row,
    ownerName: owner?.name ?? "",
  }));
}

type MovingRow = Awaited<ReturnType<typeof selectMoving>>[number];

async function countComputed(ctx: StaffContext): Promise<{ looked: number; waiting: number }> {
  const pool = visibleStandings(ctx);
  const [counted] = await ctx.db
    .select({
      looked: count(),
      waiting: sql<number>`count(*) filter (where ${pool.horizon} is null)::int`,
    })
    .from(pool);
  return counted ?? { looked: 0, waiting: 0 };
}

/** Who falls below, or rises above, the recent cut-offs within some days, the earliest first. */
export async function getRadar(ctx: StaffContext, days: RadarDays): Promise<RadarPage> {
  const decision = can(ctx.actor, "pool.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { today, timeZone } = await getFirmDay(ctx);
  const rounds = recentRounds(await listLatestRounds(ctx), today);
  // One line a client: the first crossing is the one to act on.
  const moving = await selectMoving(ctx, addDays(today, days));
  const lines = moving.flatMap((row) => {
    const ahead = { ...row, endsOn: dateInZone(row.expiresAt, timeZone) };
    const [first] = crossings(ahead, rounds, today, days);
    return first ? [toRadarLine(row, first, rounds)] : [];
  });
  const ofDirection = (direction: Crossing["direction"]) =>
    lines.filter((line) => line.direction === direction).sort((a, b) => a.on.localeCompare(b.on));
  const [falls, rises] = [ofDirection("falls"), ofDirection("rises")];
  return {
    ...{ today, days },
    falls: falls.slice(0, RADAR_LIMIT),
    rises: rises.slice(0, RADAR_LIMIT),
    ...(await countComputed(ctx)),
    truncated: Math.max(falls.length, rises.length) > RADAR_LIMIT,
  };
}

import "server-only";
import { asc, count, desc, eq, isNull, lte } from "drizzle-orm";
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
import { countRanked } from "../pool/queries";
import { recentRounds } from "../pool/rules";
import { visiblePlaces, visibleStandings } from "../visibility";
import { crossings } from "./rules";
import type { Crossing, RadarDays, RadarLine, RadarPage } from "./types";

/** Clients of one direction on the radar's page. */
const RADAR_LIMIT = 200;

/** Who falls, or rises, up to a day, the earliest first: one more than the page shows. */
async function selectMoving(ctx: StaffContext, direction: Crossing["direction"], until: IsoDate) {
  const pool = visibleStandings(ctx);
  const colleagues = visibleColleagues(ctx);
  const on = direction === "falls" ? pool.fallsOn : pool.risesOn;
  const rows = await ctx.db
    .select()
    .from(pool)
    // A left join: among many clients' accounts the planner takes an inner one for a filter, and reads every case.
    .leftJoin(colleagues, eq(colleagues.id, pool.ownerId))
    .where(lte(on, until))
    .orderBy(asc(on), desc(pool.score), asc(pool.submittedAt), asc(pool.id))
    .limit(RADAR_LIMIT + 1);
  return rows.map(({ visible_standing: row, visible_colleague: owner }) => ({
    ...row,
    ownerName: owner?.name ?? "",
  }));
}

type MovingRow = Awaited<ReturnType<typeof selectMoving>>[number];

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

interface Look {
  rounds: readonly RoundDto[];
  today: IsoDate;
  timeZone: string;
  days: RadarDays;
}

/** One line a client: the first crossing of a direction is the one to act on. */
async function listMoving(
  ctx: StaffContext,
  direction: Crossing["direction"],
  { rounds, today, timeZone, days }: Look,
): Promise<{ lines: RadarLine[]; truncated: boolean }> {
  const moving = await selectMoving(ctx, direction, addDays(today, days));
  const lines = moving.slice(0, RADAR_LIMIT).flatMap((row) => {
    const ahead = { ...row, endsOn: dateInZone(row.expiresAt, timeZone) };
    const first = crossings(ahead, rounds, today, days).find((one) => one.direction === direction);
    return first ? [toRadarLine(row, first, rounds)] : [];
  });
  return { lines, truncated: moving.length > RADAR_LIMIT };
}

async function countWaiting(ctx: StaffContext): Promise<number> {
  const pool = visiblePlaces(ctx);
  const [counted] = await ctx.db.select({ waiting: count() }).from(pool).where(isNull(pool.horizon));
  return counted?.waiting ?? 0;
}

/** Who falls below, or rises above, the recent cut-offs within some days, the earliest first. */
export async function getRadar(ctx: StaffContext, days: RadarDays): Promise<RadarPage> {
  const decision = can(ctx.actor, "pool.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { today, timeZone } = await getFirmDay(ctx);
  const look = { rounds: recentRounds(await listLatestRounds(ctx), today), today, timeZone, days };
  const falls = await listMoving(ctx, "falls", look);
  const rises = await listMoving(ctx, "rises", look);
  return {
    ...{ today, days },
    falls: falls.lines,
    rises: rises.lines,
    looked: await countRanked(ctx),
    waiting: await countWaiting(ctx),
    truncated: falls.truncated || rises.truncated,
  };
}

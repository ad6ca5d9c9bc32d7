import "server-only";
import { and, desc, eq, gte, lte } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { can, isAllowed } from "@/lib/policy/can";
import { findReplayPage } from "./replay/queries";
import type { ReplayList } from "./replay/types";
import { FIRST_ROUND_DATE, programLabel } from "./rules";
import type {
  CorrectionDto,
  PublishedRoundDto,
  RoundDto,
  RoundPage,
  RoundsOfYear,
  RoundToCorrect,
} from "./types";
import { visibleCorrections, visiblePublishedRounds, visibleRounds } from "./visibility";

/** About two years of rounds. */
const ROUNDS_LIMIT = 120;

/** Days included; null or absent: not asked for. */
interface RoundsAsked {
  program?: string | null;
  from?: IsoDate | null;
  until?: IsoDate | null;
}

/** Newest first. */
function selectRounds(ctx: ActorContext, { program = null, from = null, until = null }: RoundsAsked) {
  const rounds = visibleRounds(ctx);
  return ctx.db
    .select()
    .from(rounds)
    .where(
      and(
        program === null ? undefined : eq(rounds.program, program),
        from === null ? undefined : gte(rounds.date, from),
        until === null ? undefined : lte(rounds.date, until),
      ),
    )
    .orderBy(desc(rounds.date), desc(rounds.number));
}

interface RoundRow {
  name: string;
  program: string;
  categoryBased: boolean;
}

/** The row of a round with its program known, and what people call it. */
function toRound<Row extends RoundRow>(row: Row): Row & { program: RoundProgram; title: string } {
  return {
    ...row,
    program: row.program as RoundProgram,
    title: row.categoryBased ? row.name : programLabel(row.program),
  };
}

const FIRST_YEAR = Number(FIRST_ROUND_DATE.slice(0, 4));

/** The rounds of one year or of all, newest first; a year that has none is this one in the firm's zone. */
export async function getRoundsOfYear(
  ctx: StaffContext,
  program: string | null,
  asked: number | "all" | null,
): Promise<RoundsOfYear> {
  const { today } = await getFirmDay(ctx);
  const thisYear = Number(today.slice(0, 4));
  const isYear = typeof asked === "number" && asked >= FIRST_YEAR && asked <= thisYear;
  const year = asked === "all" ? null : isYear ? asked : thisYear;
  const span = year === null ? {} : { from: `${year}-01-01`, until: `${year}-12-31` };
  return {
    year,
    years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index),
    rounds: (await selectRounds(ctx, { program, ...span })).map(toRound),
    allowed: { record: isAllowed(ctx.actor, "round.record") },
  };
}

async function getRound(ctx: StaffContext, id: string): Promise<PublishedRoundDto> {
  const rounds = visiblePublishedRounds(ctx);
  const [row] = await ctx.db.select().from(rounds).where(eq(rounds.id, id));
  if (!row) throw notFound();
  return toRound(row);
}

/** Today in the firm's zone, for whoever may record rounds. FORBIDDEN for anybody else. */
export async function getRecordingDay(ctx: StaffContext): Promise<{ today: IsoDate }> {
  const decision = can(ctx.actor, "round.record");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { today } = await getFirmDay(ctx);
  return { today };
}

/** A round as it is recorded, for whoever may put it right. FORBIDDEN for anybody else; NOT_FOUND. */
export async function getRoundToCorrect(ctx: StaffContext, id: string): Promise<RoundToCorrect> {
  const { today } = await getRecordingDay(ctx);
  return { round: await getRound(ctx, id), today };
}

const AROUND_DAYS = 365;

/** Rounds of one kind in the year before and after one of them, oldest first. */
async function listSameProgram(ctx: StaffContext, { program, date }: RoundDto): Promise<RoundDto[]> {
  const span = { from: addDays(date, -AROUND_DAYS), until: addDays(date, AROUND_DAYS) };
  const rows = await selectRounds(ctx, { program, ...span });
  return rows.map(toRound).toReversed();
}

function listCorrections(ctx: StaffContext, roundId: string): Promise<CorrectionDto[]> {
  const corrections = visibleCorrections(ctx);
  return ctx.db
    .select()
    .from(corrections)
    .where(eq(corrections.roundId, roundId))
    .orderBy(desc(corrections.at), corrections.field);
}

/**
 * A round with what its newest replay found of the viewer's clients, `list` whole if one is asked for. Its facts are
 * public; who may not see the pool gets these alone.
 */
export async function getRoundPage(
  ctx: StaffContext,
  id: string,
  list: ReplayList | null,
): Promise<RoundPage> {
  const decision = can(ctx.actor, "round.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const round = await getRound(ctx, id);
  const { timeZone, today } = await getFirmDay(ctx);
  const matches = isAllowed(ctx.actor, "pool.read");
  return {
    ...{ round, timeZone, today },
    sameProgram: await listSameProgram(ctx, round),
    corrections: await listCorrections(ctx, id),
    replay: matches ? await findReplayPage(ctx, round, list) : null,
    allowed: {
      matches,
      replay: isAllowed(ctx.actor, "round.replay"),
      recordInvitation: isAllowed(ctx.actor, "case.create"),
      correct: isAllowed(ctx.actor, "round.record"),
    },
  };
}

/** Rounds since a day, newest first: what a profile submitted then could have been reached by. */
export async function listRoundsSince(ctx: StaffContext, since: IsoDate): Promise<RoundDto[]> {
  const rows = await selectRounds(ctx, { from: since }).limit(ROUNDS_LIMIT);
  return rows.map(toRound);
}

/** The newest round of each program: what "recent cut-offs" means on a screen. */
export async function listLatestRounds(ctx: ActorContext): Promise<RoundDto[]> {
  const rounds = visibleRounds(ctx);
  const rows = await ctx.db
    .selectDistinctOn([rounds.program])
    .from(rounds)
    .orderBy(rounds.program, desc(rounds.date), desc(rounds.number));
  return rows.map(toRound);
}

/** The newest round of a program up to a day; what "the last cut-off" means on a screen. */
export async function findLastRound(
  ctx: StaffContext,
  program: string,
  until: IsoDate,
): Promise<RoundDto | null> {
  const [row] = await selectRounds(ctx, { program, until }).limit(1);
  return row ? toRound(row) : null;
}

import "server-only";
import { and, count, desc, eq, gt, gte, inArray, lte } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { isInvited, type RoundProgram } from "@/lib/express-entry/draws/invited";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { can, isAllowed } from "@/lib/policy/can";
import { splitClasses } from "@/lib/profiles/rules";
import { visibleInvitations, visiblePoolEntries, visibleProfiles } from "@/lib/profiles/visibility";
import { FIRST_ROUND_DATE, NEAR_MISS_POINTS, programLabel, reasonInWords } from "./rules";
import type {
  CorrectionDto,
  PublishedRoundDto,
  RoundDto,
  RoundMatch,
  RoundPage,
  RoundsOfYear,
  RoundToCorrect,
} from "./types";
import { visibleCorrections, visiblePublishedRounds, visibleRounds } from "./visibility";

/** Most matches one page shows; the closest to the cut-off come first. */
const MATCH_LIMIT = 200;
/** About two years of rounds. */
const ROUNDS_LIMIT = 120;

/** A withdrawn profile is left out: it is not recorded when it left. */
const IN_POOL_AT_SOME_TIME: ("live" | "invited" | "expired")[] = ["live", "invited", "expired"];

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

/** The last moment that counts for a round: its published instant, else the end of its day (UTC). */
function instantOf(round: RoundDto): Date {
  return round.at ?? new Date(`${addDays(round.date, 1)}T00:00:00Z`);
}

/** Profiles of visible cases that were in the pool at the round, at or near its cut-off, best first. */
async function listCompetitors(ctx: StaffContext, round: RoundDto) {
  const pool = visiblePoolEntries(ctx);
  const colleagues = visibleColleagues(ctx);
  const at = instantOf(round);
  return (
    ctx.db
      .select({
        ...{
          caseId: pool.caseId,
          caseNumber: pool.caseNumber,
          displayName: pool.displayName,
          profileId: pool.id,
        },
        ...{ profileNumber: pool.profileNumber, crsScore: pool.crsScore, submittedAt: pool.submittedAt },
        ...{ classes: pool.classes, ownerId: pool.ownerId, ownerName: colleagues.name },
      })
      .from(pool)
      // A left join: among many clients' accounts the planner takes an inner one for a filter, and reads every case.
      .leftJoin(colleagues, eq(colleagues.id, pool.ownerId))
      .where(
        and(
          inArray(pool.status, IN_POOL_AT_SOME_TIME),
          gte(pool.crsScore, round.lowestCrs - NEAR_MISS_POINTS),
          lte(pool.submittedAt, at),
          gt(pool.expiresAt, at),
        ),
      )
      .orderBy(desc(pool.crsScore), pool.submittedAt)
      .limit(MATCH_LIMIT + 1)
  );
}

type Competitor = Awaited<ReturnType<typeof listCompetitors>>[number];

function matchOf(row: Competitor, round: RoundDto, recorded: ReadonlySet<string>): RoundMatch {
  const { classes, ...profile } = row;
  const { programs, categories } = splitClasses(classes);
  const verdict = isInvited(
    { score: row.crsScore, submittedAt: row.submittedAt, programs, categories },
    round,
  );
  const inRound = verdict.reason !== "not_in_round";
  const isProgram = programs.some((program) => program === round.program);
  return {
    ...profile,
    ownerName: profile.ownerName ?? "",
    margin: verdict.margin,
    secondsLate: verdict.secondsLate ?? null,
    outcome: verdict.invited ? "invited" : inRound ? "near_miss" : "not_in_round",
    reason: reasonInWords(verdict, row.submittedAt, round.tieBreakAt),
    invitation: { recorded: recorded.has(row.profileId) },
    invitationClass: isProgram ? round.program : (programs[0] ?? null),
  };
}

/** Profiles for which an ITA of this round is recorded. */
async function listRecordedProfiles(ctx: StaffContext, roundId: string): Promise<ReadonlySet<string>> {
  const invitations = visibleInvitations(ctx);
  const rows = await ctx.db
    .select({ profileId: invitations.profileId })
    .from(invitations)
    .where(eq(invitations.roundId, roundId));
  return new Set(rows.map((row) => row.profileId));
}

async function countLive(ctx: StaffContext, round: RoundDto): Promise<number> {
  const pool = visibleProfiles(ctx);
  const at = instantOf(round);
  const [row] = await ctx.db
    .select({ live: count() })
    .from(pool)
    .where(
      and(inArray(pool.status, IN_POOL_AT_SOME_TIME), lte(pool.submittedAt, at), gt(pool.expiresAt, at)),
    );
  return row?.live ?? 0;
}

/**
 * A round against every client the viewer sees: who it invites, who missed by how little, who did not compete. Its
 * facts are public; who may not see the pool gets these alone.
 */
export async function getRoundPage(ctx: StaffContext, id: string): Promise<RoundPage> {
  const decision = can(ctx.actor, "round.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const round = await getRound(ctx, id);
  const { timeZone, today } = await getFirmDay(ctx);
  const facts = {
    ...{ round, timeZone, today },
    sameProgram: await listSameProgram(ctx, round),
    corrections: await listCorrections(ctx, id),
  };
  const correct = isAllowed(ctx.actor, "round.record");
  if (!isAllowed(ctx.actor, "pool.read")) {
    const allowed = { matches: false, recordInvitation: false, correct };
    return { ...facts, matches: [], live: 0, truncated: false, allowed };
  }
  const competitors = await listCompetitors(ctx, round);
  const recorded = await listRecordedProfiles(ctx, id);
  return {
    ...facts,
    matches: competitors.slice(0, MATCH_LIMIT).map((row) => matchOf(row, round, recorded)),
    live: await countLive(ctx, round),
    truncated: competitors.length > MATCH_LIMIT,
    allowed: { matches: true, recordInvitation: isAllowed(ctx.actor, "case.create"), correct },
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

import "server-only";
import { and, count, desc, eq, gt, gte, inArray, lt, lte } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { isInvited, type RoundProgram } from "@/lib/express-entry/draws/invited";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { can, isAllowed } from "@/lib/policy/can";
import { splitClasses } from "@/lib/profiles/rules";
import { visibleInvitations, visiblePoolEntries, visibleProfiles } from "@/lib/profiles/visibility";
import { NEAR_MISS_POINTS, programLabel, reasonInWords } from "./rules";
import type { CorrectionDto, RoundDto, RoundMatch, RoundPage, RoundsOfYear } from "./types";
import { visibleCorrections, visibleRounds } from "./visibility";

/** Most matches one page shows; the closest to the cut-off come first. */
const MATCH_LIMIT = 200;
/** About two years of rounds. */
const ROUNDS_LIMIT = 120;

/** A withdrawn profile is left out: it is not recorded when it left. */
const IN_POOL_AT_SOME_TIME: ("live" | "invited" | "expired")[] = ["live", "invited", "expired"];

type RoundRow = Awaited<ReturnType<typeof selectRounds>>[number];

function selectRounds(ctx: StaffContext, { year, program }: { year: number | null; program: string | null }) {
  const rounds = visibleRounds(ctx);
  return ctx.db
    .select()
    .from(rounds)
    .where(
      and(
        program === null ? undefined : eq(rounds.program, program),
        year === null ? undefined : gte(rounds.date, `${year}-01-01`),
        year === null ? undefined : lt(rounds.date, `${year + 1}-01-01`),
      ),
    )
    .orderBy(desc(rounds.date), desc(rounds.number));
}

function toRound(row: RoundRow): RoundDto {
  return {
    ...row,
    program: row.program as RoundProgram,
    title: row.categoryBased ? row.name : programLabel(row.program),
  };
}

/** Express Entry's first round was in 2015. */
const FIRST_YEAR = 2015;

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
  return {
    year,
    years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index),
    rounds: (await selectRounds(ctx, { year, program })).map(toRound),
    today,
    allowed: { record: isAllowed(ctx.actor, "round.record") },
  };
}

async function getRound(ctx: StaffContext, id: string): Promise<RoundDto> {
  const rounds = visibleRounds(ctx);
  const [row] = await ctx.db.select().from(rounds).where(eq(rounds.id, id));
  if (!row) throw notFound();
  return toRound(row);
}

const AROUND_DAYS = 365;

function listSameProgram(ctx: StaffContext, { program, date }: RoundDto): Promise<RoundDto[]> {
  const rounds = visibleRounds(ctx);
  return ctx.db
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.program, program),
        gte(rounds.date, addDays(date, -AROUND_DAYS)),
        lte(rounds.date, addDays(date, AROUND_DAYS)),
      ),
    )
    .orderBy(rounds.date, rounds.number)
    .then((rows) => rows.map(toRound));
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
export async function listRoundsSince(ctx: StaffContext, since: string): Promise<RoundDto[]> {
  const rounds = visibleRounds(ctx);
  const rows = await ctx.db
    .select()
    .from(rounds)
    .where(gte(rounds.date, since))
    .orderBy(desc(rounds.date), desc(rounds.number))
    .limit(ROUNDS_LIMIT);
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

/** The newest round of a program before a day; what "the last cut-off" means on a screen. */
export async function findLastRound(
  ctx: StaffContext,
  program: string,
  before: string,
): Promise<RoundDto | null> {
  const rounds = visibleRounds(ctx);
  const [row] = await ctx.db
    .select()
    .from(rounds)
    .where(and(eq(rounds.program, program), lt(rounds.date, addDays(before, 1))))
    .orderBy(desc(rounds.date))
    .limit(1);
  return row ? toRound(row) : null;
}

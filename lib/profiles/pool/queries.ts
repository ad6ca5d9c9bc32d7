import "server-only";
import { and, asc, count, desc, eq, gt, lt, or, sql, type SQLWrapper } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { CaseStage } from "@/lib/cases/types";
import { visibleCaseRows, visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { listLatestRounds, listRoundsSince } from "@/lib/draws/queries";
import { heldInvitations, instantOfRound, verdictInWords } from "@/lib/draws/replay/rules";
import { ROUND_PROGRAMS, shortLabel } from "@/lib/draws/rules";
import type { RoundDto } from "@/lib/draws/types";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { replayProfile } from "@/lib/express-entry/draws/replay";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { getCaseFacts } from "@/lib/people/queries";
import { can, isAllowed } from "@/lib/policy/can";
import type { Permission } from "@/lib/policy/permissions";
import { getRuleTables } from "@/lib/rules/queries";
import { listInvitations, listProfiles } from "../queries";
import { PROGRAMS, splitClasses } from "../rules";
import type {
  InvitationDto,
  PoolCliff,
  PoolCursor,
  PoolEntry,
  PoolPage,
  PoolStep,
  ProfileDto,
  ReachedRound,
} from "../types";
import { visiblePlaces, visibleStandings } from "../visibility";
import { distancesTo, recentRounds, writeCursor } from "./rules";
import type { ScoreCount } from "./types";

/** Rounds that reach this profile by the rules: look in IRCC's account when no invitation of one is recorded. */
function roundsThatReach(
  profile: ProfileDto,
  rounds: readonly RoundDto[],
  {
    facts,
    invitations,
    tables,
  }: { facts: CaseFacts; invitations: readonly InvitationDto[]; tables: RuleTables },
): ReachedRound[] {
  return rounds.flatMap((round) => {
    const { id: roundId, date, name: label, program } = round;
    const asked = { ...round, at: instantOfRound(round) };
    const held = heldInvitations(invitations, round);
    const verdict = replayProfile(facts, { ...profile, withdrawnAt: null }, held, asked, { tables });
    if (verdict.outcome !== "reached") return [];
    return [
      {
        ...{ roundId, label, date },
        reason: verdictInWords(verdict, profile.submittedAt, round.tieBreakAt),
        invitationClass: verdict.invitationClass,
        category: profile.categories.find((category) => category === program) ?? null,
      },
    ];
  });
}

interface PoolFacts {
  profile: ProfileDto | null;
  rounds: readonly RoundDto[];
  invitations: readonly InvitationDto[];
}

/** The same for a live profile, for who reads the facts; rounds with a recorded invitation are left out. */
async function findReached(
  ctx: StaffContext,
  file: { id: string; ownerId: string; clientId: string },
  { profile, rounds, invitations }: PoolFacts,
): Promise<ReachedRound[]> {
  if (profile?.status !== "live" || !isAllowed(ctx.actor, "facts.read", file)) return [];
  const known = new Set(invitations.map((one) => one.roundId));
  const asked = rounds.filter(({ id }) => !known.has(id));
  if (asked.length === 0) return [];
  const facts = await getCaseFacts(ctx, file.id);
  if (!facts.people.some(({ role }) => role === "principal")) return [];
  return roundsThatReach(profile, asked, { facts, invitations, tables: await getRuleTables(ctx) });
}

/** What may be recorded of a case's profile and invitation now, and with what its forms start. */
export async function getPoolStep(ctx: StaffContext, caseId: string): Promise<PoolStep> {
  const cases = visibleCaseRows(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  if (!file) throw notFound();
  const { timeZone, today } = await getFirmDay(ctx);
  const profiles = await listProfiles(ctx, caseId);
  const invitations = await listInvitations(ctx, caseId);
  const profile = profiles.find((one) => one.status === "live") ?? profiles[0] ?? null;
  const invitation = invitations.find((one) => one.status === "open") ?? invitations[0] ?? null;
  const rounds = profile ? await listRoundsSince(ctx, dateInZone(profile.submittedAt, "UTC")) : [];
  const may = (permission: Permission, stages: readonly CaseStage[]) =>
    stages.includes(file.stage) && isAllowed(ctx.actor, permission, file);
  return {
    ...{
      caseId,
      number: file.number,
      stage: file.stage,
      derivedScore: file.crsScore,
      timeZone,
      today,
      profile,
      invitation,
    },
    likelyClass: PROGRAMS.find((program) => program === file.program) ?? null,
    reached: await findReached(ctx, file, { profile, rounds, invitations }),
    rounds: rounds.map((round) => ({
      id: round.id,
      label: `${formatDate(round.date)}: ${round.name}, ${round.lowestCrs}`,
    })),
    allowed: {
      recordProfile: may("profile.record", ["PROFILE_PREPARATION"]),
      changeScore: may("profile.record", ["IN_POOL"]),
      recordInvitation: may("invitation.record", ["IN_POOL"]),
      startPreparation: may("invitation.decide", ["ITA_RECEIVED"]),
      decline: may("invitation.decide", ["ITA_RECEIVED", "APPLICATION_PREPARATION", "READY_TO_SUBMIT"]),
    },
  };
}

/** Clients on one page of the pool. */
const POOL_PAGE = 100;
const WITHIN_POINTS = [0, 5, 10, 20];
/** Changes ahead that stand beside a client. */
const CLIFFS = 2;
const CLIFF_DAYS = 180;

/** Who holds a class; without one everybody. */
const holds = (classes: SQLWrapper, held: string | null) =>
  held === null ? undefined : sql`${classes} @> ${JSON.stringify([held])}::jsonb`;

/** What follows a line of the ranking: a lower score, or the same sent later. */
function afterCursor(pool: ReturnType<typeof visibleStandings>, after: PoolCursor | null) {
  if (!after) return undefined;
  return or(
    lt(pool.score, after.score),
    and(eq(pool.score, after.score), gt(pool.submittedAt, after.submittedAt)),
    and(eq(pool.score, after.score), eq(pool.submittedAt, after.submittedAt), gt(pool.id, after.id)),
  );
}

export interface RankedAsked {
  after: PoolCursor | null;
  /** Only who holds this program or category; null: everybody. */
  held: string | null;
  limit: number;
}

/** The viewer's clients in the pool as IRCC ranks them, by the score of their facts, with their owners. */
export async function listRanked(ctx: StaffContext, { after, held, limit }: RankedAsked) {
  const pool = visibleStandings(ctx);
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select()
    .from(pool)
    // A left join: among many clients' accounts the planner takes an inner one for a filter, and reads every case.
    .leftJoin(colleagues, eq(colleagues.id, pool.ownerId))
    .where(and(holds(pool.classes, held), afterCursor(pool, after)))
    .orderBy(desc(pool.score), asc(pool.submittedAt), asc(pool.id))
    .limit(limit);
  return rows.map(({ visible_standing: row, visible_colleague: owner }) => ({
    ...row,
    ownerName: owner?.name ?? "",
  }));
}

/** How many of the viewer's clients are in the pool. */
export async function countRanked(ctx: StaffContext): Promise<number> {
  const [counted] = await ctx.db.select({ total: count() }).from(visiblePlaces(ctx));
  return counted?.total ?? 0;
}

type RankedRow = Awaited<ReturnType<typeof listRanked>>[number];

/** What changes next: of the score, and the end of the profile's year. */
function cliffsOf({ changes, expiresAt }: RankedRow, { today, timeZone }: FirmDay): PoolCliff[] {
  const until = addDays(today, CLIFF_DAYS);
  const ends = dateInZone(expiresAt, timeZone);
  const ahead = changes
    .filter(({ on, points, leavesPool }) => on > today && on <= until && (points !== 0 || leavesPool))
    .map(({ on, points, label, leavesPool }) => ({ on, points, label, leaves: leavesPool }));
  const year = ends <= until ? [{ on: ends, points: 0, label: "the profile’s year ends", leaves: true }] : [];
  return [...ahead, ...year].sort((a, b) => a.on.localeCompare(b.on)).slice(0, CLIFFS);
}

function toEntry(row: RankedRow, rounds: readonly RoundDto[], day: FirmDay): PoolEntry {
  const { caseId, caseNumber: number, displayName, ownerName, profileNumber, submittedAt, expiresAt } = row;
  const { score, crsScore: recordedScore, scoredOn, rulesetId, superseded, classes } = row;
  const own = splitClasses(classes);
  return {
    ...{ caseId, number, displayName, ownerName, profileNumber, submittedAt, expiresAt },
    ...{ score, recordedScore, scoredOn, rulesetId, superseded },
    ...own,
    distances: distancesTo({ score, submittedAt, ...own }, rounds),
    cliffs: cliffsOf(row, day),
  };
}

/** How many of the viewer's clients have each score, among those who hold a class. */
async function countScores(ctx: StaffContext, held: string | null): Promise<ScoreCount[]> {
  const pool = visiblePlaces(ctx);
  return ctx.db
    .select({ score: pool.score, count: count() })
    .from(pool)
    .where(holds(pool.classes, held))
    .groupBy(pool.score)
    .orderBy(desc(pool.score));
}

/** How many clients were over their best cut-off, had it been some points lower; a class counts as its rounds do. */
async function countWithin(ctx: StaffContext, rounds: readonly RoundDto[]): Promise<PoolPage["within"]> {
  const pool = visiblePlaces(ctx);
  const cutOffs = JSON.stringify(rounds.map(({ program, lowestCrs }) => ({ program, lowest: lowestCrs })));
  const best = sql<number | null>`(
    select max(${pool.score} - cut.lowest) from jsonb_to_recordset(${cutOffs}::jsonb) as cut (program text, lowest integer)
    where ${pool.classes} ? cut.program or (cut.program = 'general' and jsonb_array_length(${pool.classes}) > 0))`;
  const margins = ctx.db
    .select({ best: best.as("best") })
    .from(pool)
    .as("margin");
  const [counted] = await ctx.db
    .select({
      total: count(),
      ...Object.fromEntries(
        WITHIN_POINTS.map((points) => [
          `within${points}`,
          sql<number>`count(*) filter (where ${margins.best} >= ${-points})::int`,
        ]),
      ),
    })
    .from(margins);
  const figures = (counted ?? {}) as Record<string, number>;
  return WITHIN_POINTS.map((points) => ({ points, count: figures[`within${points}`] ?? 0 }));
}

/** As every list of kinds has them: programs, then categories. */
function inOrder(rounds: readonly RoundDto[]): RoundDto[] {
  return ROUND_PROGRAMS.flatMap((program) => rounds.filter((round) => round.program === program));
}

type FirmDay = Awaited<ReturnType<typeof getFirmDay>>;

/** A page of the ranking. What is no kind of round in `held` is everybody. FORBIDDEN for who does not see the pool. */
export async function getPoolPage(
  ctx: StaffContext,
  { after, held: named }: Pick<RankedAsked, "after" | "held">,
): Promise<PoolPage> {
  const decision = can(ctx.actor, "pool.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const day = await getFirmDay(ctx);
  const rounds = recentRounds(await listLatestRounds(ctx), day.today);
  const held = ROUND_PROGRAMS.find((known) => known === named && known !== "general") ?? null;
  const rows = await listRanked(ctx, { after, held, limit: POOL_PAGE + 1 });
  const scores = await countScores(ctx, held);
  const entries = rows.slice(0, POOL_PAGE).map((row) => toEntry(row, rounds, day));
  const last = rows[POOL_PAGE - 1];
  return {
    ...{ today: day.today, timeZone: day.timeZone, entries, scores },
    held,
    total: scores.reduce((sum, one) => sum + one.count, 0),
    within: await countWithin(ctx, rounds),
    cutOffs: inOrder(rounds).map(({ id, program, date, lowestCrs }) => ({
      ...{ roundId: id, program, date, lowestCrs, label: shortLabel(program) },
    })),
    next: rows.length > POOL_PAGE && last ? writeCursor(last) : null,
  };
}

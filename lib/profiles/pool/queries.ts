import "server-only";
import { and, asc, count, desc, eq, gt, lt, or } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { CaseStage } from "@/lib/cases/types";
import { visibleCaseRows, visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { listLatestRounds, listRoundsSince } from "@/lib/draws/queries";
import { programLabel, reasonInWords } from "@/lib/draws/rules";
import type { RoundDto } from "@/lib/draws/types";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { isInvited, type RoundProgram } from "@/lib/express-entry/draws/invited";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { can, isAllowed } from "@/lib/policy/can";
import type { Permission } from "@/lib/policy/permissions";
import { listInvitations, listProfiles } from "../queries";
import { PROGRAMS, splitClasses } from "../rules";
import type { PoolEntry, PoolPage, PoolStep, ProfileDto, ReachedRound } from "../types";
import { visiblePoolEntries, visibleProfiles } from "../visibility";

/** Rounds that reach this profile by the rules: look in IRCC's account when no invitation of one is recorded. */
function roundsThatReach(profile: ProfileDto, rounds: readonly RoundDto[]): ReachedRound[] {
  return rounds.flatMap((round) => {
    const at = round.at ?? new Date(`${round.date}T23:59:59Z`);
    const inPool = profile.submittedAt <= at && at < profile.expiresAt;
    const verdict = isInvited({ ...profile, score: profile.crsScore }, round);
    if (!inPool || !verdict.invited) return [];
    const own = profile.programs.find((program) => program === round.program);
    return [
      {
        roundId: round.id,
        label: round.name,
        date: round.date,
        reason: reasonInWords(verdict, profile.submittedAt, round.tieBreakAt),
        invitationClass: own ?? profile.programs[0] ?? null,
        category: profile.categories.find((category) => category === round.program) ?? null,
      },
    ];
  });
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
  const known = new Set(invitations.map((one) => one.roundId));
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
    reached:
      profile?.status === "live"
        ? roundsThatReach(profile, rounds).filter((one) => !known.has(one.roundId))
        : [],
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

export interface PoolCursor {
  score: number;
  submittedAt: Date;
  id: string;
}

function selectPool(ctx: StaffContext, after: PoolCursor | null) {
  const pool = visiblePoolEntries(ctx);
  const colleagues = visibleColleagues(ctx);
  return (
    ctx.db
      .select({
        ...{ id: pool.id, caseId: pool.caseId, number: pool.caseNumber, displayName: pool.displayName },
        ...{ profileNumber: pool.profileNumber, crsScore: pool.crsScore, submittedAt: pool.submittedAt },
        ...{ expiresAt: pool.expiresAt, classes: pool.classes, ownerName: colleagues.name },
      })
      .from(pool)
      // A left join: among many clients' accounts the planner takes an inner one for a filter, and reads every case.
      .leftJoin(colleagues, eq(colleagues.id, pool.ownerId))
      .where(
        and(
          eq(pool.status, "live"),
          after
            ? or(
                lt(pool.crsScore, after.score),
                and(eq(pool.crsScore, after.score), gt(pool.submittedAt, after.submittedAt)),
                and(
                  eq(pool.crsScore, after.score),
                  eq(pool.submittedAt, after.submittedAt),
                  gt(pool.id, after.id),
                ),
              )
            : undefined,
        ),
      )
      .orderBy(desc(pool.crsScore), asc(pool.submittedAt), asc(pool.id))
      .limit(POOL_PAGE + 1)
  );
}

type PoolRow = Awaited<ReturnType<typeof selectPool>>[number];

/** Of the latest round of each program, the one this profile stands best against. */
function nearestOf(row: PoolRow, rounds: readonly RoundDto[]): PoolEntry["nearest"] {
  const { programs, categories } = splitClasses(row.classes);
  const classes: readonly RoundProgram[] = [...programs, ...categories];
  const [best] = rounds
    .filter(
      (round) => classes.includes(round.program) || (round.program === "general" && programs.length > 0),
    )
    .map(({ program, date, lowestCrs }) => ({
      label: program.length <= 3 ? program : programLabel(program),
      date,
      lowestCrs,
      margin: row.crsScore - lowestCrs,
    }))
    .sort((a, b) => b.margin - a.margin || b.date.localeCompare(a.date));
  return best ?? null;
}

function toEntry(row: PoolRow, rounds: readonly RoundDto[]): PoolEntry {
  const { caseId, number, displayName, ownerName, profileNumber, crsScore, submittedAt, expiresAt } = row;
  return {
    ...{ caseId, number, displayName, profileNumber, crsScore, submittedAt, expiresAt },
    ownerName: ownerName ?? "",
    ...splitClasses(row.classes),
    nearest: nearestOf(row, rounds),
  };
}

/** Rounds of the last year: an older cut-off says little about the next one. */
function recentOnly(rounds: readonly RoundDto[], today: string): RoundDto[] {
  const oldest = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return rounds.filter((round) => round.date >= oldest);
}

/** The viewer's clients in the pool, ranked as IRCC ranks: higher score, then earlier submission. */
export async function getPoolPage(ctx: StaffContext, after: PoolCursor | null): Promise<PoolPage> {
  const decision = can(ctx.actor, "pool.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { timeZone, today } = await getFirmDay(ctx);
  const rounds = recentOnly(await listLatestRounds(ctx), today);
  const rows = await selectPool(ctx, after);
  const live = visibleProfiles(ctx);
  const [counted] = await ctx.db.select({ total: count() }).from(live).where(eq(live.status, "live"));
  const entries = rows.slice(0, POOL_PAGE).map((row) => toEntry(row, rounds));
  const last = rows[POOL_PAGE - 1];
  return {
    ...{ today, timeZone, entries },
    total: counted?.total ?? 0,
    within: WITHIN_POINTS.map((points) => ({
      points,
      count: entries.filter((entry) => entry.nearest !== null && entry.nearest.margin >= -points).length,
    })),
    next:
      rows.length > POOL_PAGE && last
        ? { score: last.crsScore, submittedAt: last.submittedAt.toISOString(), id: last.id }
        : null,
  };
}

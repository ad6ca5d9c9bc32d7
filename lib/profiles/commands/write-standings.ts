import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { poolStanding } from "@/lib/db/schema/standings";
import { listLatestRounds } from "@/lib/draws/queries";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { enqueue } from "@/lib/jobs/enqueue";
import { recentRounds } from "../pool/rules";
import { computeStanding } from "../pool/standing";
import type { StandingStep } from "../pool/types";
import { LOOK_DAYS, turnsOf, type Turns } from "../radar/rules";

/** What the figures of a run are made with. */
export interface StandingRun {
  on: IsoDate;
  tables: RuleTables;
  /** The firm's: in which the profile's last day is a date. */
  timeZone: string;
  /** The tables changed: what was seen ahead under the former ones is not kept. */
  afresh: boolean;
}

function selectStandings(ctx: ActorContext, caseIds: string[]) {
  return ctx.db
    .select({
      standing: poolStanding,
      expiresAt: expressEntryProfile.expiresAt,
      factsVersion: caseFile.factsVersion,
    })
    .from(poolStanding)
    .innerJoin(expressEntryProfile, eq(expressEntryProfile.id, poolStanding.profileId))
    .innerJoin(caseFile, eq(caseFile.id, poolStanding.caseId))
    .where(inArray(poolStanding.caseId, caseIds));
}

type Row = Awaited<ReturnType<typeof selectStandings>>[number];

/** The step of the day, where the facts are the ones it was made of and it sees far enough ahead. */
function keptStep({ standing, factsVersion }: Row, { on, afresh }: StandingRun): StandingStep | null {
  const sees = standing.horizon !== null && standing.horizon >= addDays(on, LOOK_DAYS);
  if (afresh || !sees || standing.factsVersion !== factsVersion) return null;
  return standing.steps.find(({ from, to }) => from <= on && on <= to) ?? null;
}

/** The figures of one profile on the day of the run: looked up where they were seen ahead, else computed. */
function figuresOf(row: Row, facts: CaseFacts, run: StandingRun) {
  const { standing, expiresAt } = row;
  const kept = keptStep(row, run);
  const { score, rulesetId, superseded, classes, steps, changes, horizon } = kept
    ? { ...standing, score: kept.score, classes: kept.classes }
    : computeStanding(facts, { submittedAt: standing.submittedAt, expiresAt }, run.on, run.tables);
  return { score, rulesetId, superseded, classes, steps, changes, horizon, isKept: kept !== null };
}

/** Has what would help worked out, where anybody falls whom nobody has looked at. */
export async function adviseWhere(
  ctx: ActorContext,
  turns: readonly Pick<Turns, "fallsBy" | "advice">[],
): Promise<void> {
  if (turns.some(({ fallsBy, advice }) => fallsBy !== null && advice === null)) {
    await enqueue(ctx, "advise-pool", {}, { jobKey: "advise-pool" });
  }
}

/**
 * Writes where the profiles of these cases stand in the pool on a day, with what changes in the months ahead; cases
 * without a live profile have no row. In the caller's transaction; twice changes nothing more. Who falls below a
 * recent cut-off is looked at by a job, which works out what would help.
 */
export async function writeStandings(
  ctx: ActorContext,
  factsOf: ReadonlyMap<string, CaseFacts>,
  run: StandingRun,
): Promise<void> {
  const rows = factsOf.size === 0 ? [] : await selectStandings(ctx, [...factsOf.keys()]);
  if (rows.length === 0) return;
  const rounds = recentRounds(await listLatestRounds(ctx), run.on);
  const written = rows.flatMap((row) => {
    const { standing, factsVersion } = row;
    const facts = factsOf.get(standing.caseId);
    if (!facts?.people.some(({ role }) => role === "principal")) return [];
    const { isKept, ...figures } = figuresOf(row, facts, run);
    const endsOn = dateInZone(row.expiresAt, run.timeZone);
    const ahead = { ...figures, submittedAt: standing.submittedAt, endsOn };
    const turns = turnsOf(ahead, rounds, run.on, isKept ? standing : null);
    return [{ profileId: standing.profileId, ...figures, ...turns, factsVersion }];
  });
  await ctx.db.execute(sql`
    update ${poolStanding} as standing
    set score = now.score, ruleset_id = now."rulesetId", superseded = now.superseded, scored_on = ${run.on}::date,
      classes = now.classes, steps = now.steps, changes = now.changes, horizon = now.horizon,
      facts_version = now."factsVersion", falls_on = now."fallsOn",
      falls_by = now."fallsBy", rises_on = now."risesOn", advice = now.advice
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as now (
      "profileId" uuid, score integer, "rulesetId" text, superseded boolean, classes jsonb, steps jsonb, changes jsonb,
      horizon date, "factsVersion" integer, "fallsOn" date, "fallsBy" integer, "risesOn" date, advice text)
    where standing.profile_id = now."profileId"`);
  await adviseWhere(ctx, written);
}

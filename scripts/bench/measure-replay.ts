import type pg from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { advanceReplay } from "@/lib/draws/commands/advance-replay";
import { replayRound } from "@/lib/draws/commands/replay-round";
import { profilesAt } from "@/lib/draws/replay/visibility";
import { instantOfRound } from "@/lib/draws/replay/rules";
import { replayProfile, type ReplayedRound } from "@/lib/express-entry/draws/replay";
import { getFactsOfCases } from "@/lib/people/queries";
import type { Actor } from "@/lib/policy/actor";
import { getRuleTables } from "@/lib/rules/queries";
import type { Deps } from "@/lib/runtime/deps";
import { recording, type Statement } from "./recording-pool";
import { findViewers } from "./samples";

const BATCH = 500;

/** How long a replay takes, and what of it is the database and the engine alone. Milliseconds. */
export interface ReplayMeasure {
  round: string;
  clients: number;
  /** Judging everybody, lines written, as the worker does it. */
  replay: number;
  /** The same reads sent one after the other, without the product around them. */
  bareSql: number;
  /** The engine alone on facts that are in memory. */
  bareEngine: number;
}

interface Bench {
  app: pg.Pool;
  deps: Deps;
}

const callerOf = <A extends Actor>(actor: A): Caller<A> => ({
  actor,
  trace: { requestId: "bench", sessionRef: null, ipPrefix: null },
});

/** The round at which most clients had a profile. */
async function findRound(app: pg.Pool): Promise<ReplayedRound & { id: string }> {
  const { rows } = await app.query<{
    id: string;
    program: ReplayedRound["program"];
    date: string;
    at: Date | null;
    lowest: number;
    tie_break_at: Date | null;
  }>(
    `select id, program, to_char(date, 'YYYY-MM-DD') as date, at, lowest_crs as lowest, tie_break_at from round
     where program = 'CEC' order by (select count(*) from express_entry_profile
       where submitted_at <= round.date and expires_at > round.date) desc limit 1`,
  );
  const [found] = rows;
  if (!found) throw new Error("There is no round: start Landfall once, so that it loads the history.");
  const { id, program, date, at, lowest: lowestCrs, tie_break_at: tieBreakAt } = found;
  return { id, program, date, at: instantOfRound({ date, at }), lowestCrs, tieBreakAt };
}

async function timeReplay({ app, deps }: Bench, roundId: string) {
  const { pool, take } = recording(app);
  const pools = { app: pool, portal: pool };
  const manager = (await findViewers(app, 1)).find(({ actor }) => actor.role === "manager");
  if (!manager) throw new Error("There is no manager to ask for the replay.");
  const { replayId } = await runCommand({ pools, deps }, callerOf(manager.actor), replayRound, { roundId });
  const worker = callerOf({ kind: "system", name: "worker" } as const);
  take();
  const started = monotonicMilliseconds();
  for (let judged = false; !judged;) {
    await runCommand({ pools, deps }, worker, advanceReplay, { replayId });
    const { rows } = await app.query<{ judged: boolean; done: number }>(
      "select judged_at is not null as judged, done from round_replay where id = $1",
      [replayId],
    );
    judged = rows[0]?.judged ?? true;
  }
  const took = monotonicMilliseconds() - started;
  const { rows } = await app.query<{ done: number }>("select done from round_replay where id = $1", [
    replayId,
  ]);
  return { took, clients: rows[0]?.done ?? 0, statements: take() };
}

async function timeReads(app: pg.Pool, statements: readonly Statement[]): Promise<number> {
  const connection = await app.connect();
  try {
    const started = monotonicMilliseconds();
    for (const { text, values } of statements) {
      if (!/^select/i.test(text) || /for update/i.test(text)) continue;
      await connection.query({ text, values: [...values], rowMode: "array" });
    }
    return monotonicMilliseconds() - started;
  } finally {
    connection.release();
  }
}

/** Milliseconds of the engine for all of them, as if nobody had been invited before. */
async function timeEngine({ app, deps }: Bench, round: ReplayedRound): Promise<number> {
  const worker = callerOf({ kind: "system", name: "worker" } as const);
  return ActorContext.open({ app, portal: app }, deps, worker, "read", async (ctx) => {
    const tables = await getRuleTables(ctx);
    const known = profilesAt(ctx, round.at);
    const profiles = await ctx.db.select().from(known);
    let took = 0;
    for (let index = 0; index < profiles.length; index += BATCH) {
      const batch = profiles.slice(index, index + BATCH);
      const facts = await getFactsOfCases(
        ctx,
        batch.map(({ caseId }) => caseId),
      );
      const started = monotonicMilliseconds();
      for (const profile of batch) {
        replayProfile(facts.get(profile.caseId) ?? null, profile, [], round, { tables });
      }
      took += monotonicMilliseconds() - started;
    }
    return took;
  });
}

/** Replays the round at which most clients had a profile, as the worker does, and its parts by themselves. */
export async function measureReplay(bench: Bench): Promise<ReplayMeasure> {
  const round = await findRound(bench.app);
  const { took, clients, statements } = await timeReplay(bench, round.id);
  return {
    round: `${round.program}, ${round.date}`,
    clients,
    replay: took,
    bareSql: await timeReads(bench.app, statements),
    bareEngine: await timeEngine(bench, round),
  };
}

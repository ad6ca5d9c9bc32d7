import "server-only";
import pg from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { withPatience } from "@/lib/clock/patience";
import { queryHangs } from "@/lib/db/connection-failure";
import { rolePasswords } from "@/lib/db/role-passwords";
import { runtimeConnections } from "@/lib/db/server/connections";
import { runtime } from "./runtime";

/**
 * Milliseconds. An answer is good for this long; without one in time the database counts as down. Together they leave
 * room in the three seconds of SECURITY.md 6.7, and a busy machine is not taken for a dead database.
 */
const GOOD_FOR = 500;
const CONNECT_PATIENCE = 1_000;
const PATIENCE = 1_700;

/** For how long after a request could not reach the database a broken answer is put down to that. */
const RECENT = 3_000;

interface Pulse {
  pool?: pg.Pool;
  /** The question that is open, shared by all who ask meanwhile. */
  asking?: Promise<boolean>;
  /** The last answer, and when it came. */
  answered?: { answers: boolean; at: number };
  failedAt?: number;
}

// One for the process: Next bundles the proxy apart from the rest.
const shared = globalThis as typeof globalThis & { landfallPulse?: Pulse };

/** A connection of its own: requests that have taken all others must not look like a dead database. */
async function pulsePool(pulse: Pulse): Promise<pg.Pool> {
  if (pulse.pool) return pulse.pool;
  const { env, deps } = await runtime();
  pulse.pool = new pg.Pool({
    ...runtimeConnections(env, rolePasswords(deps.keyring)).app,
    max: 1,
    application_name: "landfall-pulse",
    connectionTimeoutMillis: CONNECT_PATIENCE,
    // A question nobody waits for any more gives its connection back.
    query_timeout: 2 * PATIENCE,
    // Kept open: to connect anew is what takes longest on a busy machine.
    idleTimeoutMillis: 0,
  });
  pulse.pool.on("error", () => undefined);
  return pulse.pool;
}

async function ask(pulse: Pulse): Promise<boolean> {
  let answers = true;
  try {
    const pool = await pulsePool(pulse);
    await withPatience(pool.query("select 1"), PATIENCE, queryHangs);
  } catch {
    answers = false;
  }
  pulse.answered = { answers, at: monotonicMilliseconds() };
  delete pulse.asking;
  return answers;
}

/**
 * Somebody could not reach the database: the next question is asked anew. Where it hung that is the answer already,
 * so that a request which reads again after its failure does not wait a second time.
 */
export function noteConnectionFailure({ hung }: { hung: boolean }): void {
  const pulse = (shared.landfallPulse ??= {});
  const at = monotonicMilliseconds();
  pulse.failedAt = at;
  if (hung) pulse.answered = { answers: false, at };
  else delete pulse.answered;
}

/** The last answer while it is good; undefined: nobody knows. */
function freshAnswer(): boolean | undefined {
  const answered = shared.landfallPulse?.answered;
  return answered && monotonicMilliseconds() - answered.at < GOOD_FOR ? answered.answers : undefined;
}

/** Whether the database did not answer a moment ago: no reason to try it now. Asks nothing. */
export function isKnownDown(): boolean {
  return freshAnswer() === false;
}

/** Whether a request could not reach the database within the last three seconds. */
export function failedRecently(): boolean {
  const failedAt = shared.landfallPulse?.failedAt;
  return failedAt !== undefined && monotonicMilliseconds() - failedAt < RECENT;
}

/** Whether the database answers now, asked at most twice a second. Takes less than three seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const pulse = (shared.landfallPulse ??= {});
  return freshAnswer() ?? (pulse.asking ??= ask(pulse));
}

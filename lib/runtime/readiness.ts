import "server-only";
import type pg from "pg";
import { systemClock } from "@/lib/clock/clock";
import { wait } from "@/lib/clock/wait";
import { isMigrated } from "@/lib/db/migrate";
import { isBelow, measureSpace, NEARLY_FULL } from "@/lib/storage/free-space";
import type { Runtime } from "./runtime";

/** Milliseconds a ready database may take to answer everything that is asked here. */
const PATIENCE = 1_000;
/** Milliseconds between this machine's clock and the database's. */
const SKEW = 5_000;

export interface Readiness {
  word: "ok" | "degraded" | "unavailable";
  /** In plain words, for administrators. */
  reasons: string[];
}

interface Signs {
  now: Date;
  worker_silent: boolean;
  mail_waiting: boolean;
  reminder_late: boolean;
}

const SIGNS = `select now() as now,
  coalesce((select max(seen_at) from worker_heartbeat) < now() - interval '120 seconds', true) as worker_silent,
  exists (select 1 from mail where state = 'queued' and created_at < now() - interval '10 minutes') as mail_waiting,
  exists (select from reminder where state = 'waiting' and remind_at < now() - interval '30 minutes') as reminder_late`;

async function askDatabase(pool: pg.Pool): Promise<{ migrated: boolean; signs: Signs } | null> {
  const { rows } = await pool.query<Signs>(SIGNS);
  const [signs] = rows;
  return signs ? { migrated: await isMigrated(pool), signs } : null;
}

/**
 * Whether this process can serve (SECURITY.md 6.7): `unavailable` without a database that answers within a
 * second at this version's schema; `degraded` when something beside it needs an administrator.
 */
export async function readiness({ env, pools, deps }: Runtime): Promise<Readiness> {
  const asked = askDatabase(pools.app).catch(() => null);
  const answer = await Promise.race([asked, wait(PATIENCE).then(() => null)]);
  if (answer === null) return { word: "unavailable", reasons: ["The database does not answer."] };
  if (!answer.migrated) return { word: "unavailable", reasons: ["The database is not migrated."] };
  const { signs } = answer;
  const skew = Math.abs(systemClock.now().getTime() - signs.now.getTime());
  const space = await measureSpace(env.dataDir).catch(() => null);
  const faults: [boolean, string][] = [
    [env.workers > 0 && signs.worker_silent, "The worker has been silent for two minutes."],
    [signs.mail_waiting, "Mail has been waiting for more than ten minutes."],
    [signs.reminder_late, "A reminder is more than half an hour late."],
    [space === null || isBelow(NEARLY_FULL, space), "The disk is nearly full."],
    [skew > SKEW, "This machine's clock and the database's differ by more than five seconds."],
    [
      env.appOrigin.startsWith("https:") && deps.smtpUrl === null,
      "No mail server is set, so no mail goes out.",
    ],
  ];
  const reasons = faults.filter(([applies]) => applies).map(([, reason]) => reason);
  return { word: reasons.length === 0 ? "ok" : "degraded", reasons };
}

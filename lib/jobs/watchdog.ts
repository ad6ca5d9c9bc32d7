import "server-only";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { newId } from "@/lib/ids/id";
import { deliverOne } from "@/lib/jobs/deliver-one";
import { smtpTransport } from "@/lib/mail/smtp";
import { noteIncidents } from "@/lib/reminders/commands/note-incidents";
import type { SystemActor } from "@/lib/policy/actor";
import { logger, logUnexpected } from "@/lib/runtime/logger";
import type { Runtime } from "@/lib/runtime/runtime";

/** Milliseconds between two looks. */
const LOOK_EVERY = 30_000;

type Watched = Pick<Runtime, "env" | "pools" | "deps">;

function watchdog(): Caller<SystemActor> {
  return {
    actor: { kind: "system", name: "worker" },
    trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
  };
}

/**
 * Looks whether the worker shows signs of life and reminders go out in time. What is wrong becomes an incident, with one
 * mail to each administrator; they are sent from here, since the worker may be what does not work. What is over is closed.
 */
export async function watchOnce({ env, pools, deps }: Watched): Promise<void> {
  const { opened, mailIds } = await runCommand({ pools, deps }, watchdog(), noteIncidents, {
    expectsWorker: env.workers > 0,
  });
  for (const kind of opened) logger.warn({ event: "incident.opened", kind });
  if (deps.smtpUrl === null) return;
  const transport = smtpTransport(deps.smtpUrl);
  // One after the other; what is refused now the worker sends when it is back.
  for (const mailId of mailIds) {
    await ActorContext.open(pools, deps, watchdog(), "write", (ctx) => deliverOne(ctx, mailId, transport));
  }
}

/** Looks again and again for as long as the process lives; a database that is away is no reason to stop. */
export function startWatchdog(runtime: Watched): NodeJS.Timeout {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    watchOnce(runtime)
      .catch((error: unknown) => logUnexpected(error, null))
      .finally(() => {
        looking = false;
      });
  }, LOOK_EVERY);
  timer.unref();
  return timer;
}

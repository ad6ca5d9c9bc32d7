import "server-only";
import { cookies } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { requirePublicActionCaller } from "@/lib/auth/action-caller";
import { currentBrowser } from "@/lib/auth/browser";
import { authCookies, DEVICE_COOKIE_MAX_AGE } from "@/lib/auth/cookies";
import { asUnavailable, SIGN_IN } from "@/lib/auth/current-session";
import { linkTokenOf } from "@/lib/auth/link-holder";
import { guardedByNetwork } from "@/lib/auth/network-guard";
import { SESSION_ABSOLUTE_SECONDS } from "@/lib/auth/session-limits";
import { startSession, type Browser } from "@/lib/auth/sign-in";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { wait } from "@/lib/clock/wait";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { logUnexpected } from "@/lib/runtime/logger";
import { runtime, type Runtime } from "@/lib/runtime/runtime";
import { toActionResult, type ActionResult } from "./action-result";
import { ActorContext } from "./actor-context";
import type { Command } from "./define-command";
import { readForm } from "./read-form";
import { inReadersLanguage } from "./readers-language";
import { runCommand } from "./run-command";

interface PublicActionOptions<Result> {
  /** The command's `token` is the one of the mailed link this browser came with; the form never sends it. */
  byLink: boolean;
  /** Takes at least this long, milliseconds, so that the time does not tell whether an address is known. */
  atLeast?: number;
  /** Starts a session for this user afterwards. */
  signIn?: (result: Result) => string;
  redirectTo: (result: Result) => string;
}

async function setSignedIn(current: Runtime, browser: Browser, userId: string): Promise<void> {
  const { pools, deps } = current;
  const caller = { actor: SIGN_IN, trace: browser.trace };
  const started = await ActorContext.open(pools, deps, caller, "write", (ctx) =>
    startSession(ctx, userId, browser),
  );
  const names = authCookies(deps.appOrigin);
  const jar = await cookies();
  jar.set(names.session, started.token, { ...names.attributes, maxAge: SESSION_ABSOLUTE_SECONDS });
  if (started.newDeviceToken !== null) {
    jar.set(names.device, started.newDeviceToken, { ...names.attributes, maxAge: DEVICE_COOKIE_MAX_AGE });
  }
}

/** Throws away the token of a mailed link that has done its work. */
async function forgetLink(current: Runtime): Promise<void> {
  const { link, attributes } = authCookies(current.deps.appOrigin);
  (await cookies()).set(link, "", { ...attributes, maxAge: 0 });
}

async function steadily<T>(atLeast: number, work: () => Promise<T>): Promise<T> {
  const begun = monotonicMilliseconds();
  try {
    return await work();
  } finally {
    await wait(Math.max(0, atLeast - (monotonicMilliseconds() - begun)));
  }
}

/**
 * The server action of a form for people who have not signed in. Checks the request's origin and the network's
 * counter, runs the command as the system actor `sign-in`, and leads on.
 */
export function definePublicAction<Schema extends z.ZodObject, Facts, Result>(
  command: Command<Schema, Facts, Result>,
  options: PublicActionOptions<Result>,
): (previous: ActionResult<Result> | null, form: FormData) => Promise<ActionResult<Result>> {
  return async (_previous, form) => {
    let requestId: string = newId();
    let result: Result;
    try {
      const called = await requirePublicActionCaller();
      requestId = called.requestId;
      const [current, browser] = [await runtime(), await currentBrowser()];
      const caller = { actor: SIGN_IN, trace: called.trace };
      const token = options.byLink ? { token: (await linkTokenOf()) ?? "" } : {};
      const input = { ...readForm(command.input, form), ...token };
      const run = () => runCommand(current, caller, command, input);
      const counts = options.byLink ? "failures" : "always";
      result = await steadily(options.atLeast ?? 0, () => guardedByNetwork(current, browser, counts, run));
      if (options.byLink) await forgetLink(current);
      if (options.signIn) await setSignedIn(current, browser, options.signIn(result));
    } catch (error) {
      unstable_rethrow(error);
      const refusal = asUnavailable(error);
      if (!(refusal instanceof AppError)) logUnexpected(error, requestId);
      return inReadersLanguage(toActionResult(refusal, requestId));
    }
    redirect(options.redirectTo(result));
  };
}

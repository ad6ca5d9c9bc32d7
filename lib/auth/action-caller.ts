import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Caller } from "@/lib/command/actor-context";
import { forbidden } from "@/lib/errors/app-error";
import { runtime } from "@/lib/runtime/runtime";
import { currentSession, currentTrace } from "./current-session";
import { REQUESTED_PATH_HEADER, signInPath } from "./next-path";
import { isSameOrigin } from "./request-origin";

export interface ActionCaller {
  caller: Caller;
  requestId: string;
}

/**
 * Refuses an action that another site sent, or that says nothing of where it comes from. proxy.ts has asked the
 * same, but a proxy is no boundary (SECURITY.md D2, 3.1.9). Throws FORBIDDEN.
 */
export async function requireSameOrigin(): Promise<void> {
  const { env } = await runtime();
  if (isSameOrigin(await headers(), env.appOrigin)) return;
  throw forbidden("This form was not sent from Landfall's own page. Reload the page and try again.");
}

/**
 * Who calls this server action. Nobody signed in: to the sign-in page. Throws FORBIDDEN for another site's
 * request and UNAVAILABLE while the database is down.
 */
export async function requireActionCaller(): Promise<ActionCaller> {
  await requireSameOrigin();
  const signedIn = await currentSession();
  if (!signedIn) redirect(signInPath((await headers()).get(REQUESTED_PATH_HEADER)));
  return { caller: signedIn.caller, requestId: signedIn.caller.trace.requestId };
}

/** The trace of an action that anybody may call, such as asking for a reset link. */
export async function requirePublicActionCaller(): Promise<
  Pick<ActionCaller, "requestId"> & { trace: Caller["trace"] }
> {
  await requireSameOrigin();
  const trace = await currentTrace();
  return { requestId: trace.requestId, trace };
}

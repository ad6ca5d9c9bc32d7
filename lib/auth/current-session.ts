import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { ActorContext, type Caller, type Trace } from "@/lib/command/actor-context";
import { isConnectionFailure, isHang } from "@/lib/db/connection-failure";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import type { ClientActor, StaffActor, SystemActor } from "@/lib/policy/actor";
import { isKnownDown, noteConnectionFailure } from "@/lib/runtime/database-pulse";
import { runtime, type Runtime } from "@/lib/runtime/runtime";
import { addressPrefix, clientAddress } from "./client-address";
import { authCookies } from "./cookies";
import { resolveSession } from "./next-auth";
import { findSession, isDueForTouch, sessionRefOf, touchSession, type SessionRecord } from "./session-store";

/** Somebody who is signed in, as a caller of reads and commands. */
export interface SignedIn {
  caller: Caller<StaffActor | ClientActor>;
  session: SessionRecord;
}

/** Who looks up sessions, counts failures and uses mailed links, before anybody is known. */
export const SIGN_IN: SystemActor = { kind: "system", name: "sign-in" };

/** A database that is down is 503 at the edge, whoever notices it first. */
export function asUnavailable(error: unknown): unknown {
  if (!isConnectionFailure(error)) return error;
  noteConnectionFailure({ hung: isHang(error) });
  return unavailable();
}

/** 503 with Retry-After (SECURITY.md 6.7). */
export function unavailable(): AppError {
  const message = "Landfall cannot reach its database. Nothing was lost; please try again in a moment.";
  return new AppError("UNAVAILABLE", message, { retryAfter: 5 });
}

export function traceOf(requestHeaders: Headers, trustedProxyHops: number): Trace {
  const address = clientAddress(requestHeaders.get("x-forwarded-for"), trustedProxyHops);
  return { requestId: newId(), sessionRef: null, ipPrefix: address === null ? null : addressPrefix(address) };
}

function actorOf(session: SessionRecord): StaffActor | ClientActor {
  const { userId, name, role, clientId, covers } = session;
  if (role !== "client") return { kind: "staff", userId, name, role, covers };
  if (clientId === null) throw new Error("a client's account without a client");
  return { kind: "client", userId, name, clientId };
}

/** Who holds this token, or null. Throws UNAVAILABLE when nobody can tell: sessions fail closed. */
export async function signedInBy(current: Runtime, token: string, trace: Trace): Promise<SignedIn | null> {
  if (isKnownDown()) throw unavailable();
  const system: Caller = { actor: SIGN_IN, trace };
  try {
    const seen = { due: false };
    const session = await resolveSession(current.deps, token, (text) =>
      ActorContext.open(current.pools, current.deps, system, "read", async (ctx) => {
        const found = await findSession(ctx, text);
        seen.due = found !== null && isDueForTouch(found, ctx.now);
        return found;
      }),
    );
    if (session === null) return null;
    if (seen.due)
      await ActorContext.open(current.pools, current.deps, system, "write", (ctx) =>
        touchSession(ctx, session),
      );
    const sessionRef = sessionRefOf(session.tokenHash);
    return { session, caller: { actor: actorOf(session), trace: { ...trace, sessionRef } } };
  } catch (error) {
    throw asUnavailable(error);
  }
}

/** The trace of this request, for reads and actions that Next runs. */
export const currentTrace = cache(async (): Promise<Trace> => {
  const { env } = await runtime();
  return traceOf(await headers(), env.trustedProxyHops);
});

/** The session of this request's cookie, looked up once per rendered request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const current = await runtime();
  const token = (await cookies()).get(authCookies(current.deps.appOrigin).session)?.value;
  return token ? signedInBy(current, token, await currentTrace()) : null;
});

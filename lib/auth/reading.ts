import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import {
  ActorContext,
  type Caller,
  type ClientContext,
  type StaffContext,
} from "@/lib/command/actor-context";
import { AppError } from "@/lib/errors/app-error";
import type { Actor } from "@/lib/policy/actor";
import { runtime } from "@/lib/runtime/runtime";
import { asUnavailable, currentSession, currentTrace, SIGN_IN, type SignedIn } from "./current-session";
import { REQUESTED_PATH_HEADER, signInPath } from "./next-path";

async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await currentSession();
  if (signedIn) return signedIn;
  redirect(signInPath((await headers()).get(REQUESTED_PATH_HEADER)));
}

/** One read transaction; a refusal becomes Next's 404 or 403, a database that is down UNAVAILABLE. */
async function read<A extends Actor, T>(
  caller: Caller<A>,
  fn: (ctx: ActorContext<A>) => Promise<T>,
): Promise<T> {
  try {
    const { pools, deps } = await runtime();
    return await ActorContext.open(pools, deps, caller, "read", fn);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    if (error instanceof AppError && error.code === "FORBIDDEN") forbidden();
    throw asUnavailable(error);
  }
}

/** Reads as whoever is signed in. Nobody signed in: to the sign-in page, and back here afterwards. */
export async function reading<T>(fn: (ctx: ActorContext) => Promise<T>): Promise<T> {
  const { caller } = await requireSignedIn();
  return read<Actor, T>(caller, fn);
}

/** Reads as a staff member; for a client the page does not exist. */
export async function readingAsStaff<T>(fn: (ctx: StaffContext) => Promise<T>): Promise<T> {
  const { caller } = await requireSignedIn();
  const { actor, trace } = caller;
  if (actor.kind !== "staff") notFound();
  return read({ actor, trace }, fn);
}

/** Reads as a client; for staff the page does not exist. */
export async function readingAsClient<T>(fn: (ctx: ClientContext) => Promise<T>): Promise<T> {
  const { caller } = await requireSignedIn();
  const { actor, trace } = caller;
  if (actor.kind !== "client") notFound();
  return read({ actor, trace }, fn);
}

/** Reads for a public page, as the system actor `sign-in`: visibility gives it only what is for everybody. */
export async function readingForAnyone<T>(fn: (ctx: ActorContext) => Promise<T>): Promise<T> {
  return read<Actor, T>({ actor: SIGN_IN, trace: await currentTrace() }, fn);
}

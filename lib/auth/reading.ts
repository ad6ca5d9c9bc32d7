import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { z } from "zod";
import {
  ActorContext,
  type Caller,
  type ClientContext,
  type StaffContext,
} from "@/lib/command/actor-context";
import type { Command } from "@/lib/command/define-command";
import { runCommand } from "@/lib/command/run-command";
import { AppError } from "@/lib/errors/app-error";
import type { Actor, StaffActor } from "@/lib/policy/actor";
import { isKnownDown } from "@/lib/runtime/database-pulse";
import { runtime, type Runtime } from "@/lib/runtime/runtime";
import {
  asUnavailable,
  currentSession,
  currentTrace,
  SIGN_IN,
  unavailable,
  type SignedIn,
} from "./current-session";
import { REQUESTED_PATH_HEADER, signInPath } from "./next-path";

async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await currentSession();
  if (signedIn) return signedIn;
  redirect(signInPath((await headers()).get(REQUESTED_PATH_HEADER)));
}

/** A refusal becomes Next's 404 or 403, a database that is down UNAVAILABLE. */
async function answering<T>(work: (current: Runtime) => Promise<T>): Promise<T> {
  if (isKnownDown()) throw unavailable();
  try {
    return await work(await runtime());
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    if (error instanceof AppError && error.code === "FORBIDDEN") forbidden();
    throw asUnavailable(error);
  }
}

/** One read transaction. */
function read<A extends Actor, T>(caller: Caller<A>, fn: (ctx: ActorContext<A>) => Promise<T>): Promise<T> {
  return answering(({ pools, deps }) => ActorContext.open(pools, deps, caller, "read", fn));
}

/** Reads as whoever is signed in. Nobody signed in: to the sign-in page, and back here afterwards. */
export async function reading<T>(fn: (ctx: ActorContext) => Promise<T>): Promise<T> {
  const { caller } = await requireSignedIn();
  return read<Actor, T>(caller, fn);
}

async function requireStaff(): Promise<Caller<StaffActor>> {
  const { actor, trace } = (await requireSignedIn()).caller;
  // As the layout does: which of the two is asked first is up to the renderer.
  if (actor.kind !== "staff") redirect("/portal");
  return { actor, trace };
}

/** Reads as a staff member; a client who strays into the firm's side is led to the portal. */
export async function readingAsStaff<T>(fn: (ctx: StaffContext) => Promise<T>): Promise<T> {
  return read(await requireStaff(), fn);
}

/**
 * Shows to a staff member what nobody may see without a line in the log: runs the command that writes it
 * (SECURITY.md 5.6) and hands on its result.
 */
export async function showingToStaff<Schema extends z.ZodObject, Facts, Result>(
  command: Command<Schema, Facts, Result>,
  input: z.input<Schema>,
): Promise<Result> {
  const caller = await requireStaff();
  return answering((current) => runCommand(current, caller, command, input));
}

/** Reads as a client; staff who stray into the portal are led home. */
export async function readingAsClient<T>(fn: (ctx: ClientContext) => Promise<T>): Promise<T> {
  const { actor, trace } = (await requireSignedIn()).caller;
  if (actor.kind !== "client") redirect("/");
  return read({ actor, trace }, fn);
}

/** Reads for a public page, as the system actor `sign-in`: visibility gives it only what is for everybody. */
export async function readingForAnyone<T>(fn: (ctx: ActorContext) => Promise<T>): Promise<T> {
  return read<Actor, T>({ actor: SIGN_IN, trace: await currentTrace() }, fn);
}

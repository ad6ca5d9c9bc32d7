import "server-only";
import type { Database } from "@/lib/db/database";
import type { DatabasePools } from "@/lib/db/client";
import { inTransaction, type TransactionMode } from "@/lib/db/transaction";
import type { Actor, ClientActor, StaffActor } from "@/lib/policy/actor";
import type { Deps } from "@/lib/runtime/deps";

/** Where a request came from, for the audit log; no names, no contents. */
export interface Trace {
  requestId: string;
  /** First bytes of the session's hash, hex; null for background work. */
  sessionRef: string | null;
  /** /24 or /48 of the caller's address. */
  ipPrefix: string | null;
}

/** An actor with the trace of their request: what a session, a job or a command line is turned into. */
export interface Caller<A extends Actor = Actor> {
  actor: A;
  trace: Trace;
}

/**
 * The only source of a database handle: one actor, one transaction, one clock reading.
 * Made by `ActorContext.open`, which only lib/auth, lib/command, lib/jobs, scripts and lib/testing may call
 * (a boundary rule says so), so a page cannot read a case without a viewer.
 */
export class ActorContext<A extends Actor = Actor> {
  private constructor(
    readonly actor: A,
    readonly db: Database,
    /** The instant of this transaction, from the database. */
    readonly now: Date,
    readonly trace: Trace,
    readonly deps: Deps,
  ) {}

  static open<A extends Actor, T>(
    pools: DatabasePools,
    deps: Deps,
    caller: Caller<A>,
    mode: TransactionMode,
    work: (ctx: ActorContext<A>) => Promise<T>,
  ): Promise<T> {
    return inTransaction(pools, caller.actor, mode, ({ db, now }) =>
      work(new ActorContext(caller.actor, db, now, caller.trace, deps)),
    );
  }
}

export type StaffContext = ActorContext<StaffActor>;
export type ClientContext = ActorContext<ClientActor>;

export function isStaffContext(ctx: ActorContext): ctx is StaffContext {
  return ctx.actor.kind === "staff";
}

export function isClientContext(ctx: ActorContext): ctx is ClientContext {
  return ctx.actor.kind === "client";
}

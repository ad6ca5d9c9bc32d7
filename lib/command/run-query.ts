import "server-only";
import type { Runtime as ProcessRuntime } from "@/lib/runtime/runtime";
import { ActorContext, type Caller } from "./actor-context";

/** Runs reads for one caller in one transaction: what `reading` is to a page, for a route handler. */
export function runQuery<T>(
  runtime: Pick<ProcessRuntime, "pools" | "deps">,
  caller: Caller,
  query: (ctx: ActorContext) => Promise<T>,
): Promise<T> {
  return ActorContext.open(runtime.pools, runtime.deps, caller, "read", query);
}

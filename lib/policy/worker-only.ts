import type { Actor } from "./actor";
import type { Decision } from "./can";

/** The decision of a write that only background work does; no person is ever offered it. */
export function workerOnly(actor: Actor): Decision {
  return actor.kind === "system"
    ? { allowed: true }
    : { allowed: false, reason: "This is done by the worker." };
}

import "server-only";
import type { z } from "zod";
import type { Audited, AuditEntry } from "@/lib/audit/events";
import type { Actor } from "@/lib/policy/actor";
import type { Decision } from "@/lib/policy/can";
import type { ActorContext } from "./actor-context";

/**
 * One write. The order is fixed by `runCommand`: parse, begin, load (visible rows, locked), authorise,
 * execute, audit, commit. Leaving out `authorise`, or returning anything but an audited result, does not compile.
 */
export interface Command<Schema extends z.ZodObject = z.ZodObject, Facts = unknown, Result = unknown> {
  /** `aggregate.verb`; also the route of its idempotency keys. */
  name: string;
  input: Schema;
  /**
   * The kinds of actor that may come at all; anybody else is refused before a row is read or locked. Said where `load`
   * needs more than the database role of a signed-in client may read. Without it the decision is `authorise` alone.
   */
  openTo?: readonly Actor["kind"][];
  /** Reads and locks what the decision depends on; throws NOT_FOUND for what the actor cannot see. */
  load(ctx: ActorContext, input: z.output<Schema>): Promise<Facts>;
  authorise(actor: Actor, facts: Facts, input: z.output<Schema>): Decision;
  execute(ctx: ActorContext, facts: Facts, input: z.output<Schema>): Promise<Audited<Result>>;
  /** What the log says of a refusal, where the command's name alone would not say what was asked for. */
  refusal?(input: z.output<Schema>): Pick<AuditEntry, "event" | "object">;
}

export function defineCommand<Schema extends z.ZodObject, Facts, Result>(
  command: Command<Schema, Facts, Result>,
): Command<Schema, Facts, Result> {
  return command;
}

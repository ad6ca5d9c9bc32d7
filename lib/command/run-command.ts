import "server-only";
import { z } from "zod";
import type { AuditEntry } from "@/lib/audit/events";
import { writeAudit } from "@/lib/audit/write";
import { AppError, forbidden } from "@/lib/errors/app-error";
import type { Runtime as ProcessRuntime } from "@/lib/runtime/runtime";
import { ActorContext, type Caller } from "./actor-context";
import type { Command } from "./define-command";
import { findStoredAnswer, hashRequest, storeAnswer, type IdempotencyRequest } from "./idempotency";
import { asRefusal } from "./refused-by-database";

/** What a command needs of the process: a web request and a job both have it. */
type Runtime = Pick<ProcessRuntime, "pools" | "deps">;

export interface RunOptions {
  /** A second run with the same key gives the first run's answer and does nothing (SECURITY.md 6.6). */
  idempotencyKey?: string;
}

/** First message per field, in the schema's plain words. */
function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    fields[field] ??= issue.message;
  }
  return fields;
}

export function parseInput<Schema extends z.ZodObject>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, raw);
  if (parsed.success) return parsed.data;
  const fieldErrors = fieldErrorsOf(parsed.error);
  const count = Object.keys(fieldErrors).length;
  const message = count === 1 ? "One answer needs another look." : `${count} answers need another look.`;
  throw new AppError("INVALID", message, { fieldErrors });
}

/** A refused command is in the log too; it is written in a transaction of its own, as nothing else was kept. */
async function auditRefusal(
  runtime: Runtime,
  caller: Caller,
  refused: Pick<AuditEntry, "event" | "object">,
  error: AppError,
): Promise<void> {
  await ActorContext.open(runtime.pools, runtime.deps, caller, "write", (ctx) =>
    writeAudit(ctx, [{ ...refused, outcome: "refused", detail: { code: error.code } }]),
  );
}

/** A refusal names its command, unless the command says more. */
function refusalOf<Schema extends z.ZodObject, Facts, Result>(
  command: Command<Schema, Facts, Result>,
  input: z.output<Schema>,
): Pick<AuditEntry, "event" | "object"> {
  return (
    command.refusal?.(input) ?? { event: "command.refused", object: { kind: "command", id: command.name } }
  );
}

/** FORBIDDEN for an actor of a kind whom the command is not open to. */
function refuseStrangers(command: Pick<Command, "openTo">, { actor }: Caller): void {
  if (command.openTo && !command.openTo.includes(actor.kind)) throw forbidden("This is not open to you.");
}

/**
 * Runs one command for one caller: parse, ask who comes, begin, load, authorise, execute, audit, commit.
 * Throws AppError for every refusal; nothing is kept in that case but the refusal's audit row.
 */
export async function runCommand<Schema extends z.ZodObject, Facts, Result>(
  runtime: Runtime,
  caller: Caller,
  command: Command<Schema, Facts, Result>,
  rawInput: unknown,
  options: RunOptions = {},
): Promise<Result> {
  const input = parseInput(command.input, rawInput);
  const request: IdempotencyRequest | null = options.idempotencyKey
    ? { key: options.idempotencyKey, route: command.name, requestHash: hashRequest(input) }
    : null;
  try {
    refuseStrangers(command, caller);
    return await ActorContext.open(runtime.pools, runtime.deps, caller, "write", async (ctx) => {
      const stored = request ? await findStoredAnswer(ctx, request) : null;
      if (stored) return stored.response as Result;
      const facts = await command.load(ctx, input);
      const decision = command.authorise(caller.actor, facts, input);
      if (!decision.allowed) throw forbidden(decision.reason);
      const done = await command.execute(ctx, facts, input);
      await writeAudit(ctx, done.entries);
      if (request) await storeAnswer(ctx, request, done.result);
      return done.result;
    });
  } catch (thrown) {
    const error = asRefusal(thrown);
    if (error instanceof AppError && (error.code === "FORBIDDEN" || error.code === "NOT_FOUND")) {
      await auditRefusal(runtime, caller, refusalOf(command, input), error);
    }
    throw error;
  }
}

import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { idempotencyRecord } from "@/lib/db/schema/users";
import { AppError } from "@/lib/errors/app-error";
import type { ActorContext } from "./actor-context";
import { lockFor } from "./lock-for";

export interface IdempotencyRequest {
  /** 1 to 255 characters, made by the form or the caller. */
  key: string;
  route: string;
  requestHash: string;
}

/** SHA-256 of a parsed input, so that the same key with another body is noticed. */
export function hashRequest(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

/**
 * The stored answer for this key, or null when this is the first time. Two requests with one key wait for
 * each other here, so a double click is one event (SECURITY.md 6.6).
 */
export async function findStoredAnswer(
  ctx: ActorContext,
  request: IdempotencyRequest,
): Promise<{ response: unknown } | null> {
  if (ctx.actor.kind === "system") return null;
  if (request.key.length < 1 || request.key.length > 255) {
    throw new AppError("INVALID", "The idempotency key must have 1 to 255 characters.");
  }
  await lockFor(ctx, `idempotency:${ctx.actor.userId}:${request.route}:${request.key}`);
  const [stored] = await ctx.db
    .select({ requestHash: idempotencyRecord.requestHash, response: idempotencyRecord.response })
    .from(idempotencyRecord)
    .where(
      and(
        eq(idempotencyRecord.actorId, ctx.actor.userId),
        eq(idempotencyRecord.route, request.route),
        eq(idempotencyRecord.key, request.key),
      ),
    );
  if (!stored) return null;
  if (stored.requestHash !== request.requestHash) {
    throw new AppError(
      "INVALID",
      "This was already sent with other contents. Reload the page and try again.",
    );
  }
  return { response: stored.response };
}

export async function storeAnswer(
  ctx: ActorContext,
  request: IdempotencyRequest,
  response: unknown,
): Promise<void> {
  if (ctx.actor.kind === "system") return;
  await ctx.db.insert(idempotencyRecord).values({
    actorId: ctx.actor.userId,
    route: request.route,
    key: request.key,
    requestHash: request.requestHash,
    response: response ?? null,
  });
}

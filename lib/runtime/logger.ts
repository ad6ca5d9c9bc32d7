import "server-only";
import { pino } from "pino";

/**
 * Structured log with an allow-list of fields (SECURITY.md 5.10): event, request id, code, durations, counts, ids.
 * No bodies, names, e-mail addresses, tokens, file names or SQL parameters; error messages may hold them,
 * so of an unexpected error only its class, its SQLSTATE and the frames of its stack are written.
 */
export const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

function framesOf(error: Error): string[] {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12)
    .map((line) => line.trim());
}

export function logUnexpected(error: unknown, requestId: string | null): void {
  if (!(error instanceof Error)) {
    logger.error({ event: "unexpected", requestId, kind: typeof error });
    return;
  }
  const cause = error.cause instanceof Error ? error.cause : error;
  const sqlState = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  logger.error({ event: "unexpected", requestId, kind: error.name, sqlState, frames: framesOf(error) });
}

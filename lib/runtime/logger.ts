import "server-only";
import { pino } from "pino";

/**
 * Structured log with an allow-list of fields (SECURITY.md 5.10): event, request id, code, durations, counts, ids.
 * No bodies, names, e-mail addresses, tokens, file names or SQL parameters; error messages may hold them,
 * so of an unexpected error only its class, its SQLSTATE and the frames of its stack are written.
 */
export const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** A frame as V8 writes it: it ends with a place in a file. */
const FRAME = /^\s*at .*(?::\d+:\d+|<anonymous>|native)\)?$/;

/** The frames of a stack without its message, which may have lines that look like frames. */
function framesOf(error: Error): string[] {
  return (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/** The reference that a page of Next's shows instead of an error's message. */
function digestOf(error: Error): string | undefined {
  return "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}

export function logUnexpected(error: unknown, requestId: string | null): void {
  if (!(error instanceof Error)) {
    logger.error({ event: "unexpected", requestId, kind: typeof error });
    return;
  }
  const cause = error.cause instanceof Error ? error.cause : error;
  const sqlState = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  const reference = digestOf(error);
  logger.error({
    ...{ event: "unexpected", requestId, reference, kind: error.name, sqlState },
    frames: framesOf(error),
  });
}

/**
 * Keeps the framework's own words out of the log. It prints errors whole, and those quote parameters: names,
 * addresses, passport numbers. Of an error our own line is written, with the reference the page shows; of anything
 * else only that something was said.
 */
export function guardConsole(console: Pick<Console, "error" | "warn">): void {
  const say = (...said: unknown[]) => {
    const error = said.find((one) => one instanceof Error);
    if (error === undefined) logger.warn({ event: "framework.message" });
    else logUnexpected(error, null);
  };
  console.error = say;
  console.warn = say;
}

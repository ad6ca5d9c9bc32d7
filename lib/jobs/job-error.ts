import { AppError } from "@/lib/errors/app-error";

function codeOf(error: Error): string | null {
  if (error instanceof AppError) return error.code;
  if ("responseCode" in error && typeof error.responseCode === "number") return `SMTP ${error.responseCode}`;
  return "code" in error && typeof error.code === "string" ? error.code : null;
}

/** What kind of failure it was, in letters and digits: `Error ECONNREFUSED`, `TypeError`, `CONFLICT`. */
function classOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error instanceof MailNotSent) return error.message;
  // A query's error is wrapped; the database's own code is beneath.
  const inner = error.cause instanceof Error ? codeOf(error.cause) : null;
  const code = codeOf(error) ?? inner;
  const name = error.constructor.name;
  return code === null ? name : `${name} ${code}`;
}

/** The mail server asked for patience; the message is its code, never its words. */
export class MailNotSent extends Error {
  override readonly name = "MailNotSent";
}

/**
 * A failed attempt as the queue keeps it and an administrator reads it: the class of the error, never its message, which
 * may quote names, addresses and SQL parameters. The error itself is its cause, for a careful log.
 */
export class JobError extends Error {
  override readonly name = "JobError";

  constructor(error: unknown) {
    super(classOf(error), { cause: error });
  }
}

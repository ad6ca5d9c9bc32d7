/** The refusals of the product. Everything else that is thrown is a defect and reaches the user as a request id only. */
export type ErrorCode =
  | "INVALID"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "TOO_LARGE"
  | "WRONG_TYPE"
  | "THROTTLED"
  | "UNAVAILABLE"
  | "STORAGE_FULL"
  | "INTERNAL";

export interface ErrorDetails {
  /** Message per field name of the input, in plain words. */
  fieldErrors?: Record<string, string>;
  /** CONFLICT: what the row says now, so the screen can show both. */
  current?: Readonly<Record<string, unknown>>;
  /** THROTTLED, UNAVAILABLE: seconds until another try makes sense. */
  retryAfter?: number;
}

export class AppError extends Error {
  override readonly name = "AppError";
  readonly fieldErrors: Record<string, string>;
  readonly current: Readonly<Record<string, unknown>> | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
  ) {
    super(message);
    this.fieldErrors = details.fieldErrors ?? {};
    this.current = details.current;
    this.retryAfter = details.retryAfter;
  }
}

/** Same words for a missing row and an invisible one: an id must not tell which (SECURITY.md 5.5). */
export function notFound(): AppError {
  return new AppError("NOT_FOUND", "There is nothing here, or it is not yours to see.");
}

export function forbidden(reason: string): AppError {
  return new AppError("FORBIDDEN", reason);
}

export function invalid(message: string, fieldErrors: Record<string, string> = {}): AppError {
  return new AppError("INVALID", message, { fieldErrors });
}

/** A lost race: the row moved on since the form was opened. */
export function conflict(message: string, current?: Readonly<Record<string, unknown>>): AppError {
  return new AppError("CONFLICT", message, { current });
}

import { AppError, type ErrorCode } from "@/lib/errors/app-error";

/** What a form gets back. On a refusal nothing was saved, and the form still holds what was typed. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ErrorCode;
      message: string;
      fieldErrors: Record<string, string>;
      requestId?: string;
      current?: Readonly<Record<string, unknown>>;
      /** What was typed, so that a form posted before JavaScript comes back filled; no passwords, no codes. */
      values?: Readonly<Record<string, string>>;
    };

/** The one map from a thrown error to a form's answer. Unknown errors show a plain sentence and the request's id. */
export function toActionResult(
  error: unknown,
  requestId: string,
  values: Readonly<Record<string, string>> = {},
): ActionResult<never> {
  if (error instanceof AppError) {
    return {
      ok: false,
      code: error.code,
      message: error.message,
      fieldErrors: error.fieldErrors,
      requestId,
      current: error.current,
      values,
    };
  }
  return {
    ok: false,
    code: "INTERNAL",
    message: `Something went wrong on our side, and nothing was saved. Please try again; if it stays, tell us this number: ${requestId}.`,
    fieldErrors: {},
    requestId,
    values,
  };
}

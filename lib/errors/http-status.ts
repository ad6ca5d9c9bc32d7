import type { ErrorCode } from "./app-error";

/** The one map from a refusal to HTTP (CONTRACT.md, "Answers"). */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  INVALID: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  WRONG_TYPE: 415,
  THROTTLED: 429,
  UNAVAILABLE: 503,
  STORAGE_FULL: 507,
  INTERNAL: 500,
};

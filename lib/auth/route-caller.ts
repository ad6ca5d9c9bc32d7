import "server-only";
import type { NextRequest } from "next/server";
import { AppError, forbidden } from "@/lib/errors/app-error";
import { HTTP_STATUS } from "@/lib/errors/http-status";
import { databaseAnswers } from "@/lib/runtime/database-pulse";
import { logUnexpected } from "@/lib/runtime/logger";
import { runtime, type Runtime } from "@/lib/runtime/runtime";
import { asUnavailable, signedInBy, traceOf, unavailable, type SignedIn } from "./current-session";
import { authCookies } from "./cookies";
import { isSameOrigin } from "./request-origin";

/** What a route handler works with. */
export interface RouteCall extends SignedIn {
  runtime: Runtime;
  requestId: string;
}

const SAFE_METHODS = new Set(["GET", "HEAD"]);
const INTERNAL_MESSAGE =
  "Something went wrong on our side. Please try again; if it stays, tell us this number:";

/**
 * The one map from a thrown error to an HTTP answer: `{error: {code, message}}`. A missing row and an invisible
 * one have the same body. Unknown errors are logged, and answer with the request's id only.
 */
function errorResponse(error: unknown, requestId: string): Response {
  const refusal = asUnavailable(error);
  const headers = new Headers({ "cache-control": "private, no-store" });
  if (!(refusal instanceof AppError)) {
    logUnexpected(error, requestId);
    const message = `${INTERNAL_MESSAGE} ${requestId}.`;
    return Response.json({ error: { code: "INTERNAL", message } }, { status: HTTP_STATUS.INTERNAL, headers });
  }
  const { code, message, fieldErrors, current, retryAfter } = refusal;
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  const hasFields = Object.keys(fieldErrors).length > 0;
  const body = {
    error: { code, message, ...(hasFields ? { fieldErrors } : {}), ...(current ? { current } : {}) },
  };
  return Response.json(body, { status: HTTP_STATUS[code], headers });
}

/** Throws FORBIDDEN when a request that changes something does not come from our own pages. */
function assertSameOrigin(request: Request, appOrigin: string): void {
  if (SAFE_METHODS.has(request.method) || isSameOrigin(request.headers, appOrigin)) return;
  throw forbidden("This request did not come from Landfall's own page.");
}

/** Runs a route that needs nobody to be signed in; maps what it throws. */
export async function withRoute(
  request: NextRequest,
  handler: (
    call: Pick<RouteCall, "runtime" | "requestId"> & { trace: SignedIn["caller"]["trace"] },
  ) => Promise<Response>,
): Promise<Response> {
  const trace = traceOf(request.headers, 0);
  try {
    const current = await runtime();
    assertSameOrigin(request, current.env.appOrigin);
    // Uploads have no proxy before them that would have asked; for the others the answer is still fresh.
    if (!(await databaseAnswers())) throw unavailable();
    const located = { ...traceOf(request.headers, current.env.trustedProxyHops), requestId: trace.requestId };
    return await handler({ runtime: current, requestId: trace.requestId, trace: located });
  } catch (error) {
    return errorResponse(error, trace.requestId);
  }
}

/**
 * Runs a route handler for whoever is signed in. Checks the origin of anything but GET and HEAD, answers 401 to
 * nobody, and maps every AppError to the contract's status.
 */
export function withRouteCaller(
  request: NextRequest,
  handler: (call: RouteCall) => Promise<Response>,
): Promise<Response> {
  return withRoute(request, async ({ runtime: current, requestId, trace }) => {
    const token = request.cookies.get(authCookies(current.deps.appOrigin).session)?.value;
    const signedIn = token ? await signedInBy(current, token, trace) : null;
    if (!signedIn) throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
    return handler({ ...signedIn, runtime: current, requestId });
  });
}

import "server-only";
import type { NextRequest } from "next/server";
import { AppError } from "@/lib/errors/app-error";
import { HTTP_STATUS } from "@/lib/errors/http-status";
import { languageOf } from "@/lib/i18n/languages";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import type { Role } from "@/lib/policy/actor";
import { browserOf } from "./browser";
import { authCookies, DEVICE_COOKIE_MAX_AGE, type AuthCookies } from "./cookies";
import { asUnavailable } from "./current-session";
import { safeNextPath, signInPath } from "./next-path";
import { signInWithPassword, type StartedSession } from "./sign-in";
import { withRoute } from "./route-caller";
import { SIGN_IN_REFUSED } from "./types";

/** Bytes. A longer form is not a sign-in. */
const LONGEST_FORM = 8 * 1024;

/** Where to go: to the page that was asked for if it is on the person's side of the house, else to their home. */
function landingOf(role: Role, next: string | null): string {
  const home = role === "client" ? "/portal" : "/";
  const path = safeNextPath(next);
  if (path === null) return home;
  const inPortal = /^\/portal(?:[/?]|$)/.test(path);
  return inPortal === (role === "client") ? path : home;
}

function deviceCookieLine(names: AuthCookies, token: string): string {
  const secure = names.attributes.secure ? "; Secure" : "";
  return `${names.device}=${token}; Path=/; Max-Age=${DEVICE_COOKIE_MAX_AGE}; HttpOnly; SameSite=Lax${secure}`;
}

function wantsJson(request: NextRequest): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

const NO_STORE = "private, no-store";

function started(
  request: NextRequest,
  origin: string,
  session: StartedSession,
  next: string | null,
): Response {
  const path = landingOf(session.role, next);
  const headers = new Headers({ "cache-control": NO_STORE });
  headers.append("set-cookie", session.sessionCookie);
  if (session.newDeviceToken !== null) {
    headers.append("set-cookie", deviceCookieLine(authCookies(origin), session.newDeviceToken));
  }
  if (wantsJson(request)) return Response.json({ next: path }, { headers });
  headers.set("location", `${origin}${path}`);
  return new Response(null, { status: 303, headers });
}

/** A browser without JavaScript gets a page of its own for 429 and 503: a redirect would lose the status. */
async function plainPage(): Promise<string> {
  const t = await translations("public");
  const { htmlLang } = languageOf(await requestLocale());
  return `<!doctype html><html lang="${htmlLang}"><head><meta charset="utf-8"><title>${t("signIn.title")} · Landfall</title></head><body><p role="alert">${t("signIn.refused")}</p><p><a href="/sign-in">${t("reset.back")}</a></p></body></html>`;
}

async function refused(
  request: NextRequest,
  origin: string,
  refusal: AppError,
  next: string | null,
): Promise<Response> {
  const headers = new Headers({ "cache-control": NO_STORE });
  if (refusal.retryAfter !== undefined) headers.set("retry-after", String(refusal.retryAfter));
  const status = HTTP_STATUS[refusal.code];
  if (wantsJson(request)) {
    return Response.json({ error: { code: refusal.code, message: SIGN_IN_REFUSED } }, { status, headers });
  }
  if (refusal.code === "UNAUTHENTICATED") {
    const path = signInPath(next);
    headers.set("location", `${origin}${path}${path.includes("?") ? "&" : "?"}refused=1`);
    return new Response(null, { status: 303, headers });
  }
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(await plainPage(), { status, headers });
}

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

async function readSignInForm(request: NextRequest): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new AppError("WRONG_TYPE", "Send the sign-in form as a form.");
  }
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LONGEST_FORM)) throw new AppError("TOO_LARGE", "This form is too large.");
  return request.formData();
}

/**
 * The sign-in form's answer. A browser is led on by 303, script gets JSON; 401 (303 back to the form without
 * script), 429 and 503 carry one sentence. `callbackUrl` and everything else next-auth would read is ignored.
 */
export function answerSignIn(request: NextRequest): Promise<Response> {
  return withRoute(request, async ({ runtime, trace }) => {
    const form = await readSignInForm(request);
    const next = field(form, "next");
    const origin = runtime.env.appOrigin;
    try {
      const credentials = { email: field(form, "email"), password: field(form, "password") };
      const session = await signInWithPassword(runtime, credentials, browserOf(runtime, trace, request));
      if (session) return started(request, origin, session, next);
      return await refused(request, origin, new AppError("UNAUTHENTICATED", SIGN_IN_REFUSED), next);
    } catch (error) {
      const refusal = asUnavailable(error);
      if (refusal instanceof AppError && refusal.retryAfter !== undefined) {
        return await refused(request, origin, refusal, next);
      }
      throw error;
    }
  });
}

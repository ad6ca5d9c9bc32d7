import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { getServerSession, type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { createHash } from "node:crypto";
import { newToken } from "@/lib/ids/token";
import { logger } from "@/lib/runtime/logger";
import type { Deps } from "@/lib/runtime/deps";
import { deriveSecret } from "@/lib/storage/keyring";
import { authCookies } from "./cookies";
import { SESSION_ABSOLUTE_SECONDS } from "./session-limits";
import type { SessionRecord } from "./session-store";

/**
 * next-auth v4, kept at arm's length (SECURITY.md D5, 3.2). Its "JWT" is our opaque token: `encode` makes a
 * session row and returns the token, `decode` looks the token up. It never sees the real request: it gets only
 * the values named here, so a hostile `callbackUrl`, a planted csrf or chunk cookie, or a forwarded host has
 * nowhere to go, and its answers (URLs with error texts) are not passed on.
 */

type Deeds = {
  /** The user whose password was right, or null. */
  authorize: () => Promise<{ id: string } | null>;
  /** Starts a session and returns its token. */
  start: (userId: string) => Promise<string>;
  find: (token: string) => Promise<SessionRecord | null>;
};

const nothing: Deeds = {
  authorize: () => Promise.resolve(null),
  start: () => Promise.reject(new Error("no session is started here")),
  find: () => Promise.resolve(null),
};

/** Thrown things are kept aside: next-auth would put their text, database host and all, into a redirect (3.2.1). */
interface Outcome {
  failure?: Error;
  session?: SessionRecord | null;
  token?: string;
}

function keeping<A extends unknown[], T>(outcome: Outcome, fallback: T, deed: (...args: A) => Promise<T>) {
  return async (...args: A): Promise<T> => {
    try {
      return await deed(...args);
    } catch (error) {
      outcome.failure = error instanceof Error ? error : new Error("sign-in failed", { cause: error });
      return fallback;
    }
  };
}

function csrfSecret(deps: Deps): string {
  return deriveSecret(deps.keyring, "next-auth").toString("base64url");
}

function optionsFor(deps: Deps, deeds: Deeds, outcome: Outcome): NextAuthOptions {
  const { session: name, attributes } = authCookies(deps.appOrigin);
  return {
    secret: csrfSecret(deps),
    useSecureCookies: attributes.secure,
    session: { strategy: "jwt", maxAge: SESSION_ABSOLUTE_SECONDS },
    cookies: { sessionToken: { name, options: { ...attributes } } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [CredentialsProvider({ credentials: {}, authorize: keeping(outcome, null, deeds.authorize) })],
    callbacks: {
      redirect: () => "/",
      // `trigger: "update"` carries the caller's own data (3.2.3): nothing of it is taken.
      jwt: ({ token }) => token,
      session: ({ session }) => session,
    },
    jwt: {
      encode: async ({ token }) => {
        if (outcome.session) return "unchanged";
        outcome.token = await keeping(outcome, "", deeds.start)(token?.sub ?? "");
        return outcome.token;
      },
      decode: async ({ token }) => {
        outcome.session = await keeping(outcome, null, deeds.find)(token ?? "");
        return outcome.session ? { sub: outcome.session.userId } : null;
      },
    },
    logger: {
      error: (code) => {
        // An unknown cookie is "JWT invalid" to next-auth and nothing to us.
        if (code !== "JWT_SESSION_ERROR") logger.warn({ event: "next_auth", code });
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

interface Answer {
  status: number;
  setCookies: string[];
}

/** The Pages-router shape of a request and its answer: the one that takes exactly what it is given. */
function exchange(parts: Partial<NextApiRequest>): {
  req: NextApiRequest;
  res: NextApiResponse;
  answer: Answer;
} {
  const answer: Answer = { status: 200, setCookies: [] };
  const res = {
    getHeader: () => answer.setCookies,
    setHeader: (name: string, value: unknown) => {
      if (name.toLowerCase() === "set-cookie" && Array.isArray(value)) answer.setCookies = value.map(String);
      return res;
    },
    status: (status: number) => {
      answer.status = status;
      return res;
    },
    end: () => res,
    json: () => res,
    send: () => res,
  };
  const req = { headers: {}, cookies: {}, query: {}, ...parts };
  return { req: req as NextApiRequest, res: res as unknown as NextApiResponse, answer };
}

/** The session of this token, or null. Throws what the look-up threw: a database that is down is no sign-out. */
export async function resolveSession(
  deps: Deps,
  token: string,
  find: Deeds["find"],
): Promise<SessionRecord | null> {
  const outcome: Outcome = {};
  const { req, res } = exchange({ method: "GET", cookies: { [authCookies(deps.appOrigin).session]: token } });
  await getServerSession(req, res, optionsFor(deps, { ...nothing, find }, outcome));
  if (outcome.failure !== undefined) throw outcome.failure;
  return outcome.session ?? null;
}

/**
 * Runs next-auth's credentials sign-in. Returns the session cookie as a `Set-Cookie` line, or null when
 * `authorize` gave no user. The csrf pair is made here: next-auth's is not bound to the session (3.2.5); the
 * check that holds is the Origin check before this.
 */
export async function signInWithCredentials(
  deps: Deps,
  deeds: Pick<Deeds, "authorize" | "start">,
): Promise<string | null> {
  const outcome: Outcome = {};
  const csrfToken = newToken();
  const csrfHash = createHash("sha256")
    .update(`${csrfToken}${csrfSecret(deps)}`)
    .digest("hex");
  const csrfCookie = `${deps.appOrigin.startsWith("https:") ? "__Host-" : ""}next-auth.csrf-token`;
  const { req, res, answer } = exchange({
    method: "POST",
    query: { nextauth: ["callback", "credentials"] },
    cookies: { [csrfCookie]: `${csrfToken}|${csrfHash}` },
    body: { csrfToken },
  });
  await NextAuth(req, res, optionsFor(deps, { ...nothing, ...deeds }, outcome));
  if (outcome.failure !== undefined) throw outcome.failure;
  const { session } = authCookies(deps.appOrigin);
  const line = answer.setCookies.find((cookie) => cookie.startsWith(`${session}=`));
  return outcome.token ? (line ?? null) : null;
}

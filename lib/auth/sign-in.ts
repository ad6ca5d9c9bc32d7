import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { writeAudit } from "@/lib/audit/write";
import { ActorContext, type Caller, type Trace } from "@/lib/command/actor-context";
import { appUser } from "@/lib/db/schema/users";
import { plainText } from "@/lib/format/plain-text";
import { hashToken } from "@/lib/ids/token";
import type { Role } from "@/lib/policy/actor";
import type { Runtime } from "@/lib/runtime/runtime";
import { SIGN_IN } from "./current-session";
import { signInWithCredentials } from "./next-auth";
import { hashPassword, verifyPassword, type StoredPassword } from "./password";
import { createSession, deleteSession, findDevice, rememberDevice, sessionRefOf } from "./session-store";
import { networkLanes, releaseAttempt, reserveAttempt, type Lane } from "./throttle";

/** What a browser shows of itself when it signs in. */
export interface Browser {
  trace: Trace;
  /** What throttling counts as its network; null when its address cannot be told. */
  network: string | null;
  /** Cookies as sent; null when absent. */
  deviceToken: string | null;
  sessionToken: string | null;
  userAgent: string | null;
}

export interface SignInForm {
  email: string;
  password: string;
}

/** A session was started. The lines are ready for `Set-Cookie`. */
export interface StartedSession {
  sessionCookie: string;
  /** The browser's id, when it is new to this user and must be given as a cookie. */
  newDeviceToken: string | null;
  role: Role;
}

interface Account {
  id: string;
  role: Role;
  status: string;
  demo: number;
  stored: StoredPassword | null;
}

interface Attempt {
  account: Account | null;
  deviceHash: Buffer | null;
  lanes: Lane[];
}

/** 128 random bits, as base64url. */
function newDeviceToken(): string {
  return randomBytes(16).toString("base64url");
}

function normaliseEmail(typed: string): string {
  return plainText(typed).trim().toLowerCase();
}

async function findAccount(ctx: ActorContext, email: string): Promise<Account | null> {
  const [row] = await ctx.db
    .select({
      id: appUser.id,
      role: appUser.role,
      status: appUser.status,
      demo: appUser.demo,
      passwordHash: appUser.passwordHash,
      passwordKeyId: appUser.passwordKeyId,
    })
    .from(appUser)
    .where(eq(appUser.email, email));
  if (!row) return null;
  const { passwordHash, passwordKeyId, ...account } = row;
  const stored = passwordHash && passwordKeyId ? { passwordHash, passwordKeyId } : null;
  return { ...account, stored };
}

/** Finds the account and takes the attempt's place in its lanes. Throws THROTTLED before anything is hashed. */
async function beginAttempt(ctx: ActorContext, email: string, browser: Browser): Promise<Attempt> {
  const account = await findAccount(ctx, email);
  const deviceHash =
    account && browser.deviceToken ? await findDevice(ctx, account.id, browser.deviceToken) : null;
  const lanes: Lane[] =
    account && deviceHash
      ? [{ limit: "device", subject: `${account.id}:${deviceHash.toString("hex")}` }]
      : [...networkLanes(browser.network), { limit: "account", subject: email }];
  await reserveAttempt(ctx, lanes);
  return { account, deviceHash, lanes };
}

/** Active, and no demonstration account outside a demonstration (SECURITY.md 5.4, S-86). */
function mayEnter(account: Account, demo: boolean): boolean {
  return account.status === "active" && (account.demo === 0 || demo);
}

function hashUserAgent(userAgent: string | null): string | null {
  return userAgent === null ? null : createHash("sha256").update(userAgent).digest("hex").slice(0, 32);
}

interface SignedInBrowser {
  token: string;
  newDeviceToken: string | null;
}

/**
 * The one way a session starts: a new token and, on a new browser, a device id, in the context's transaction.
 * The session whose cookie the browser sent before, its own or a planted one, ends.
 */
export async function startSession(
  ctx: ActorContext,
  userId: string,
  browser: Browser,
): Promise<SignedInBrowser> {
  if (browser.sessionToken !== null) await deleteSession(ctx, browser.sessionToken);
  const known = browser.deviceToken === null ? null : await findDevice(ctx, userId, browser.deviceToken);
  const fresh = known === null ? newDeviceToken() : null;
  const deviceHash = known ?? hashToken(fresh ?? "");
  await rememberDevice(ctx, userId, deviceHash);
  const token = await createSession(ctx, {
    userId,
    deviceHash,
    ipPrefix: browser.trace.ipPrefix,
    userAgentHash: hashUserAgent(browser.userAgent),
  });
  await ctx.db.update(appUser).set({ lastSeenAt: ctx.now }).where(eq(appUser.id, userId));
  const detail = { session: sessionRefOf(hashToken(token)), knownBrowser: known !== null };
  await writeAudit(ctx, [{ event: "session.started", object: { kind: "user", id: userId }, detail }]);
  return { token, newDeviceToken: fresh };
}

/** Whether the account may still enter, asked again in the transaction that starts the session. */
async function isStillActive(ctx: ActorContext, userId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(eq(appUser.id, userId), eq(appUser.status, "active")))
    .for("share");
  return row !== undefined;
}

/**
 * Signs in with e-mail and password. Null: refused, whatever the reason (unknown, wrong, disabled), after the
 * same work. Throws THROTTLED or UNAVAILABLE, both with `retryAfter`.
 */
export async function signInWithPassword(
  current: Runtime,
  form: SignInForm,
  browser: Browser,
): Promise<StartedSession | null> {
  const caller: Caller = { actor: SIGN_IN, trace: browser.trace };
  const inWrite = <T>(work: (ctx: ActorContext) => Promise<T>) =>
    ActorContext.open(current.pools, current.deps, caller, "write", work);
  const { keyring } = current.deps;
  const email = normaliseEmail(form.email);
  const attempt = await inWrite((ctx) => beginAttempt(ctx, email, browser));
  const { account } = attempt;
  const verdict = await verifyPassword(keyring, account?.stored ?? null, form.password);
  const admitted = verdict.right && account !== null && mayEnter(account, current.deps.demo);
  if (!admitted) {
    await inWrite((ctx) =>
      writeAudit(ctx, [
        { event: "session.refused", outcome: "refused", object: { kind: "user", id: account?.id ?? null } },
      ]),
    );
    return null;
  }
  const rehashed = verdict.outdated ? await hashPassword(keyring, form.password) : null;
  const begun: { session?: SignedInBrowser } = {};
  const sessionCookie = await signInWithCredentials(current.deps, {
    authorize: () => Promise.resolve({ id: account.id }),
    start: async (userId) => {
      begun.session = await inWrite(async (ctx) => {
        if (!(await isStillActive(ctx, userId))) return undefined;
        await releaseAttempt(ctx, attempt.lanes);
        if (rehashed) await ctx.db.update(appUser).set(rehashed).where(eq(appUser.id, userId));
        return startSession(ctx, userId, browser);
      });
      return begun.session?.token ?? "";
    },
  });
  if (sessionCookie === null || begun.session === undefined) return null;
  return { sessionCookie, newDeviceToken: begun.session.newDeviceToken, role: account.role };
}

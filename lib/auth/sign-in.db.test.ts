import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { hashToken } from "@/lib/ids/token";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { signedInBy } from "./current-session";
import { hashPassword, preparePasswords } from "./password";
import { signInWithPassword, type Browser } from "./sign-in";

const database = testDatabase();
const firm = testFirm(database);
const PASSWORD = "correct horse battery";
const email = "priya@firm.test";

const trace = () => ({ requestId: newId(), sessionRef: null, ipPrefix: "203.0.113.0/24" });

function browser(known: Partial<Browser> = {}): Browser {
  return {
    trace: trace(),
    network: null,
    deviceToken: null,
    sessionToken: null,
    userAgent: "test",
    ...known,
  };
}

function signIn(password: string, from = browser(), address = email) {
  return signInWithPassword(firm.runtime, { email: address, password }, from);
}

/** The token inside a `Set-Cookie` line. */
function tokenIn(line: string | undefined): string {
  return /^landfall=([\w-]{43});/.exec(line ?? "")?.[1] ?? "";
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    return (await attempt) === null ? "refused" : "in";
  } catch (error) {
    return error instanceof AppError ? error.code : "broken";
  }
}

const whoHolds = (token: string) => signedInBy(firm.runtime, token, trace());

async function countSessions(): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>("select count(*)::int as n from auth_session");
  return rows[0]?.n ?? -1;
}

beforeAll(async () => {
  const { keyring } = firm.runtime.deps;
  await preparePasswords(keyring);
  const { passwordHash, passwordKeyId } = await hashPassword(keyring, PASSWORD);
  await database.owner.query(
    "update app_user set email = $1, password_hash = $2, password_key_id = $3 where id = $4",
    [email, passwordHash, passwordKeyId, firm.consultant.actor.userId],
  );
});

beforeEach(async () => {
  await database.owner.query("delete from auth_counter");
  await database.owner.query("delete from auth_session");
  await database.owner.query("delete from auth_device");
  await database.owner.query("update app_user set status = 'active', demo = 0");
});

describe("signing in", () => {
  it("gives an opaque token in a cookie that script cannot read, and stores its hash alone", async () => {
    const started = await signIn(PASSWORD);
    const token = tokenIn(started?.sessionCookie);
    expect(started?.sessionCookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const { rows } = await database.owner.query<{ token_hash: Buffer }>(
      "select token_hash from auth_session",
    );
    expect(rows.map((row) => row.token_hash.toString("hex"))).toEqual([hashToken(token).toString("hex")]);
    expect((await whoHolds(token))?.caller.actor).toEqual({ ...firm.consultant.actor, covers: [] });
  });

  it("takes the address however it is written, and the password exactly", async () => {
    expect(await codeOf(signIn(PASSWORD, browser(), "  Priya@FIRM.test "))).toBe("in");
    expect(await codeOf(signIn(`${PASSWORD} `))).toBe("refused");
  });

  it("answers wrong, unknown and disabled alike, and starts nothing", async () => {
    expect(await codeOf(signIn("not the password"))).toBe("refused");
    expect(await codeOf(signIn(PASSWORD, browser(), "nobody@firm.test"))).toBe("refused");
    await database.owner.query("update app_user set status = 'disabled' where email = $1", [email]);
    expect(await codeOf(signIn(PASSWORD))).toBe("refused");
    expect(await countSessions()).toBe(0);
  });

  it("refuses demonstration accounts outside a demonstration, and a session that one left", async () => {
    const token = tokenIn((await signIn(PASSWORD))?.sessionCookie);
    await database.owner.query("update app_user set demo = 1 where email = $1", [email]);
    expect(await whoHolds(token)).not.toBeNull();
    const real = { ...firm.runtime, deps: { ...firm.runtime.deps, demo: false } };
    expect(await signedInBy(real, token, trace())).toBeNull();
    expect(await codeOf(signInWithPassword(real, { email, password: PASSWORD }, browser()))).toBe("refused");
  });

  it("replaces a planted session and never takes over its value", async () => {
    const planted = tokenIn((await signIn(PASSWORD))?.sessionCookie);
    const own = tokenIn((await signIn(PASSWORD, browser({ sessionToken: planted })))?.sessionCookie);
    expect(own).not.toBe(planted);
    expect(await whoHolds(planted)).toBeNull();
    expect(await whoHolds("made-up-token")).toBeNull();
  });

  it("keeps the newest five sessions of a user", async () => {
    const tokens: string[] = [];
    for (let n = 0; n < 6; n += 1) tokens.push(tokenIn((await signIn(PASSWORD))?.sessionCookie));
    const holders = await Promise.all(tokens.map(whoHolds));
    expect(holders.map((holder) => holder !== null)).toEqual([false, true, true, true, true, true]);
  });
});

describe("a session ends", () => {
  it.each([
    ["after 30 minutes without use", "update auth_session set last_seen_at = now() - interval '31 min'"],
    ["after 12 hours in any case", "update auth_session set expires_at = now() - interval '1 s'"],
    ["when its user is disabled", "update app_user set status = 'disabled' where email = 'priya@firm.test'"],
    ["when its row is deleted", "delete from auth_session"],
  ])("%s, on the very next request", async (_when, change) => {
    const token = tokenIn((await signIn(PASSWORD))?.sessionCookie);
    expect(await whoHolds(token)).not.toBeNull();
    await database.owner.query(change);
    expect(await whoHolds(token)).toBeNull();
  });

  it("and lives on while it is used: last seen is written once a minute at most", async () => {
    const token = tokenIn((await signIn(PASSWORD))?.sessionCookie);
    const lastSeen = async () => {
      const { rows } = await database.owner.query<{ at: Date }>(
        "select last_seen_at as at from auth_session",
      );
      return rows[0]?.at.getTime() ?? 0;
    };
    const first = await lastSeen();
    await whoHolds(token);
    expect(await lastSeen()).toBe(first);
    await database.owner.query("update auth_session set last_seen_at = now() - interval '20 min'");
    await whoHolds(token);
    expect(await lastSeen()).toBeGreaterThanOrEqual(first);
  });
});

describe("too many tries", () => {
  const fail = (from: Browser, times: number) =>
    Promise.all(Array.from({ length: times }, () => codeOf(signIn("wrong", from))));

  it("ten failures for an account, then 429 with Retry-After, also for the right password", async () => {
    const codes = await fail(browser(), 14);
    expect(codes.filter((code) => code === "refused")).toHaveLength(10);
    expect(codes.filter((code) => code === "THROTTLED")).toHaveLength(4);
    await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: "THROTTLED", retryAfter: 60 });
  });

  it("then one attempt a minute is looked at", async () => {
    await fail(browser(), 11);
    await database.owner.query("update auth_counter set last_attempt_at = now() - interval '61 s'");
    expect(await codeOf(signIn("wrong"))).toBe("refused");
    expect(await codeOf(signIn(PASSWORD))).toBe("THROTTLED");
  });

  it("counts addresses that nobody has in the same way", async () => {
    const codes = await Promise.all(
      Array.from({ length: 11 }, () => codeOf(signIn("wrong", browser(), "nobody@firm.test"))),
    );
    expect(codes).toContain("THROTTLED");
  });

  it("a browser that signed in before still gets in while strangers are locked out", async () => {
    const known = browser({ deviceToken: (await signIn(PASSWORD))?.newDeviceToken ?? null });
    await fail(browser({ network: "198.51.100.7" }), 12);
    expect(await codeOf(signIn(PASSWORD))).toBe("THROTTLED");
    const again = await signIn(PASSWORD, known);
    expect(again?.newDeviceToken).toBeNull();
  });

  it("thirty failures from one network, over many accounts", async () => {
    const from = browser({ network: "198.51.100.7" });
    const tryAccount = (name: string) => codeOf(signIn("wrong", from, `${name}@firm.test`));
    expect(await tryAccount("first")).toBe("refused");
    await database.owner.query("update auth_counter set failures = 29 where key like 'network:%'");
    expect(await tryAccount("second")).toBe("refused");
    expect(await tryAccount("third")).toBe("THROTTLED");
    await expect(signIn(PASSWORD, from)).rejects.toMatchObject({ retryAfter: expect.any(Number) as number });
    expect(await codeOf(signIn(PASSWORD, browser({ network: "198.51.100.8" })))).toBe("in");
  });

  it("a success gives the attempt back", async () => {
    const from = browser({ network: "198.51.100.7" });
    await fail(from, 3);
    expect(await codeOf(signIn(PASSWORD, from))).toBe("in");
    const { rows } = await database.owner.query<{ key: string; failures: number }>(
      "select split_part(key, ':', 1) as key, failures from auth_counter order by 1",
    );
    expect(rows).toEqual([
      { key: "network", failures: 3 },
      { key: "networkDay", failures: 3 },
    ]);
  });
});

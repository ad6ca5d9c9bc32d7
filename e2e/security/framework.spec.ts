import { addPerson, choosePassword, startSession } from "../fixtures/people";
import { post, readWrittenForm } from "../fixtures/forms";
import { ORIGIN, SAME_ORIGIN, send, sendForPayload } from "../fixtures/http";
import { expect, test, type World } from "../fixtures/test";

const privatePages = ({ case1 }: World) => [
  "/",
  "/cases",
  `/cases/${case1.number}/overview`,
  "/settings/audit",
  "/portal",
];

test("S-28 x-middleware-subrequest opens nothing", async ({ world }) => {
  const values = [
    "middleware",
    "proxy",
    "src/middleware",
    "middleware:middleware:middleware:middleware:middleware",
    "proxy:proxy:proxy:proxy:proxy",
    "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
  ];
  for (const path of privatePages(world)) {
    for (const value of values) {
      const answer = await send(path, {
        headers: { "x-middleware-subrequest": value, "x-middleware-rewrite": "/cases" },
      });
      expect(answer.location, `${path} with ${value}`).toMatch(/^\/sign-in/);
      expect(answer.text).not.toContain(world.case1.client.name);
    }
  }
});

const HOSTILE_TARGETS = [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/%5Cevil.example",
  "javascript:alert(1)",
  "not a url",
  "/ok\r\nset-cookie: a=b",
  "x".repeat(4_000),
];

/** A path, as a browser would resolve it: `send` gives the whole address where the target is elsewhere. */
const OURS = /^\/(?![/\\])/;

test("S-29 wherever somebody is told to continue, it is on our own origin", async ({ database }) => {
  const person = await addPerson(database, { name: "Nexa Whither", role: "consultant" });
  const password = "kahvi tuoli puu kivi";
  await choosePassword(database, person, password);
  for (const target of HOSTILE_TARGETS) {
    for (const name of ["callbackUrl", "next", "redirect"]) {
      const query = new URLSearchParams({ [name]: target }).toString();
      for (const path of ["/sign-in", "/reset", "/api/auth/signed-out"]) {
        const answer = await send(`${path}?${query}`);
        expect(answer.status, `${path} ${name}=${target}`).toBeLessThan(500);
        expect(answer.location ?? "/").toMatch(OURS);
      }
      const signedIn = await send("/api/auth/sign-in", {
        method: "POST",
        headers: { ...SAME_ORIGIN, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ email: person.email, password, [name]: target }).toString(),
      });
      expect(signedIn.status, `${name}=${target}`).toBe(303);
      expect(signedIn.location).toMatch(OURS);
    }
  }
});

test("S-29 a form too large to be a sign-in is refused, not broken", async () => {
  const { status } = await send("/api/auth/sign-in", {
    method: "POST",
    headers: { ...SAME_ORIGIN, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      email: "a@b.test",
      password: "x",
      callbackUrl: "y".repeat(10_240),
    }).toString(),
  });
  expect(status).toBe(413);
});

/** The nonce of an answer's policy. */
const nonceOf = (policy: unknown) => /'nonce-([\w-]{20,})'/.exec(String(policy))?.[1];

test("S-30 every answer carries the headers of SECURITY.md 5.10, with a nonce of its own", async ({
  world,
}) => {
  const { case1, sessions } = world;
  const session = sessions.M;
  const paths = [
    ...[
      "/",
      "/cases",
      "/cases/new",
      "/deadlines",
      "/pool",
      "/draws",
      "/settings/staff",
      "/settings/sessions",
    ],
    ...["overview", "assessment", "checklist", "documents", "messages", "timeline"].map(
      (tab) => `/cases/${case1.number}/${tab}`,
    ),
    // 404, 403, redirects, routes
    ...["/nothing-here", "/settings/audit", `/cases/${case1.number}`, "/api/cases.csv", "/api/health/ready"],
    ...["/api/auth/signed-out", "/sign-in"],
  ];
  const nonces = new Set<string | undefined>();
  for (const path of paths) {
    const { headers, text } = await send(path, {
      session,
      headers: { "x-nonce": "planted", "content-security-policy": "planted" },
    });
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(String(headers["cache-control"]), path).toContain("no-store");
    expect(String(headers["permissions-policy"]), path).toContain("camera=()");
    const policy = String(headers["content-security-policy"]);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy, path).toContain(part);
    }
    expect(policy, path).not.toContain("planted");
    const nonce = nonceOf(policy);
    nonces.add(nonce);
    for (const [script] of text.matchAll(/<script\b[^>]*>/g))
      expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(paths.length);
});

test("S-30 pages work under their policy: nothing is blocked in a real browser", async ({
  pageOf,
  world,
}) => {
  const page = await pageOf(world.M);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("[Report Only]"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of ["/", "/cases", `/cases/${world.case1.number}/overview`, "/deadlines"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeVisible();
    await page.keyboard.press("Escape");
  }
  expect(complaints).toEqual([]);
});

test("S-31 there is no image optimiser", async () => {
  const sources = [
    `${ORIGIN}/icon.svg`,
    "/icon.svg",
    "https://evil.example/a.avif",
    "http://127.0.0.1:22/",
    "file:///etc/passwd",
  ];
  for (const source of sources) {
    const { status } = await send(
      `/_next/image?${new URLSearchParams({ url: source, w: "640", q: "75" }).toString()}`,
    );
    expect(status, source).toBe(404);
  }
});

test("S-32 a forged host never gets into a mailed link or a redirect", async ({ database }) => {
  const person = await addPerson(database, { name: "Holly Hostmann", role: "consultant" });
  const form = await readWrittenForm("/reset", null, "email");
  const forged = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
  };
  const asked = await post(
    form,
    { email: person.email },
    { session: null, headers: { ...SAME_ORIGIN, ...forged } },
  );
  expect(asked.location).toBe("/reset?sent=1");
  const mail = await database.row<{ id: string }>(
    "select id from mail where to_address = $1 and kind = 'password_reset'",
    [person.email],
  );
  const reader = await addPerson(database, { name: "Outa Reader", role: "administrator" });
  const shown = await send(`/settings/outbox/${mail.id}`, {
    session: await startSession(database, reader),
    headers: forged,
  });
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(`${ORIGIN}/reset/`);
  expect(shown.text).not.toContain("evil.example");
  for (const headers of [forged, { host: "evil.example" }]) {
    for (const path of ["/cases", `/invitation/${"A".repeat(43)}`, "/api/auth/signed-out"]) {
      const answer = await send(path, { headers });
      expect(answer.location ?? "", path).not.toContain("evil.example");
      expect(answer.text).not.toContain("evil.example");
    }
  }
});

test("S-33 nothing of a person is kept by any cache", async ({ world }) => {
  const { case1, sessions } = world;
  const paths = [
    ...[
      "/",
      "/cases",
      `/cases/${case1.number}/overview`,
      "/api/cases.csv",
      `/api/documents/${case1.versionId}`,
    ],
    ...[`/api/cases/${case1.number}/timeline.csv`, "/settings/sessions", "/sign-in"],
  ];
  for (const path of paths) {
    for (const answer of [
      await send(path, { session: sessions.C1 }),
      await sendForPayload(path, sessions.C1),
    ]) {
      expect(answer.status, path).toBe(200);
      const caching = String(answer.headers["cache-control"]);
      expect(caching, path).toContain("no-store");
      expect(caching, path).not.toContain("s-maxage");
      expect(answer.headers.etag, path).toBeUndefined();
    }
  }
});

test("S-34 methods and files that are nobody's business", async () => {
  for (const method of ["OPTIONS", "PUT", "PATCH", "DELETE"]) {
    const { status } = await send("/cases", { method, headers: SAME_ORIGIN });
    expect(status, method).toBe(405);
  }
  const hidden = [
    "/.env",
    "/.git/config",
    "/.next/BUILD_ID",
    "/package.json",
    "/api/auth/providers",
    "/api/auth/csrf",
  ];
  for (const path of [
    ...hidden,
    "/api/auth/session",
    "/_next/static/chunks/main.js.map",
    "/../package.json",
    "/drizzle/0000_schema.sql",
  ]) {
    const { status, text } = await send(path);
    expect(status, path).toBe(404);
    expect(text, path).not.toMatch(/"dependencies"|create table|\[core\]/);
  }
});

test("S-34 TRACE is refused", async () => {
  const { status, text } = await send("/cases", { method: "TRACE", headers: { "x-secret": "echo-me" } });
  expect([400, 405]).toContain(status);
  expect(text).not.toContain("echo-me");
});

test("S-34 no source map is served for any script of a page", async () => {
  const { text } = await send("/sign-in");
  const scripts = [...text.matchAll(/src="(\/_next\/static\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts) {
    const script = await send(path);
    expect(script.status).toBe(200);
    expect(script.text).not.toContain("sourceMappingURL");
    expect((await send(`${path}.map`)).status).toBe(404);
  }
});

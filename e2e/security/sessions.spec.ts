import { addPerson, choosePassword, issueLink, startSession } from "../fixtures/people";
import { SAME_ORIGIN, send } from "../fixtures/http";
import { post, readWrittenForm } from "../fixtures/forms";
import { withPatience } from "../fixtures/alive";
import { expect, sessionCookie, test } from "../fixtures/test";
import { addCase } from "../fixtures/cases";
import { reserve, upload } from "../fixtures/documents";
import { samplePdf } from "@/lib/testing/sample-files";

const PASSWORD = "kahvi tuoli puu kivi";

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  send("/api/auth/sign-in", {
    method: "POST",
    headers: { ...SAME_ORIGIN, "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ email, password }).toString(),
  });

const cookiesOf = (headers: Record<string, string | string[] | undefined>): string[] =>
  [headers["set-cookie"] ?? []].flat();

const sessionIn = (lines: string[]) =>
  lines.map((line) => /^landfall=([\w-]+);/.exec(line)?.[1]).find(Boolean);

test("S-09 an invitation: opening its link uses nothing up; it works once, then there is one plain answer", async ({
  database,
}) => {
  const invited = await addPerson(database, { name: "Sari Lindqvist", role: "consultant" });
  await database.rows("update app_user set status = 'invited' where id = $1", [invited.userId]);
  const token = await issueLink(database, invited, "invitation");
  for (let visit = 0; visit < 3; visit += 1) {
    const landed = await send(`/invitation/${token}`);
    expect(landed).toMatchObject({ status: 303, location: "/invitation?link=1" });
    expect(cookiesOf(landed.headers).join()).toMatch(
      /^landfall-link=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly/,
    );
  }
  const cookie = `landfall-link=${token}`;
  const form = await readWrittenForm("/invitation", null, "password", cookie);
  const accept = () =>
    post(form, { password: PASSWORD }, { session: null, headers: { ...SAME_ORIGIN, cookie } });
  const first = await accept();
  expect(first).toMatchObject({ status: 303, location: "/" });
  expect(sessionIn(cookiesOf(first.headers))).toMatch(/^[\w-]{43}$/);
  const second = await accept();
  expect(sessionIn(cookiesOf(second.headers))).toBeUndefined();
  expect(second.text).toContain("expired or was used already");
});

/** Milliseconds: what asking for a new password takes at least, whoever asks (lib/users/actions.ts). */
const ASKING_TAKES = 600;

test("S-10 asking for a new password takes as long and says the same, whether the address is known or not", async ({
  database,
}) => {
  const known = await addPerson(database, { name: "Wanda Known", role: "consultant" });
  const form = await readWrittenForm("/reset", null, "email");
  const ask = async (email: string) => {
    const begun = performance.now();
    const { status, location, text } = await post(form, { email }, { session: null });
    return { took: performance.now() - begun, said: { status, location, text } };
  };
  const taken = { known: [] as number[], unknown: [] as number[] };
  // Side by side, so that a busy machine is as slow to the one as to the other.
  for (let pair = 0; pair < 9; pair += 1) {
    // All of a test run come from one network: what that may ask is S-02's matter.
    await database.rows("delete from auth_counter where key like 'network%' or key like 'mail%'");
    const [one, other] = await Promise.all([ask(known.email), ask(`nobody.${pair}@nowhere.test`)]);
    expect(one.said).toEqual(other.said);
    expect(one.said).toMatchObject({ status: 303, location: "/reset?sent=1" });
    taken.known.push(one.took);
    taken.unknown.push(other.took);
  }
  // A machine with other work adds to some of them, and to none of them takes away: the quickest tell.
  const [one, other] = [Math.min(...taken.known), Math.min(...taken.unknown)];
  // Longer than the work itself, or they would.
  expect(Math.min(one, other)).toBeGreaterThanOrEqual(ASKING_TAKES);
  expect(Math.abs(one - other) / Math.max(one, other)).toBeLessThan(0.2);
  const { mailed } = await database.row<{ mailed: number }>(
    "select count(*)::int as mailed from mail where user_id = $1 and kind = 'password_reset'",
    [known.userId],
  );
  expect(mailed).toBe(9);
});

test("S-11 a planted session cookie is replaced at sign-in and opens nothing", async ({ database }) => {
  const person = await addPerson(database, { name: "Petra Novotna", role: "consultant" });
  await choosePassword(database, person, PASSWORD);
  const planted = "p".repeat(43);
  const { headers, status } = await signIn(person.email, PASSWORD, { cookie: `landfall=${planted}` });
  expect(status).toBe(303);
  const given = sessionIn(cookiesOf(headers));
  expect(given).toMatch(/^[\w-]{43}$/);
  expect(given).not.toBe(planted);
  expect((await send("/cases", { session: given })).status).toBe(200);
  expect(await send("/cases", { session: planted })).toMatchObject({ location: "/sign-in?next=%2Fcases" });
});

test("S-12 a disabled account is refused at its very next request, whatever it is", async ({ database }) => {
  const person = await addPerson(database, { name: "Dario Quist", role: "consultant" });
  const file = await addCase(database, { owner: person, name: ["Mira", "Solberg"] });
  const session = await startSession(database, person);
  const stored = await upload(session, { caseId: file.caseId }, "before.pdf", samplePdf());
  expect(stored.status).toBe(201);
  const form = await readWrittenForm(`/cases/${file.number}/messages`, session, "body");
  await database.rows("update app_user set status = 'disabled' where id = $1", [person.userId]);
  expect((await send(`/cases/${file.number}/overview`, { session })).location).toMatch(/^\/sign-in/);
  expect((await send("/api/cases.csv", { session })).status).toBe(401);
  expect((await reserve(session, { caseId: file.caseId })).status).toBe(401);
  expect((await post(form, { body: "after" }, { session })).location).toMatch(/^\/sign-in/);
  const { count } = await database.row<{ count: number }>(
    "select count(*)::int as count from message where case_id = $1 and body = 'after'",
    [file.caseId],
  );
  expect(count).toBe(0);
});

test("S-13 after signing out the cookie opens nothing, and Back shows nothing", async ({
  database,
  browser,
}) => {
  const person = await addPerson(database, { name: "Ulla Ferreira", role: "consultant" });
  const file = await addCase(database, { owner: person, name: ["Backa", "Cachewell"] });
  const token = await startSession(database, person);
  const context = withPatience(await browser.newContext());
  await context.addCookies([sessionCookie(token)]);
  const page = await context.newPage();
  await page.goto(`/cases/${file.number}/overview`);
  await expect(page.getByRole("heading", { level: 1, name: "Backa Cachewell" })).toBeVisible();
  await page.getByRole("button", { name: person.name }).first().click();
  await page
    .getByRole("menuitem", { name: "Sign out" })
    .or(page.getByRole("button", { name: "Sign out" }))
    .click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Backa Cachewell")).toHaveCount(0);
  expect(await send("/cases", { session: token })).toMatchObject({ location: "/sign-in?next=%2Fcases" });
  await context.close();
});

test("S-13 signing out tells the browser to forget what it kept", async () => {
  expect((await send("/api/auth/signed-out")).headers["clear-site-data"]).toBe('"cache", "storage"');
});

test("S-15 cookies: script cannot read them, other sites do not send them, and only opaque tokens are inside", async ({
  database,
}) => {
  const person = await addPerson(database, { name: "Cosmo Berger", role: "consultant" });
  await choosePassword(database, person, PASSWORD);
  const lines = cookiesOf((await signIn(person.email, PASSWORD)).headers);
  expect(lines.map((line) => line.split("=")[0]).sort()).toEqual(["landfall", "landfall-device"]);
  for (const line of lines) {
    expect(line).toMatch(/^[\w-]+=[\w-]{22,43};/);
    expect(line).toContain("HttpOnly");
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toContain("Path=/");
    expect(line).not.toMatch(/Domain=/i);
  }
});

test("S-16 a weak password is refused at its field, and the link stays good for a better one", async ({
  database,
}) => {
  const person = await addPerson(database, { name: "Weld Okonkwo", role: "consultant" });
  const token = await issueLink(database, person, "reset");
  const cookie = `landfall-link=${token}`;
  const form = await readWrittenForm("/reset", null, "password", cookie);
  const choose = (password: string) =>
    post(form, { password }, { session: null, headers: { ...SAME_ORIGIN, cookie } });
  for (const password of ["elevenchars", "Password123!", "Weld Okonkwo 26", "x".repeat(129)]) {
    const { status, text } = await choose(password);
    expect(status, password).toBe(200);
    expect(text, password).toMatch(/aria-invalid="true"/);
  }
  expect(await choose(" 🍁 kahvi tuoli ")).toMatchObject({ status: 303, location: "/sign-in?reset=done" });
  expect((await signIn(person.email, "🍁 kahvi tuoli")).location).toContain("refused=1");
  expect((await signIn(person.email, " 🍁 kahvi tuoli ")).location).toBe("/");
});

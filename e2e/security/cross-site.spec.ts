import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { addCase, type CaseFile } from "../fixtures/cases";
import { post, readWrittenForm, type WrittenForm } from "../fixtures/forms";
import { ORIGIN, SAME_ORIGIN, send } from "../fixtures/http";
import { addPerson, startSession } from "../fixtures/people";
import { expect, sessionCookie, test } from "../fixtures/test";
import type { TestDatabase } from "../fixtures/database";

/** What a request from elsewhere says of itself, and what a forger of hosts says (SECURITY.md 3.1). */
const HOSTILE: Readonly<Record<string, Record<string, string>>> = {
  "no origin": {},
  "no origin, cross-site": { "sec-fetch-site": "cross-site" },
  "a foreign origin": { origin: "https://evil.example" },
  "the null origin": { origin: "null" },
  "a foreign origin and host": { origin: "https://evil.example", host: "evil.example" },
  "a foreign origin and forwarded host": {
    origin: "https://evil.example",
    "x-forwarded-host": "evil.example",
  },
  "our origin, cross-site": { origin: ORIGIN, "sec-fetch-site": "cross-site" },
  "our origin, same-site": { origin: ORIGIN, "sec-fetch-site": "same-site" },
};

async function openedFile(
  database: TestDatabase,
): Promise<{ file: CaseFile; session: string; form: WrittenForm }> {
  const owner = await addPerson(database, { name: "Crossley Target", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Ossa", "Forgery"] });
  const session = await startSession(database, owner);
  const form = await readWrittenForm(`/cases/${file.number}/messages`, session, "body");
  return { file, session, form };
}

async function messagesOf(database: TestDatabase, file: CaseFile): Promise<string[]> {
  const rows = await database.rows<{ body: string }>(
    "select body from message where case_id = $1 order by created_at",
    [file.caseId],
  );
  return rows.map(({ body }) => body);
}

test("S-26 every endpoint that changes something refuses a request from elsewhere with 403", async ({
  database,
}) => {
  const { file, session, form } = await openedFile(database);
  const json = { "content-type": "application/json" };
  const endpoints: [string, string, Record<string, string>, string][] = [
    [
      "POST",
      "/api/uploads",
      json,
      JSON.stringify({ caseId: file.caseId, title: "x", fileName: "a.pdf", size: 9 }),
    ],
    ["PUT", `/api/uploads/${file.caseId}`, json, "x"],
    [
      "POST",
      "/api/auth/sign-in",
      { "content-type": "application/x-www-form-urlencoded" },
      "email=a&password=b",
    ],
    ["POST", "/api/rounds/import", { "content-type": "text/plain" }, "number,program\n"],
    ["POST", "/api/assess", json, JSON.stringify({ token: "x", familyName: "Forged" })],
    ["POST", `/api/reviews/${file.requirementId}/hold`, json, ""],
    ["DELETE", `/api/reviews/${file.requirementId}/hold`, json, ""],
    ["POST", `/api/reviews/${file.requirementId}/assembly`, json, "{}"],
    ["POST", "/api/item-links", json, JSON.stringify({ requirementId: file.requirementId })],
    ["DELETE", `/api/item-links/${file.caseId}?item=${file.requirementId}`, json, ""],
    ["POST", "/api/uploads/by-link/0123456789abcdef", json, "{}"],
    ["PUT", `/api/uploads/by-link/0123456789abcdef/${file.caseId}`, json, "x"],
    ["POST", "/sign-in", { "content-type": "text/plain" }, ""],
  ];
  for (const [name, headers] of Object.entries(HOSTILE)) {
    for (const [method, path, type, body] of endpoints) {
      const answer = await send(path, { method, session, headers: { ...type, ...headers }, body });
      expect(answer.status, `${method} ${path}: ${name}`).toBe(403);
    }
    expect((await post(form, { body: name }, { session, headers })).status, `an action: ${name}`).toBe(403);
  }
  expect(await messagesOf(database, file)).toEqual(["Welcome to your file"]);
  const { count } = await database.row<{ count: number }>(
    "select count(*)::int as count from upload where case_id = $1",
    [file.caseId],
  );
  expect(count).toBe(0);
  await post(form, { body: "from our own page" }, { session, headers: SAME_ORIGIN });
  expect(await messagesOf(database, file)).toContain("from our own page");
});

/** Another site: 127.0.0.1 is not localhost. It posts the form as soon as it is opened. */
function startForeignSite(html: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(html);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("S-27 a page of another site that posts our form with the victim's cookie changes nothing", async ({
  database,
  browser,
}) => {
  const { file, session, form } = await openedFile(database);
  const inputs = Object.entries({ ...form.fields, body: "forged" })
    .map(([name, value]) => `<input name='${name}' value='${value.replaceAll("'", "&#39;")}'>`)
    .join("");
  const site = await startForeignSite(
    `<form method="post" enctype="multipart/form-data" action="${ORIGIN}${form.path}">${inputs}<button>Win</button></form>
     <iframe src="${ORIGIN}/cases" title="ours"></iframe>`,
  );
  const context = await browser.newContext();
  // The worst case: a browser that sends the cookie across sites all the same.
  await context.addCookies([{ ...sessionCookie(session), sameSite: "Lax" }]);
  const page = await context.newPage();
  const { port } = site.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  expect(framed?.url() ?? "").not.toContain("/cases");
  await context.setExtraHTTPHeaders({ cookie: `landfall=${session}` });
  const answered = page.waitForResponse(
    (response) => response.url().startsWith(ORIGIN) && response.request().method() === "POST",
  );
  await page.getByRole("button", { name: "Win" }).click();
  expect((await answered).status()).toBe(403);
  expect(await messagesOf(database, file)).toEqual(["Welcome to your file"]);
  await context.close();
  site.close();
});

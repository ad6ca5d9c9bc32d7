import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { sampleJpeg, samplePdf } from "@/lib/testing/sample-files";
import { addCase } from "../fixtures/cases";
import { documentOf, upload } from "../fixtures/documents";
import { ORIGIN, send } from "../fixtures/http";
import { addPerson, startSession } from "../fixtures/people";
import { expect, sessionCookie, test } from "../fixtures/test";

function startSite(html: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(html);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** The bytes of a file; none of one that was on its way and is gone: tests beside this one store theirs. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

test("S-46 a document's address, opened in a tab, is saved and never shown", async ({ world, contextOf }) => {
  const context = await contextOf(world.C1);
  const page = await context.newPage();
  const download = page.waitForEvent("download");
  await page.goto(`/api/documents/${world.case1.versionId}`).catch(() => undefined);
  expect((await download).suggestedFilename()).toBe("canary-passport.pdf");
});

test("S-46 another site that embeds a document gets nothing of it", async ({ browser, world }) => {
  const address = `${ORIGIN}/api/documents/${world.case1.versionId}`;
  const site = await startSite(
    `<title>Other site</title><iframe src="${address}"></iframe><embed src="${address}">
     <script src="${address}"></script><img id="picture" src="${address}/view" alt="">`,
  );
  const context = await browser.newContext();
  await context.addCookies([sessionCookie(world.sessions.C1)]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const { port } = site.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  const read = await page.evaluate(
    (url) =>
      fetch(url, { credentials: "include" }).then(
        (answer) => answer.text(),
        () => "refused",
      ),
    address,
  );
  expect(read).toBe("refused");
  expect(await page.locator("#picture").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
  site.close();
});

test("S-47 what a file says and what it is called is nowhere on disk in plain text", async ({ database }) => {
  const canary = "plaintext-canary-5f1c";
  const owner = await addPerson(database, { name: "Disk Watcher", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Cifra", "Sealed"] });
  const session = await startSession(database, owner);
  const stored = await upload(
    session,
    { caseId: file.caseId },
    "sealed.pdf",
    samplePdf({ extra: `/Title (${canary})` }),
  );
  expect(stored.status).toBe(201);
  const folder = join(process.env.DATA_DIR ?? "./.data", "objects");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  const leaking = files.filter((entry) => bytesOf(join(entry.parentPath, entry.name)).includes(canary));
  expect(leaking).toEqual([]);
});

test("S-49 a document's address is worth nothing to a browser that is signed out", async ({ world }) => {
  for (const suffix of ["", "/view"]) {
    const { status, text } = await send(`/api/documents/${world.case1.versionId}${suffix}`);
    expect(status).toBe(401);
    expect(text).not.toContain("canary-passport");
  }
});

test("S-50 each view, download, range and refusal is one row of the log, for each role", async ({
  database,
  world,
}) => {
  const { C1, C2, M, A, case1 } = world;
  const picture = await upload(world.sessions.C1, { caseId: case1.caseId }, "photo.jpg", sampleJpeg());
  const { versionId } = documentOf(picture);
  const path = `/api/documents/${versionId}`;
  const asked: [typeof C1, string, Record<string, string>, number][] = [
    [C1, path, {}, 200],
    [C1, `${path}/view`, {}, 200],
    [C1, path, { range: "bytes=0-9" }, 206],
    [C1, path, { range: "bytes=999999-" }, 416],
    [M, path, {}, 200],
    [C2, path, {}, 404],
    [A, path, {}, 403],
    [case1.client, path, {}, 200],
  ];
  for (const [person, address, headers, status] of asked) {
    const session = await startSession(database, person);
    expect((await send(address, { session, headers })).status, `${person.role} ${address}`).toBe(status);
  }
  const rows = await database.rows<{ actor_id: string; event: string; outcome: string; how: string | null }>(
    `select e.actor_id, e.event, e.outcome, e.detail->>'how' as how from audit_event e
     join audit_chain c on c.event_id = e.id
     where e.object_id = $1 and e.event like 'document.%' and e.event <> 'document.received' order by c.seq`,
    [versionId],
  );
  expect(rows).toEqual([
    { actor_id: C1.userId, event: "document.opened", outcome: "ok", how: "download" },
    { actor_id: C1.userId, event: "document.opened", outcome: "ok", how: "view" },
    { actor_id: C1.userId, event: "document.opened", outcome: "ok", how: "range" },
    { actor_id: C1.userId, event: "document.opened", outcome: "ok", how: "range" },
    { actor_id: M.userId, event: "document.opened", outcome: "ok", how: "download" },
    { actor_id: C2.userId, event: "document.refused", outcome: "refused", how: null },
    { actor_id: A.userId, event: "document.refused", outcome: "refused", how: null },
    { actor_id: case1.client.userId, event: "document.opened", outcome: "ok", how: "download" },
  ]);
});

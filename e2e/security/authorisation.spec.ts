import { newId } from "@/lib/ids/id";
import { samplePdf } from "@/lib/testing/sample-files";
import { addCase, decidedOf } from "../fixtures/cases";
import { put, reserve, upload, uploadIdOf } from "../fixtures/documents";
import { post, readWrittenForm } from "../fixtures/forms";
import { SAME_ORIGIN, send, type Answer } from "../fixtures/http";
import { addPerson, startSession } from "../fixtures/people";
import { expect, test, type World } from "../fixtures/test";
import { MANIFEST } from "../access/manifest";

/** What must be equal between "not yours" and "not there": everything but the moment. */
const shapeOf = ({ status, headers, text }: Answer) => ({ status, type: headers["content-type"], text });

/** The addresses of one object, with the id left open. */
function addressesIn(world: World) {
  const { case2, sessions } = world;
  const announce = (caseId: string, requirementId: string | null, session: string) =>
    reserve(session, { caseId, requirementId, title: "x", fileName: "a.pdf", size: 10 });
  return [
    {
      what: "a download",
      foreign: case2.versionId,
      ask: (id: string, session: string) => send(`/api/documents/${id}`, { session }),
    },
    {
      what: "a view",
      foreign: case2.versionId,
      ask: (id: string, session: string) => send(`/api/documents/${id}/view`, { session }),
    },
    {
      what: "the case of an upload",
      foreign: case2.caseId,
      ask: (id: string, session: string) => announce(id, null, session),
    },
    {
      what: "an upload",
      foreign: "",
      async make() {
        const reserved = await announce(case2.caseId, null, sessions.K2);
        expect(reserved.status).toBe(201);
        return uploadIdOf(reserved);
      },
      ask: (id: string, session: string) => put(session, id, Buffer.alloc(10)),
    },
  ];
}

for (const viewer of ["K1", "C1"] as const) {
  const id = viewer === "K1" ? "S-18" : "S-19";
  test(`${id} ${viewer} asks for another's objects by id: the answer is that of a random id`, async ({
    world,
  }) => {
    const session = world.sessions[viewer];
    for (const { what, foreign, make, ask } of addressesIn(world)) {
      const there = await ask(make ? await make() : foreign, session);
      const nowhere = await ask(newId(), session);
      expect(there.status, what).toBe(404);
      expect(shapeOf(there), what).toEqual(shapeOf(nowhere));
    }
  });
}

test("S-18 a line of another client's checklist is no line of one's own case", async ({ world }) => {
  const { case1, case2, sessions } = world;
  const ask = (requirementId: string) =>
    reserve(sessions.K1, { caseId: case1.caseId, requirementId, fileName: "a.pdf", size: 10 });
  const [there, nowhere] = [await ask(case2.requirementId), await ask(newId())];
  expect(there.status).toBe(404);
  expect(shapeOf(there)).toEqual(shapeOf(nowhere));
});

test("S-19 what C1 was refused about case 2 is in the log", async ({ database, world }) => {
  const { case2, sessions, C1 } = world;
  await send(`/api/documents/${case2.versionId}`, { session: sessions.C1 });
  const [refusal] = await database.rows(
    "select event, outcome from audit_event where actor_id = $1 and object_id = $2 order by at desc limit 1",
    [C1.userId, case2.versionId],
  );
  expect(refusal).toEqual({ event: "document.refused", outcome: "refused" });
});

test("S-20 nobody signed in: only the public pages and the health words answer 200, to GET and to POST", async ({
  world,
}) => {
  const open = new Set([
    ...["/sign-in", "/invitation", "/reset", "/api/health/live", "/api/health/ready"],
    ...["/assess", "/api/assess/occupations"],
    // A plain page that says that the link is dead.
    "/send?item=0123456789abcdef",
  ]);
  for (const entry of MANIFEST) {
    const path = entry.path(world);
    const got = await send(path);
    expect(got.status === 200, `GET ${path} answered ${got.status}`).toBe(open.has(path));
    const posted = await send(path, {
      method: "POST",
      headers: { ...SAME_ORIGIN, "content-type": "text/plain" },
      body: "",
    });
    expect(posted.status, `POST ${path}`).toBeLessThan(500);
    if (!open.has(path)) expect(posted.status, `POST ${path}`).not.toBe(200);
  }
});

test("S-22 fields that a form does not have change nothing", async ({ database, world }) => {
  const owner = await addPerson(database, { name: "Extra Fielder", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Vera", "Plainfield"] });
  const session = await startSession(database, owner);
  const form = await readWrittenForm(`/cases/${file.number}/messages`, session, "body");
  const before = await decidedOf(database, file.caseId);
  const answer = await post(
    form,
    {
      body: "with extras",
      role: "administrator",
      isAdmin: "true",
      authorKind: "client",
      authorId: world.M.userId,
      ownerId: world.C2.userId,
      status: "disabled",
      stage: "SUBMITTED",
      deadlineDate: "2099-01-01",
      version: "99",
    },
    { session },
  );
  expect(answer.status).toBeLessThan(500);
  expect(await decidedOf(database, file.caseId)).toEqual(before);
  const [message] = await database.rows(
    "select author_id, author_kind from message where case_id = $1 and body = 'with extras'",
    [file.caseId],
  );
  expect(message).toEqual({ author_id: owner.userId, author_kind: "staff" });
  expect(await database.row("select role, status from app_user where id = $1", [owner.userId])).toEqual({
    role: "consultant",
    status: "active",
  });
});

test("S-22 a form that names another's case is refused like one that names none", async ({
  database,
  world,
}) => {
  const { case1, case2, sessions } = world;
  const form = await readWrittenForm(`/cases/${case1.number}/messages`, sessions.C1, "body");
  for (const caseId of [case2.caseId, newId()]) {
    const answer = await post(form, { caseId, body: "to the wrong file" }, { session: sessions.C1 });
    expect(answer.text).toContain("There is nothing here, or it is not yours to see.");
  }
  const { count } = await database.row<{ count: number }>(
    "select count(*)::int as count from message where body = 'to the wrong file'",
  );
  expect(count).toBe(0);
});

test("S-23 a case that is given away while it is open: the next save and download are refused", async ({
  database,
  world,
}) => {
  const owner = await addPerson(database, { name: "Gilda Parting", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Nils", "Handover"] });
  const session = await startSession(database, owner);
  const stored = await upload(session, { caseId: file.caseId }, "mine.pdf", samplePdf());
  const { versionId } = (JSON.parse(stored.text) as { document: { versionId: string } }).document;
  const form = await readWrittenForm(`/cases/${file.number}/messages`, session, "body");
  expect((await send(`/api/documents/${versionId}`, { session })).status).toBe(200);
  await database.rows("update case_file set owner_id = $2 where id = $1", [file.caseId, world.C2.userId]);
  expect((await send(`/api/documents/${versionId}`, { session })).status).toBe(404);
  expect((await send(`/cases/${file.number}/overview`, { session })).status).toBe(404);
  await post(form, { body: "too late" }, { session });
  const { count } = await database.row<{ count: number }>(
    "select count(*)::int as count from message where case_id = $1 and body = 'too late'",
    [file.caseId],
  );
  expect(count).toBe(0);
});

test("S-24 lists, searches, counts and files of C1 never hold case 2", async ({ world }) => {
  const { case1, case2, sessions } = world;
  const [first, family] = case2.client.name.split(" ");
  const paths = [
    "/",
    "/cases",
    `/cases?q=${family}`,
    `/cases?q=${case2.number}`,
    "/cases?sort=name",
    "/deadlines",
    "/deadlines/profiles",
    "/deadlines/dates",
    "/deadlines/calls",
    "/deadlines/month",
    "/pool",
    "/settings/leave",
    "/reports/on-time",
    "/reports/intake/cases?from=2000-01-01",
    "/reports/workload/cases?of=open_cases",
    "/api/reports/workload/cases.csv?of=open_cases",
    "/api/cases.csv",
    `/api/cases.csv?q=${family}`,
  ];
  for (const path of paths) {
    const { status, text } = await send(path, { session: sessions.C1 });
    expect(status, path).toBe(200);
    expect(text, path).not.toContain(`${first} ${family}`);
    if (!path.includes(case2.number)) expect(text, path).not.toContain(case2.number);
  }
  expect((await send("/api/cases.csv", { session: sessions.C1 })).text).toContain(case1.number);
  expect((await send("/api/cases.csv", { session: sessions.M })).text).toContain(case2.number);
});

test("S-24 the command palette finds a consultant's own cases only", async ({ pageOf, world }) => {
  const page = await pageOf(world.C1);
  await page.goto("/cases");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox");
  await box.fill("forth");
  await expect(page.getByRole("option", { name: /Kavya Oneforth/ }).first()).toBeVisible();
  await expect(page.getByRole("option", { name: /Kenji Twoforth/ })).toHaveCount(0);
});

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { samplePdf } from "@/lib/testing/sample-files";
import { openDatabase, type TestDatabase } from "../../fixtures/database";
import { upload } from "../../fixtures/documents";
import { expect, test } from "../../fixtures/fault-test";
import { post, readWrittenForm, type WrittenForm } from "../../fixtures/forms";
import { SAME_ORIGIN, send } from "../../fixtures/http";
import { filesOfBuild, leaksIn, privateTextsOf, secretsIn } from "../../fixtures/log-search";
import { choosePassword, issueLink, type Person } from "../../fixtures/people";
import { awaited } from "../../fixtures/own-product";
import type { World } from "../../fixtures/test";

const KINDS = ["address", "password", "file-name", "words", "bytes", "token", "search", "passport"] as const;
type Planted = Record<(typeof KINDS)[number], string>;

/** Texts that stand nowhere else. */
const plant = () =>
  Object.fromEntries(KINDS.map((kind) => [kind, `canary-${kind}-${randomUUID()}`])) as Planted;

/** While a table is called something else every statement about it fails, with its parameters in the error. */
async function without(database: TestDatabase, tables: string[], work: () => Promise<void>): Promise<void> {
  for (const table of tables) await database.rows(`alter table ${table} rename to ${table}_away`);
  try {
    await work();
  } finally {
    for (const table of tables) await database.rows(`alter table ${table}_away rename to ${table}`);
  }
}

/** The forms of people who come from outside, each with a canary in every field. */
async function knock(canary: Planted, known: Person, asked: WrittenForm): Promise<void> {
  const headers = { ...SAME_ORIGIN, "content-type": "application/x-www-form-urlencoded" };
  for (const email of [`${canary.address}@nowhere.test`, known.email]) {
    const body = new URLSearchParams({ email, password: canary.password }).toString();
    await send("/api/auth/sign-in", { method: "POST", headers, body });
    await post(asked, { email }, { session: null });
  }
  await send("/cases", { session: canary.token });
  await send(`/reset/${canary.token}`);
}

/** A day's work of people inside, each thing with a canary in it. */
async function work(canary: Planted, { case1, sessions }: World, message: WrittenForm): Promise<void> {
  const search = encodeURIComponent(canary.search);
  for (const path of [`/cases?q=${search}`, `/api/cases.csv?q=${search}`, `/cases/${search}/overview`])
    await send(path, { session: sessions.C1 });
  for (const body of [canary.words, `Her passport is ${canary.passport}`])
    await post(message, { body, idempotencyKey: randomUUID() }, { session: sessions.C1 });
  const target = { caseId: case1.caseId, title: canary.words };
  const pdf = samplePdf({ extra: `/Canary (${canary.bytes})` });
  await upload(sessions.K1, target, `${canary["file-name"]}.pdf`, pdf);
  await upload(sessions.K1, target, `${canary["file-name"]}.pdf`, Buffer.from(canary.bytes));
  await send("/api/uploads", {
    ...{ method: "POST", session: sessions.K1, body: `{"caseId": "${canary.words}` },
    headers: { ...SAME_ORIGIN, "content-type": "application/json" },
  });
}

test("S-78 names, addresses, file names, tokens, passwords and bytes are in no log and in no build", async ({
  product,
  database,
  world,
}) => {
  test.setTimeout(180_000);
  const canary = plant();
  const { C2, case1, sessions } = world;
  const asked = await readWrittenForm("/reset", null, "email");
  const message = await readWrittenForm(`/cases/${case1.number}/messages`, sessions.C1, "body");
  const cookie = `landfall-link=${await issueLink(database, C2, "reset")}`;
  const reset = await readWrittenForm("/reset", null, "password", cookie);

  // All goes well; then the same where the database refuses.
  await knock(canary, C2, asked);
  await work(canary, world, message);
  await without(database, ["message", "upload", "client"], () => work(canary, world, message));
  await without(database, ["app_user"], () => knock(canary, C2, asked));
  const choose = () =>
    post(reset, { password: canary.password }, { session: null, headers: { ...SAME_ORIGIN, cookie } });
  await without(database, ["auth_device"], async () => void (await choose()));
  await choosePassword(database, C2, canary.password);

  // The worker has tried to send the mail that all this made, to a server that is not there.
  await awaited("the worker has tried to send", async () => {
    const tried = await database.rows("select 1 from mail where attempts > 0 limit 1");
    return tried.length > 0;
  });

  const planted = Object.entries(canary).map(([kind, text]) => ({ what: `planted ${kind}`, text }));
  const secrets = secretsIn(product.dataDir);
  expect(secrets.length).toBeGreaterThan(3);
  const logs = [product.logFile, join(product.dataDir, "postgres", "server.log")];
  const all = [...planted, ...secrets, ...(await privateTextsOf(database))];
  expect(await leaksIn(logs, all, database)).toEqual([]);
  expect(await leaksIn(filesOfBuild(), [...planted, ...secrets], database)).toEqual([]);
});

test("S-78 after all other tests, nothing of anybody in their product is in its log", async ({
  product,
  database,
}) => {
  // `npm test` says where that log is; a run of this file alone looks through its own once more.
  const { PRODUCT_LOG, DATA_DIR } = process.env;
  const theirs = PRODUCT_LOG !== undefined && DATA_DIR !== undefined;
  const look = theirs ? openDatabase() : database;
  const [log, dataDir] = theirs ? [PRODUCT_LOG, DATA_DIR] : [product.logFile, product.dataDir];
  const canaries = [...secretsIn(dataDir), ...(await privateTextsOf(look))];
  const leaks = await leaksIn([log, join(dataDir, "postgres", "server.log")], canaries, look);
  if (theirs) await look.close();
  expect(leaks).toEqual([]);
});

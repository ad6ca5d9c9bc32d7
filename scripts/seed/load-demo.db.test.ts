import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { verifyPassword } from "@/lib/auth/password";
import { databaseNow } from "@/lib/clock/database-now";
import { ActorContext, isStaffContext } from "@/lib/command/actor-context";
import { getWindowBoard } from "@/lib/deadlines/queries";
import { getProofLedger } from "@/lib/proof/queries";
import { loadReference } from "@/lib/reference/load-reference";
import { FileObjectStore } from "@/lib/storage/file-object-store";
import { Keyring } from "@/lib/storage/keyring";
import { openStoredFile } from "@/lib/storage/stored-file";
import { getConfirmations } from "@/lib/submission/sheet/queries";
import { testDatabase } from "@/lib/testing/database";
import { DEMO_PASSWORD } from "@/lib/users/rules";
import { DEMO_CLIENT } from "./demo-orders";
import { loadDemo } from "./load-demo";

const database = testDatabase();
const keyring = Keyring.generate();
let directory = "";
let store: FileObjectStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "landfall-demo-"));
  store = await FileObjectStore.open({ directory });
  await loadReference(database.connections.owner);
  // As of the day on which it is read, as an installation is: the windows of another day would have closed by then.
  const client = await database.owner.connect();
  const now = await databaseNow(client).finally(() => client.release());
  await loadDemo({ owner: database.connections.owner, storage: { store, keyring }, now });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function rowsOf<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await database.owner.query<T>(sql, values)).rows;
}

test("ten staff, about 120 files, every stage, fifteen countries", async () => {
  const [counted] = await rowsOf<Record<string, number>>(`select
    (select count(*)::int from app_user where role <> 'client') as staff,
    (select count(*)::int from case_file) as files,
    (select count(distinct stage)::int from case_file) as stages,
    (select count(distinct citizenship)::int from person) as countries,
    (select count(distinct display_name)::int from case_file) as names`);
  expect(counted).toMatchObject({ staff: 10, files: 122, stages: 21, names: 122 });
  expect(counted?.countries).toBeGreaterThanOrEqual(15);
});

test("windows stand in all three groups of the board, and exactly one has lapsed", async () => {
  const [manager] = await rowsOf<{ id: string; name: string }>(
    "select id, name from app_user where role = 'manager'",
  );
  const pools = { app: database.app, portal: database.portal };
  const deps = { appOrigin: "http://localhost", demo: true, smtpUrl: null, keyring, objects: store };
  const actor = { kind: "staff", role: "manager", userId: manager!.id, name: manager!.name } as const;
  const caller = { actor, trace: { requestId: "t", sessionRef: null, ipPrefix: null } };
  const board = await ActorContext.open(pools, deps, caller, "read", (ctx) => getWindowBoard(ctx));
  expect(new Set(board.lanes.map(({ risk }) => risk))).toEqual(
    new Set(["on_track", "at_risk", "past_saving"]),
  );
  expect(await rowsOf("select 1 from invitation where status = 'expired'")).toHaveLength(1);
  expect(await rowsOf("select 1 from deadline where kind = 'ita' and state = 'missed'")).toHaveLength(1);
});

test("the date of a window has both keys, of two people, after the letter was opened; two files wait for the second", async () => {
  const windows = await rowsOf<{ confirmed: boolean; rule: string }>(
    `select i.confirmed_at is not null as confirmed, d.rule from invitation i
     join document l on l.id = i.letter_document_id
     join document_version v on v.document_id = l.id and v.size > 0
     join deadline d on d.source_id = i.id and d.source_document_id = l.id and d.state = 'open'
     where i.status = 'open' and (i.confirmed_at is null or i.confirmed_by <> i.recorded_by and exists (
       select from audit_event e where e.event = 'document.opened' and e.actor_id = i.confirmed_by
         and e.object_id = v.id::text and e.at between i.recorded_at and i.confirmed_at))`,
  );
  expect(windows).toHaveLength(28);
  expect(windows.filter(({ confirmed }) => !confirmed)).toHaveLength(2);
  expect(windows.filter(({ confirmed, rule }) => confirmed === rule.endsWith("Date not confirmed"))).toEqual(
    [],
  );
});

test("applications that are ready are proven by their documents, signed off and confirmed on a copy", async () => {
  const [manager] = await rowsOf<{ id: string; name: string }>(
    "select id, name from app_user where role = 'manager'",
  );
  const ready = await rowsOf<{ number: string; claimed: number; proven: number; reason: string | null }>(
    `select c.number, p.claimed_points as claimed, p.proven_points as proven, p.reason from case_file c
     join sign_off s on s.case_id = c.id and s.withdrawn_at is null join sign_off_proof p on p.sign_off_id = s.id
     join client_approval a on a.case_id = c.id and a.sheet is not null
     where c.stage = 'READY_TO_SUBMIT'`,
  );
  expect(ready.length).toBeGreaterThan(0);
  expect(
    await rowsOf(
      "select 1 from sign_off where at > now() union all select 1 from client_approval where at > now()",
    ),
  ).toEqual([]);
  const pools = { app: database.app, portal: database.portal };
  const deps = { appOrigin: "http://localhost", demo: true, smtpUrl: null, keyring, objects: store };
  const actor = { kind: "staff", role: "manager", userId: manager!.id, name: manager!.name } as const;
  const caller = { actor, trace: { requestId: "t", sessionRef: null, ipPrefix: null } };
  for (const { number, claimed, proven, reason } of ready) {
    expect(proven === claimed || reason !== null).toBe(true);
    const { ledger, confirmations } = await ActorContext.open(pools, deps, caller, "read", async (ctx) => {
      if (!isStaffContext(ctx)) throw new Error("a client");
      return {
        ledger: await getProofLedger(ctx, number),
        confirmations: await getConfirmations(ctx, number),
      };
    });
    // Signed without a reason, it is still all proven: the days between change claim and proof alike.
    if (reason === null) expect(ledger.proven).toBe(ledger.claimed);
    expect(confirmations.approvals).toMatchObject([{ holds: true, intact: true, changes: [] }]);
  }
});

test("provincial nominations stand beside the pool: streams to look at, two that wait to be accepted, some that count", async () => {
  const [counted] = await rowsOf<Record<string, number>>(
    `select
    (select count(*)::int from province_stream) as streams,
    (select count(*)::int from province_stream s, jsonb_array_elements_text(s.noc_codes) code
      where not exists (select 1 from occupation o where o.code = code)) as unknown,
    (select count(*)::int from nomination n join case_file c on c.id = n.case_id and c.stage = 'NOMINATION_OFFERED'
      join deadline d on d.source_id = n.id and d.state = 'open' and d.due_on = n.accept_by
      where n.status = 'offered' and n.accept_by >= $1::date) as waiting,
    (select count(*)::int from nomination n join family_fact f on f.case_id = n.case_id
      where n.status = 'accepted' and f.nomination ->> 'acceptedOn' is null) as without_fact`,
    ["2026-11-23"],
  );
  expect(counted).toEqual({ streams: 7, unknown: 0, waiting: 2, without_fact: 0 });
});

test("what triggers keep is what they would have kept", async () => {
  const wrong = await rowsOf(`select c.number from case_file c where c.search_text <> case_search_text(c.id)
    or c.accepted_count <> (select count(*) from requirement r where r.case_id = c.id and r.required
      and not r.no_longer_needed and r.state in ('accepted', 'waived'))
    or c.next_deadline_on is distinct from (select min(due_on) from deadline d
      where d.case_id = c.id and d.state = 'open' and d.hard)`);
  expect(wrong).toEqual([]);
  const untold = await rowsOf(`select r.id from requirement r where r.received_at is not null and not exists (
      select from requirement_event e where e.requirement_id = r.id and e.state = 'received' and e.at = r.received_at)`);
  expect(untold).toEqual([]);
  const disabled = await rowsOf("select tgname from pg_trigger where tgenabled = 'D'");
  expect(disabled).toEqual([]);
});

test("the audit chain is whole, and goes on", async () => {
  const client = await database.owner.connect();
  const before = await verifyChain(client);
  await client.query(
    `insert into audit_event (id, at, actor_role, event, outcome, object_kind)
     values (gen_random_uuid(), now(), 'seed', 'seed.loaded', 'ok', 'firm')`,
  );
  const after = await verifyChain(client);
  client.release();
  expect(before.whole).toBe(true);
  expect(after).toEqual({ whole: true, links: before.links + 1 });
});

test("the client to sign in as has one document sent back, some accepted, some to do", async () => {
  const states = await rowsOf<{ state: string; count: number }>(
    `select r.state, count(*)::int from requirement r join client k on k.id = r.client_id
     where k.email = $1 group by r.state`,
    [DEMO_CLIENT.email],
  );
  const count = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
  expect(count("returned")).toBe(1);
  expect(count("accepted")).toBeGreaterThan(2);
  expect(count("requested")).toBeGreaterThan(2);
  const [account] = await rowsOf<{ passwordHash: string; passwordKeyId: string; demo: number }>(
    `select password_hash as "passwordHash", password_key_id as "passwordKeyId", demo from app_user where email = $1`,
    [DEMO_CLIENT.email],
  );
  expect(account?.demo).toBe(1);
  expect(await verifyPassword(keyring, account ?? null, DEMO_PASSWORD)).toMatchObject({ right: true });
});

test("the documents are stored, encrypted, and open", async () => {
  const versions = await rowsOf<
    Record<"id" | "case_id" | "storage_key" | "wrapped_key" | "key_id" | "media_type", string>
  >(
    "select id, case_id, storage_key, wrapped_key, key_id, media_type, size from document_version order by id limit 8",
  );
  for (const row of versions) {
    const file = {
      fileId: row.id,
      caseId: row.case_id,
      storageKey: row.storage_key,
      wrappedKey: Buffer.from(row.wrapped_key, "base64"),
      keyId: row.key_id,
      size: Number((row as { size?: string }).size),
    };
    const parts: Buffer[] = [];
    for await (const part of await openStoredFile({ store, keyring }, file)) parts.push(part);
    const magic = row.media_type === "image/png" ? "\x89PNG" : "%PDF";
    expect(Buffer.concat(parts).toString("latin1", 0, 4)).toBe(magic);
  }
});

test("every live profile has its place in the pool, and the worker its first work", async () => {
  const { rows } = await database.owner.query<{ live: number; standing: number; replays: number }>(
    `select
       (select count(*)::int from express_entry_profile where status = 'live') as live,
       (select count(*)::int from pool_standing) as standing,
       (select count(*)::int from round_replay where state = 'waiting') as replays`,
  );
  const [found] = rows;
  expect(found).toEqual({ live: found?.live, standing: found?.live, replays: 6 });
  expect(found?.live).toBeGreaterThan(10);
});

test("every clock has its reminders: what has passed was told, what is ahead waits, and one missed window waits for a decision", async () => {
  expect(await rowsOf("select 1 from deadline where ladder_version <> version")).toEqual([]);
  expect(
    await rowsOf("select 1 from reminder where state = 'waiting' and remind_at <= now() - interval '1 hour'"),
  ).toEqual([]);
  expect((await rowsOf("select 1 from reminder where state = 'sent'")).length).toBeGreaterThan(0);
  expect(
    (await rowsOf("select 1 from notice n join app_user u on u.id = n.user_id where u.role = 'client'"))
      .length,
  ).toBeGreaterThan(0);
  expect(await rowsOf("select 1 from escalation where state = 'open'")).toHaveLength(1);
});

/**
 * Every look at a document is in the log before a byte of it is read (SECURITY.md 5.6, S-50): watched at the store, with
 * a connection of its own, which sees only what is committed. Pictures of pages are drawn in the browser from the bytes of
 * one such look; there is no other door for them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { hashToken, newToken } from "@/lib/ids/token";
import type { ClientActor, StaffActor } from "@/lib/policy/actor";
import type { ByteRange, ObjectStore } from "@/lib/storage/object-store";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { POST as assemble } from "../reviews/[requirementId]/assembly/route";
import { GET as download } from "./[versionId]/route";
import { GET as view } from "./[versionId]/view/route";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put } = testUploads(database, firm);

const ORIGIN = "http://localhost:3000";
const shared = globalThis as typeof globalThis & { landfallRuntime?: unknown; landfallPulse?: unknown };

/** For each read of stored bytes: how it is written down at that moment, committed. */
const reads: string[][] = [];

async function loggedOpenings(): Promise<string[]> {
  const { rows } = await database.owner.query<{ how: string }>(
    `select e.detail->>'how' as how from audit_event e join audit_chain c on c.event_id = e.id
     where e.event = 'document.opened' order by c.seq`,
  );
  return rows.map(({ how }) => how);
}

/** The store, telling what the log says when bytes are asked of it. */
function watched(store: ObjectStore): ObjectStore {
  return new Proxy(store, {
    get(target, property, receiver) {
      if (property !== "read") {
        const value: unknown = Reflect.get(target, property, receiver);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      }
      return async function* (storageKey: string, range: ByteRange) {
        reads.push(await loggedOpenings());
        yield* target.read(storageKey, range);
      };
    },
  });
}

beforeAll(() => {
  const { pools, deps } = firm.runtime;
  const runtime = { pools, deps: { ...deps, objects: watched(deps.objects) } };
  shared.landfallRuntime = Promise.resolve({ ...runtime, env: { appOrigin: ORIGIN, trustedProxyHops: 0 } });
  shared.landfallPulse = { pool: database.app };
});
afterAll(() => {
  delete shared.landfallRuntime;
  delete shared.landfallPulse;
});
afterEach(async () => {
  await database.owner.query("drop trigger if exists refuse_audit on audit_event");
  reads.length = 0;
});

async function headersOf(caller: Caller<StaffActor | ClientActor>): Promise<Record<string, string>> {
  const token = newToken();
  await database.owner.query(
    `insert into auth_session (token_hash, user_id, created_at, last_seen_at, expires_at)
     values ($1, $2, now(), now(), now() + interval '1 hour')`,
    [hashToken(token), caller.actor.userId],
  );
  return { origin: ORIGIN, "sec-fetch-site": "same-origin", cookie: `landfall=${token}` };
}

async function get(handler: typeof download, versionId: string, more: Record<string, string> = {}) {
  const headers = { ...(await headersOf(firm.consultant)), ...more };
  const request = new NextRequest(`${ORIGIN}/api/documents/${versionId}`, { headers });
  return handler(request, { params: Promise.resolve({ versionId }) });
}

async function split(requirementId: string, versionId: string, targetId: string) {
  const headers = { ...(await headersOf(firm.consultant)), "content-type": "application/json" };
  const body = JSON.stringify({ versionId, targetId, parts: [{ versionId, pages: [1] }] });
  const request = new NextRequest(`${ORIGIN}/api/reviews/${requirementId}/assembly`, {
    method: "POST",
    headers,
    body,
  });
  return assemble(request, { params: Promise.resolve({ requirementId }) });
}

/** A document for an item, larger than what is read at once. */
async function sent() {
  const file = await firm.addCase();
  const requirementId = await addLine(file);
  const bytes = samplePdf({ pages: 2, padding: 300_000 });
  const uploadId = await reserve(file.client, file, bytes, { requirementId, title: null });
  const reception = await put(file.client, uploadId, bytes);
  if (reception.outcome === "failed") throw new Error(reception.failure.message);
  return { file, requirementId, bytes, versionId: reception.document.versionId };
}

/** From now on nothing can be written into the log. */
async function breakTheLog(): Promise<void> {
  await database.owner.query(
    `create or replace function refuse_audit() returns trigger language plpgsql as $$
     begin raise exception 'the log cannot be written'; end $$`,
  );
  await database.owner.query(
    "create trigger refuse_audit before insert on audit_event for each row execute function refuse_audit()",
  );
}

type Look = (sample: Awaited<ReturnType<typeof sent>>) => Promise<Response>;

const LOOKS: Readonly<Record<string, Look>> = {
  download: ({ versionId }) => get(download, versionId),
  view: ({ versionId }) => get(view, versionId),
  range: ({ versionId }) => get(download, versionId, { range: "bytes=0-99" }),
  "range of a view": ({ versionId }) => get(view, versionId, { range: "bytes=-50" }),
  assemble: async ({ file, requirementId, versionId }) =>
    split(requirementId, versionId, await addLine(file, "requested", "Birth certificate")),
};

const howOf = (name: string) => (name.startsWith("range") ? "range" : name);

describe.each(Object.entries(LOOKS))("a %s", (name, look) => {
  it("is in the log, committed, when the first byte is read", async () => {
    const sample = await sent();
    const before = await loggedOpenings();
    const answer = await look(sample);
    expect(answer.status).toBeLessThan(300);
    await answer.arrayBuffer();
    expect(reads.length).toBeGreaterThan(0);
    for (const logged of reads) expect(logged).toEqual([...before, howOf(name)]);
  });

  it("reads no byte and sends none while the log cannot be written", async () => {
    const sample = await sent();
    await breakTheLog();
    const answer = await look(sample);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("%PDF");
    expect(reads).toEqual([]);
  });
});

it("stays in the log when whoever asked goes away at once", async () => {
  const { versionId, bytes } = await sent();
  const before = await loggedOpenings();
  const answer = await get(view, versionId);
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  expect(first?.value?.byteLength).toBeLessThan(bytes.length);
  expect(await loggedOpenings()).toEqual([...before, "view"]);
});

/** Who reads the bytes of documents, and the command that has written the log before. */
const READERS: Readonly<Record<string, string>> = {
  "lib/documents/assembly.ts": "openDocument",
  "lib/documents/delivery.ts": "openDocument",
  "lib/packages/delivery.ts": "openPackage",
  // The worker, for a package that somebody asked for in the log (package.build_requested): nothing leaves here.
  "lib/packages/building/work.ts": "settlePackage",
};

it("every place that reads the bytes of a document is known, and comes after a command that writes the log", () => {
  const readers = ["lib", "app"].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|^(?:storage|testing)\//.test(path))
      .map((path) => join(root, path))
      .filter((path) => readFileSync(path, "utf8").includes("openStoredFile(")),
  );
  expect(readers.sort()).toEqual(Object.keys(READERS).sort());
  for (const [path, command] of Object.entries(READERS)) {
    expect(readFileSync(path, "utf8"), path).toContain(`, ${command}, `);
  }
});

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ownerConnection, type Connection } from "@/lib/db/server/connections";
import { startEmbeddedServer } from "@/lib/db/server/embedded-server";
import { signal } from "@/lib/db/server/process-identity";
import { findFreePort } from "./port";
import { SupervisorRun } from "./testing/supervisor-run";

/** Milliseconds until what is awaited counts as not coming: a fuse, not a measure. */
const PATIENCE = 60_000;

/** As root: below a folder that root alone may enter, where PostgreSQL's own account could not go by itself. */
function privateFolder(): string {
  const folder = mkdtempSync(join(process.geteuid?.() === 0 ? homedir() : tmpdir(), "landfall-"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

type Circumstances = { environment?: Record<string, string>; launcher?: readonly string[] };

async function run(dataDir: string, circumstances: Circumstances = {}): Promise<SupervisorRun> {
  const started = new SupervisorRun({ dataDir, port: await findFreePort(), ...circumstances });
  onTestFinished(() => started.end());
  return started;
}

const answer = async ({ port }: SupervisorRun, path = "/") =>
  (await fetch(`http://localhost:${port}${path}`)).text();

async function count(owner: Connection, table: string): Promise<number> {
  const client = new Client({ ...owner });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query(`select from ${table}`).finally(() => client.end());
  return rows.length;
}

const countMigrations = (dataDir: string) =>
  count(ownerConnection({ dataDir, databaseUrl: undefined }), "landfall_migration");
const countHeartbeats = (owner: Connection) => count(owner, "worker_heartbeat");

describe("npm start", () => {
  it("starts everything, and at Ctrl-C ends with 0 and leaves nothing behind", async () => {
    const dataDir = privateFolder();
    const started = await run(dataDir);
    await started.ready();
    expect(await answer(started)).toBe("ok");
    expect(started.survivors()).toHaveLength(3);
    expect(await started.interrupt()).toBe(0);
    expect(started.survivors()).toEqual([]);
    await expect(answer(started)).rejects.toThrow("fetch failed");
    expect(readFileSync(join(dataDir, "postgres/server.log"), "utf8")).toContain(
      "database system is shut down",
    );
  });

  it("refuses a folder on which another Landfall runs, with a sentence", async () => {
    const dataDir = privateFolder();
    const first = await run(dataDir);
    await first.ready();
    const second = await run(dataDir);
    await expect(second.ready()).rejects.toThrow(
      /^Landfall is already running on .* \(process \d+\)\. Stop it first/,
    );
    expect(second.child.exitCode).toBe(1);
    expect(await answer(first)).toBe("ok");
  });

  it("names the variable that is wrong and ends with 1", async () => {
    const started = await run(privateFolder(), { environment: { WORKERS: "many" } });
    await expect(started.ready()).rejects.toThrow(/^WORKERS should be a whole number from 0 to 32\n$/);
    expect(started.child.exitCode).toBe(1);
  });

  it("starts again a web process and a PostgreSQL that were killed", async () => {
    const dataDir = privateFolder();
    const started = await run(dataDir);
    await started.ready();
    await expect(answer(started, "/crash")).rejects.toThrow();
    await vi.waitFor(async () => expect(await answer(started)).toBe("ok"), PATIENCE);
    const before = started.postmaster()!;
    signal(before, "SIGKILL");
    await vi.waitFor(async () => {
      expect(started.postmaster()).not.toBe(before);
      expect(await countMigrations(dataDir)).toBeGreaterThan(0);
    }, PATIENCE);
    expect(await started.interrupt()).toBe(0);
    expect(started.survivors()).toEqual([]);
  });
});

if (process.geteuid?.() === 0 && existsSync("/usr/bin/setpriv")) {
  it("starts as a root that may not change its account, as in a container without rights", async () => {
    const rights = "-setuid,-setgid,-chown";
    const launcher = ["setpriv", "--bounding-set", rights, "--inh-caps", rights];
    const started = await run(privateFolder(), { launcher });
    await started.ready();
    expect(await answer(started)).toBe("ok");
    expect(await started.interrupt()).toBe(0);
    expect(started.survivors()).toEqual([]);
  });
}

describe("with DATABASE_URL", () => {
  it("migrates that database, starts none of its own, and keeps the owner's password from web and worker", async () => {
    const external = await startEmbeddedServer({ directory: privateFolder(), durable: false });
    onTestFinished(() => external.stop());
    if (!("host" in external.owner)) throw new Error("not an embedded server");
    const { user, password, database, host } = external.owner;
    const databaseUrl = `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`;
    const dataDir = privateFolder();
    const started = await run(dataDir, { environment: { DATABASE_URL: databaseUrl } });
    await started.ready();
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    await vi.waitFor(async () => expect(await countHeartbeats(external.owner)).toBe(1), PATIENCE);
    const pids = started.survivors();
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(readFileSync(`/proc/${pid}/environ`, "utf8")).not.toContain(password);
    expect(await started.interrupt()).toBe(0);
  });
});

describe("after kill -9 of the supervisor", () => {
  it("its web and worker end by themselves, and the next start takes over from its PostgreSQL", async () => {
    const dataDir = privateFolder();
    const killed = await run(dataDir);
    await killed.ready();
    const orphan = killed.postmaster();
    await killed.kill();
    await vi.waitFor(() => expect(killed.survivors()).toEqual([orphan]), PATIENCE);
    const next = await run(dataDir);
    await next.ready();
    expect(next.postmaster()).not.toBe(orphan);
    expect(await next.interrupt()).toBe(0);
    expect(next.survivors()).toEqual([]);
  });

  it("at moments all along the first start, the next one succeeds", async () => {
    const dataDir = privateFolder();
    for (const milliseconds of [500, 800, 1_100, 1_500, 2_000]) {
      const killed = await run(dataDir);
      await pause(milliseconds);
      await killed.kill();
    }
    const next = await run(dataDir);
    await next.ready();
    expect(await countMigrations(dataDir)).toBeGreaterThan(0);
    expect(await next.interrupt()).toBe(0);
    expect(existsSync(join(dataDir, "landfall.lock"))).toBe(false);
  });
});

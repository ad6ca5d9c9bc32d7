import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { startEmbeddedServer, type EmbeddedServer } from "@/lib/db/server/embedded-server";
import { identityOf, signal } from "@/lib/db/server/process-identity";
import type { Connection } from "@/lib/db/server/connections";

function folder(name = "postgres"): string {
  const path = mkdtempSync(join(tmpdir(), "landfall-server-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 20 }));
  return join(path, name);
}

async function start(directory: string, durable = false): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ directory, durable });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(connection: Connection, sql: string): Promise<unknown[]> {
  const client = new Client({ ...connection });
  await client.connect();
  return client
    .query<Record<string, unknown>>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe("the embedded server", () => {
  it("listens on a private socket alone, asks for a password, and keeps checksums", async () => {
    const directory = folder();
    const { owner, superuser } = await start(directory);
    if (!("host" in owner)) throw new Error("not an embedded server");
    expect(statSync(owner.host).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, "credentials.json")).mode & 0o777).toBe(0o600);
    const settings =
      "select name, setting from pg_settings where name in ('listen_addresses', 'data_checksums') order by 1";
    expect(await ask(superuser, settings)).toEqual([
      { name: "data_checksums", setting: "on" },
      { name: "listen_addresses", setting: "" },
    ]);
    await expect(ask({ ...owner, password: "wrong" }, "select 1")).rejects.toThrow(
      "password authentication failed",
    );
    const methods = "select distinct auth_method from pg_hba_file_rules";
    expect(await ask(superuser, methods)).toEqual([{ auth_method: "scram-sha-256" }]);
    expect(
      await ask(
        owner,
        "select rolsuper or rolbypassrls as beyond from pg_roles where rolname = current_user",
      ),
    ).toEqual([{ beyond: false }]);
  });

  it("never runs as root", async () => {
    const { pid } = await start(folder());
    const uids = /^Uid:\s+(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]?.split("\t");
    expect(uids).toHaveLength(4);
    expect(uids).not.toContain("0");
  });

  it("starts where the path is too long for a socket", async () => {
    const directory = folder(join("a".repeat(60), "b".repeat(60), "postgres"));
    const { owner } = await start(directory);
    expect(await ask(owner, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("keeps what was committed when it was killed, though its pid now is another program's", async () => {
    const directory = folder();
    const first = await start(directory, true);
    await ask(first.owner, "create table kept as select 7 as number");
    const pidFile = join(directory, "data", "postmaster.pid");
    const content = readFileSync(pidFile, "utf8");
    signal(first.pid, "SIGKILL");
    await first.exited;
    const bystander = spawn("sleep", ["60"]);
    onTestFinished(() => void bystander.kill());
    writeFileSync(pidFile, content.replace(/^\d+/, String(bystander.pid)));
    const second = await start(directory);
    expect(await ask(second.owner, "select number from kept")).toEqual([{ number: 7 }]);
    expect(identityOf(bystander.pid ?? 0)).not.toBeNull();
  });

  it("stops a server that nobody watches any more before it starts its own", async () => {
    const directory = folder();
    const [first, second] = [await start(directory), await start(directory)];
    await first.exited;
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.owner, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("throws away the draft of a data directory that was never finished", async () => {
    const directory = folder();
    mkdirSync(join(directory, "data.draft-abc", "base"), { recursive: true });
    await start(directory);
    expect(readdirSync(directory).filter((name) => name.includes("draft"))).toEqual([]);
  });
});

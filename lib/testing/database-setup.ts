import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db/migrate";
import { startEmbeddedServer } from "@/lib/db/server/embedded-server";
import { findPostmaster } from "@/lib/db/server/postmaster";
import { identityOf, signal } from "@/lib/db/server/process-identity";
import { testRolePasswords } from "@/lib/testing/test-roles";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: TestServer;
  }
}

/** What a test file needs of the run's server: where it is, and who may make databases. */
export type TestServer = { host: string; port: number; superuserPassword: string; ownerPassword: string };

const runs = resolve(".test");

/** One PostgreSQL for the whole run, with one migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepDeadRuns();
  const directory = join(runs, `database-${process.pid}`);
  const server = await startEmbeddedServer({ directory, durable: false });
  const { superuser, owner } = server;
  if ("connectionString" in superuser || "connectionString" in owner)
    throw new Error("not an embedded server");
  await migrate({ owner, passwords: testRolePasswords });
  project.provide("databaseServer", {
    host: superuser.host,
    port: superuser.port,
    superuserPassword: superuser.password,
    ownerPassword: owner.password,
  });
  return async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server behind; nobody needs anything of it. */
function sweepDeadRuns(): void {
  mkdirSync(runs, { recursive: true });
  for (const name of readdirSync(runs)) {
    const pid = Number(/^database-(\d+)$/.exec(name)?.[1]);
    if (!pid || identityOf(pid) !== null) continue;
    const postmaster = findPostmaster(join(runs, name, "data"));
    if (postmaster !== null) signal(postmaster, "SIGKILL");
    rmSync(join(runs, name), { recursive: true, force: true, maxRetries: 20 });
  }
}

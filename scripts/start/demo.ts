import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { Connection } from "@/lib/db/server/connections";
import { closeRuntime } from "@/lib/runtime/runtime";

export type DemoLogin = { role: string; email: string; password: string };

type DemoScript = { seedDemo: () => Promise<void>; demoLogins: readonly DemoLogin[] };

async function demoScript(): Promise<DemoScript | null> {
  const script = new URL("../seed-demo.ts", import.meta.url);
  return existsSync(fileURLToPath(script)) ? ((await import(script.href)) as DemoScript) : null;
}

/** Fills a database in which nobody has an account yet. */
export async function seedDemoIfEmpty(owner: Connection): Promise<void> {
  const client = new Client({ ...owner });
  await client.connect();
  const { rowCount } = await client.query("select from app_user limit 1").finally(() => client.end());
  if (rowCount !== 0) return;
  console.log("Loading the demo data ...");
  const script = await demoScript();
  await script?.seedDemo();
  await closeRuntime();
}

/** The accounts that the demo data comes with. */
export async function demoLogins(): Promise<readonly DemoLogin[]> {
  return (await demoScript())?.demoLogins ?? [];
}

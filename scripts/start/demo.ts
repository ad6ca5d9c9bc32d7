import { Client } from "pg";
import type { Connection } from "@/lib/db/server/connections";
import { closeRuntime } from "@/lib/runtime/runtime";
import { seedDemo } from "../seed-demo";

/** Fills a database in which nobody has an account yet. */
export async function seedDemoIfEmpty(owner: Connection): Promise<void> {
  const client = new Client({ ...owner });
  await client.connect();
  const { rowCount } = await client.query("select from app_user limit 1").finally(() => client.end());
  if (rowCount !== 0) return;
  console.log("Loading the demo data ...");
  await seedDemo().finally(closeRuntime);
}

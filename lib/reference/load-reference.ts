import "server-only";
import { Client } from "pg";
import type { Connection } from "@/lib/db/server/connections";
import { loadRounds } from "@/lib/draws/load-rounds";
import { loadOccupations } from "@/lib/occupations/load-occupations";

/** What a firm is called until an administrator says better; its zone is the table's own default. */
const FIRM_NAME = "Landfall";

/** Every date is counted in the firm's zone and Settings edit this row, so it is there from the first start on. */
async function ensureFirm(client: Client): Promise<void> {
  await client.query("insert into firm (id, name) values (1, $1) on conflict (id) do nothing", [FIRM_NAME]);
}

/** How many rows were written; nothing where the shipped edition was there already. */
export interface LoadedReference {
  rounds: number;
  occupations: number;
}

/**
 * Loads the public facts that ship with this version, rounds of invitations and occupations, and sees to it that
 * there is a firm. As the owner, right after the migrations, in one transaction; of two starts at once the second waits and finds nothing to do.
 */
export async function loadReference(owner: Connection): Promise<LoadedReference> {
  const client = new Client({ ...owner, application_name: "landfall reference" });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended('landfall reference', 0))");
    await ensureFirm(client);
    const loaded = { rounds: await loadRounds(client), occupations: await loadOccupations(client) };
    await client.query("commit");
    return loaded;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.end();
  }
}

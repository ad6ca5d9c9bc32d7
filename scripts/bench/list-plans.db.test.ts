import { Client, type Pool } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { ActorContext } from "@/lib/command/actor-context";
import { loadReference } from "@/lib/reference/load-reference";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { inBulkTransaction } from "../seed/bulk-transaction";
import { loadSynthetic } from "../seed/load-synthetic";
import { multiplyCases } from "./multiply-cases";
import { PAGES } from "./pages";
import { recording, type Statement } from "./recording-pool";
import { findViewers, type Viewer } from "./samples";

/** Tables that grow with the firm. */
const LARGE = [
  ...["case_file", "requirement", "audit_event", "document_version", "deadline", "invitation"],
  ...["express_entry_profile", "pool_standing", "requirement_event", "stage_change"],
];
/** What counts the whole pool reads the whole pool; a list of it may not. */
const COUNTED = ["pool_standing"];
const INVENTED = 400;
const COPIES = 49;

const database = testDatabase();
const firm = testFirm(database);
let viewers: Viewer[] = [];

beforeAll(async () => {
  const { owner } = database.connections;
  await loadReference(owner);
  await loadSynthetic({ owner, storage: null, cases: INVENTED, seed: 7, onProgress: () => undefined });
  const client = new Client(owner);
  await client.connect();
  await inBulkTransaction(client, () => multiplyCases(client, COPIES));
  // The search index's pending entries cost the planner's estimate, until a vacuum merges them, and its statistics
  // are of a sample unless that is the whole table: neither by chance here.
  await client.query("set default_statistics_target = 4000");
  await client.query("vacuum (analyze)");
  await client.end();
  viewers = await findViewers(database.app, 2);
});

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
}

/** Large tables that a plan reads from end to end. */
function readWhole(node: PlanNode): string[] {
  const own = node["Relation Name"];
  const isWhole = node["Node Type"] === "Seq Scan" && own !== undefined && LARGE.includes(own);
  return [...(isWhole ? [own] : []), ...(node.Plans ?? []).flatMap(readWhole)];
}

async function scannedBy(pool: Pool, { text, values }: Statement): Promise<string[]> {
  const { rows } = await pool.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(`explain (format json) ${text}`, [
    ...values,
  ]);
  return rows.flatMap((row) => row["QUERY PLAN"].flatMap(({ Plan }) => readWhole(Plan)));
}

test("20,000 files are there, and a query without an index is found out", async () => {
  const { rows } = await database.app.query("select count(*)::integer as files from case_file");
  expect(rows).toEqual([{ files: INVENTED * (COPIES + 1) }]);
  const careless = { text: "select id from case_file where source = $1", values: ["Website"] };
  expect(await scannedBy(database.app, careless)).toEqual(["case_file"]);
});

describe.each(["consultant", "manager"] as const)("as a %s", (role) => {
  test.each(PAGES.map((page) => [page.name, page] as const))(
    "%s reads no large table as a whole",
    async (_, page) => {
      const viewer = viewers.find(({ actor }) => actor.role === role);
      const [sample] = viewer?.samples ?? [];
      if (!viewer || !sample) throw new Error("nobody to read as");
      const { pool, take } = recording(database.app);
      const trace = { requestId: "plans", sessionRef: null, ipPrefix: null };
      await ActorContext.open(
        { app: pool, portal: pool },
        firm.runtime.deps,
        { actor: viewer.actor, trace },
        "read",
        (ctx) => page.read(ctx, sample),
      );
      const statements = take();
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) {
        const allowed = [...(statement.text.includes("count(*)") ? COUNTED : []), ...(page.counts ?? [])];
        const scanned = await scannedBy(database.app, statement);
        expect(
          scanned.filter((table) => !allowed.includes(table)),
          statement.text,
        ).toEqual([]);
      }
    },
  );
});

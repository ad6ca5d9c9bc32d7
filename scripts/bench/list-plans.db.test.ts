import { Client, type Pool } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { ActorContext } from "@/lib/command/actor-context";
import type { StaffRole } from "@/lib/policy/actor";
import { loadReference } from "@/lib/reference/load-reference";
import { getToday } from "@/lib/tasks/today/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { inBulkTransaction } from "../seed/bulk-transaction";
import { loadSynthetic } from "../seed/load-synthetic";
import { multiplyCases } from "./multiply-cases";
import { PAGES, type Page } from "./pages";
import { recording, type Statement } from "./recording-pool";
import { findViewers, type Viewer } from "./samples";

/** Tables that grow with the firm. */
const LARGE = [
  ...["case_file", "requirement", "audit_event", "document_version", "deadline", "invitation"],
  ...["express_entry_profile", "pool_standing", "requirement_event", "stage_change"],
  "task",
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
  // A task on every file, and its series before it.
  await client.query(
    `insert into task (id, case_id, client_id, title, assignee_id, due_on, origin, state, settled_at, created_at, updated_at)
     select gen_random_uuid(), id, client_id, 'Call the client', owner_id, current_date + (n * 7 - 30), 'person',
            case when n = 5 then 'open' else 'done' end, case when n = 5 then null else now() end, now(), now()
     from case_file, generate_series(1, 5) n`,
  );
  // The search index's pending entries cost the planner's estimate, until a vacuum merges them, and its statistics
  // are of a sample unless that is the whole table: neither by chance here.
  await client.query("set default_statistics_target = 4000");
  await client.query("vacuum (analyze)");
  await client.end();
  viewers = await findViewers(database.app, 2);
});

interface PlanNode {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
}

function indexesOf(node: PlanNode): string[] {
  return [node["Index Name"] ?? [], ...(node.Plans ?? []).map(indexesOf)].flat();
}

/** Large tables that a plan reads from end to end. */
function readWhole(node: PlanNode, large: readonly string[]): string[] {
  const own = node["Relation Name"];
  const isWhole = node["Node Type"] === "Seq Scan" && own !== undefined && large.includes(own);
  return [...(isWhole ? [own] : []), ...(node.Plans ?? []).flatMap((below) => readWhole(below, large))];
}

async function plansOf(pool: Pool, { text, values }: Statement): Promise<PlanNode[]> {
  const { rows } = await pool.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(`explain (format json) ${text}`, [
    ...values,
  ]);
  return rows.flatMap((row) => row["QUERY PLAN"].map(({ Plan }) => Plan));
}

const scannedBy = async (pool: Pool, statement: Statement, large: readonly string[] = LARGE) =>
  (await plansOf(pool, statement)).flatMap((plan) => readWhole(plan, large));

/** The statements with which somebody of this role reads a page. */
async function statementsOf(role: StaffRole, page: Page): Promise<Statement[]> {
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
  return take();
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
      const statements = await statementsOf(role, page);
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) {
        const allowed = [...(statement.text.includes("count(*)") ? COUNTED : []), ...(page.counts ?? [])];
        const scanned = await scannedBy(database.app, statement, [...LARGE, ...(page.large ?? [])]);
        expect(
          scanned.filter((table) => !allowed.includes(table)),
          statement.text,
        ).toEqual([]);
      }
    },
  );
});

test("the next steps of Today are found by their owner, not by walking the dates of all files", async () => {
  const page: Page = { name: "Today", viewers: "everyone", read: (ctx) => getToday(ctx) };
  const steps = (await statementsOf("consultant", page)).filter(
    ({ text }) => text.includes("visible_step_thing") && !text.includes("union all"),
  );
  expect(steps).toHaveLength(1);
  for (const statement of steps) {
    const indexes = (await plansOf(database.app, statement)).flatMap(indexesOf);
    expect(indexes).toContain("case_file_our_move");
    expect(indexes).not.toContain("case_file_deadline");
  }
});

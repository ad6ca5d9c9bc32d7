/** SECURITY.md 5.5 and 3.4: the second wall, in the database (battery S-51, S-81, S-82). */
import type { QueryResultRow } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";

const database = testDatabase();
const firm = testFirm(database);

/** Tables that hold rows of a client's case: the portal sees its own rows of them and no others. */
const CASE_TABLES = [
  "address",
  "agreement",
  "application",
  "application_step",
  "case_checklist",
  "case_file",
  "case_score",
  "client",
  "client_approval",
  "credential",
  "deadline",
  "document",
  "document_version",
  "express_entry_profile",
  "fact_objection",
  "family_fact",
  "file_description",
  "invitation",
  "ircc_letter",
  "item_link",
  "job",
  "language_test",
  "message",
  "notice",
  "package",
  "package_slot",
  "person",
  "pool_standing",
  "requirement",
  "requirement_event",
  "round_no_invitation",
  "round_replay_line",
  "rule_comparison_line",
  "sign_off",
  "stage_change",
  "submission",
  "task",
  "task_snooze",
  "upload",
];

/** Tables the portal has no read right on at all. */
const STAFF_TABLES = [
  "audit_chain",
  "audit_event",
  "audit_head",
  "auth_counter",
  "auth_device",
  "auth_session",
  "case_note",
  "case_number_counter",
  "checklist_template",
  "closing_duty",
  "document_flag",
  "escalation",
  "fact_change",
  "fact_proof",
  "incident",
  "invitation_decision",
  "lead_time",
  "mail",
  "message_template",
  "nomination",
  "nomination_document",
  "province_stream",
  "province_stream_change",
  "public_assessment",
  "reminder",
  "review_hold",
  "round_correction",
  "round_replay",
  "rule_run",
  "scenario",
  "secret_token",
  "sign_off_proof",
  "staff_leave",
  "case_handover",
];

/** Public facts (of the entered rules those in force), the firm's own name, and the account rows the policy narrows. */
const OTHER_TABLES = [
  "app_user",
  "calendar_feed",
  "firm",
  "idempotency_record",
  "landfall_migration",
  "occupation",
  "round",
  "rule_table",
  "worker_heartbeat",
];

let mine: TestCase;
let foreign: TestCase;

beforeAll(async () => {
  mine = await firm.addCase();
  foreign = await firm.addCase({ owner: firm.otherConsultant, name: ["Omar", "Haddad"] });
});

async function asPortal<T extends QueryResultRow>(
  clientId: string | null,
  work: (query: (sql: string, values?: unknown[]) => Promise<{ rows: T[] }>) => Promise<void>,
) {
  const connection = await database.portal.connect();
  try {
    await connection.query("begin");
    if (clientId) await connection.query("select set_config('app.client_id', $1, true)", [clientId]);
    await work((sql, values) => connection.query<T>(sql, values));
  } finally {
    await connection.query("rollback");
    connection.release();
  }
}

describe("the portal's database role", () => {
  it("sees no case without a client in the transaction", async () => {
    await asPortal<{ id: string }>(null, async (query) => {
      expect((await query("select id from case_file")).rows).toEqual([]);
      expect((await query("select id from person")).rows).toEqual([]);
    });
  });

  it("sees its own client's rows and nobody else's", async () => {
    await asPortal<{ id: string }>(mine.clientId, async (query) => {
      expect((await query("select id from case_file")).rows).toEqual([{ id: mine.caseId }]);
      expect((await query("select id from person")).rows).toEqual([{ id: mine.principalId }]);
      expect((await query("select id from person where case_id = $1", [foreign.caseId])).rows).toEqual([]);
    });
  });

  it("does not see accounts but its own and its consultant's", async () => {
    await asPortal<{ id: string }>(mine.clientId, async (query) => {
      const { rows } = await query("select id from app_user");
      expect(rows.map((row) => row.id).sort()).toEqual([mine.client.actor.userId, mine.ownerId].sort());
    });
  });

  it("cannot write a row that names another client, nor one client's case with another's id", async () => {
    const insert =
      "insert into message (id, case_id, client_id, author_id, author_kind, body) values ($1, $2, $3, $4, 'client', 'x')";
    for (const [caseId, clientId] of [
      [foreign.caseId, foreign.clientId],
      [foreign.caseId, mine.clientId],
    ]) {
      await asPortal(mine.clientId, async (query) => {
        await expect(query(insert, [newId(), caseId, clientId, mine.client.actor.userId])).rejects.toThrow();
      });
    }
  });

  it.each(["owner_id", "next_deadline_on", "required_count", "number"])(
    "may not change case_file.%s",
    async (column) => {
      await asPortal(mine.clientId, async (query) => {
        await expect(query(`update case_file set ${column} = ${column}`)).rejects.toThrow(
          /permission denied/,
        );
      });
    },
  );

  it.each(STAFF_TABLES)("has no right to read %s", async (table) => {
    await asPortal(mine.clientId, async (query) => {
      await expect(query(`select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    });
  });

  it("learns who opened its own client's documents, and nothing else of the audit log", async () => {
    const insert = `insert into audit_event (id, at, actor_id, actor_role, event, outcome, object_kind, object_id, case_id,
        client_id, detail)
      values ($1::uuid, now(), $2, 'consultant', $3, $4, 'document_version', $1::text, $5, $6, '{"title": "Passport"}')`;
    const log = (file: TestCase, event: string, outcome: string, by = file.ownerId) =>
      database.owner.query(insert, [newId(), by, event, outcome, file.caseId, file.clientId]);
    await log(mine, "document.opened", "ok");
    await log(mine, "document.opened", "refused");
    await log(mine, "document.opened", "ok", mine.client.actor.userId);
    await log(mine, "note.added", "ok");
    await log(foreign, "document.opened", "ok");
    const ask = "select document_title, opened_by_name, opened_by_role from own_document_openings(100)";
    await asPortal(mine.clientId, async (query) => {
      expect((await query(ask)).rows).toEqual([
        { document_title: "Passport", opened_by_name: "Priya Raman", opened_by_role: "consultant" },
      ]);
    });
    await asPortal(null, async (query) => {
      expect((await query(ask)).rows).toEqual([]);
    });
    await expect(database.app.query(ask)).rejects.toThrow(/permission denied/);
  });

  it("reads neither the firm's note on a case nor a client's search words", async () => {
    for (const column of ["enquiry_note", "source", "search_text", "crs_score"]) {
      await asPortal(mine.clientId, async (query) => {
        await expect(query(`select ${column} from case_file`)).rejects.toThrow(/permission denied/);
      });
    }
  });
});

describe("the catalogue", () => {
  const rowsOf = async <T extends object>(sql: string) => (await database.owner.query<T>(sql)).rows;

  it("classifies every table: a new one without a class fails here", async () => {
    const tables = await rowsOf<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    expect(tables.map((table) => table.name)).toEqual(
      [...CASE_TABLES, ...STAFF_TABLES, ...OTHER_TABLES].sort(),
    );
  });

  it("has row-level security and a policy for both roles on every case table", async () => {
    const policies = await rowsOf<{ name: string; roles: string }>(`
      select c.relname as name, string_agg(distinct r.rolname, ',' order by r.rolname) as roles
      from pg_class c join pg_policy p on p.polrelid = c.oid join pg_roles r on r.oid = any(p.polroles)
      where c.relrowsecurity group by 1`);
    const byName = new Map(policies.map((policy) => [policy.name, policy.roles]));
    for (const table of CASE_TABLES)
      expect([table, byName.get(table)]).toEqual([table, "landfall_app,landfall_portal"]);
  });

  it("gives the runtime roles no attribute, ownership or membership", async () => {
    const roles = await rowsOf(`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname like 'landfall\\_%' and rolname <> 'landfall_owner' order by 1`);
    const powerless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owned: 0,
      memberships: 0,
    };
    expect(roles).toEqual([
      { rolname: "landfall_app", ...powerless },
      { rolname: "landfall_portal", ...powerless },
    ]);
  });

  it("fixes the search path of every function that runs with its owner's rights", async () => {
    const loose = await rowsOf(`
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef
        and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%')`);
    expect(loose).toEqual([]);
  });

  it("has no view that reads with its owner's rights", async () => {
    const views = await rowsOf(`
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'v'
        and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`);
    expect(views).toEqual([]);
  });
});

import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { compareRules, rescoreCases } from "@/lib/jobs/tasks/advance-run";
import type { JobTools } from "@/lib/jobs/task-list";
import { activateTable } from "@/lib/rules/commands/activate-table";
import { createDraft } from "@/lib/rules/commands/create-draft";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

const PUBLISHED = "https://www.canada.ca/rules";

/** The shipped complete CRS with other points for a sibling: a change that every score of the tests can tell. */
export function crsWithSibling(points: number, id = "CRS-2026-11-03"): string {
  const shipped = shippedTables.crs[0] as CompleteRuleset;
  const { D_additional: additional } = shipped;
  return JSON.stringify({ ...shipped, id, D_additional: { ...additional, sibling_in_canada: points } });
}

export interface RuleDrafts {
  /** Today in the firm's zone, by the database. */
  today(): Promise<string>;
  draft(input: Record<string, unknown>): Promise<{ id: string; key: string }>;
  activate(id: string, input: { version?: number; effectiveFrom: string }): Promise<{ files: number }>;
  /** Works off the waiting re-scorings and comparisons, as the worker does. */
  workOff(): Promise<void>;
  addToPool(file: TestCase, submittedAt?: string): Promise<void>;
  /** Single, 25, with a sibling in Canada. */
  addFacts(file: TestCase): Promise<void>;
  /** Three years of work as an engineer in Ontario and a test at CLB 9: what CEC asks for. */
  addCanadianWork(file: TestCase): Promise<void>;
}

/** Ways to enter rules in a test firm. */
export function ruleDrafts(database: TestDatabase, firm: TestFirm): RuleDrafts {
  const tools = (): JobTools => ({ ...firm.runtime, signal: new AbortController().signal });
  return {
    async today() {
      const { rows } = await database.owner.query<{ today: string }>(
        "select ((now() at time zone 'America/Toronto')::date)::text as today",
      );
      return rows[0]?.today ?? "";
    },
    draft: (input) => firm.run(firm.administrator, createDraft, { source: PUBLISHED, ...input }),
    activate: (id, { version = 1, effectiveFrom }) =>
      firm.run(firm.administrator, activateTable, { id, version, effectiveFrom, source: PUBLISHED }),
    async workOff() {
      const { rows } = await database.owner.query<{ id: string; kind: string }>(
        "select id, kind from rule_run where state <> 'done' order by requested_at",
      );
      for (const { id: runId, kind } of rows) {
        await (kind === "rescore" ? rescoreCases({ runId }, tools()) : compareRules({ runId }, tools()));
      }
    },
    async addToPool({ caseId, clientId }, submittedAt = "2026-01-05T10:00:00Z") {
      await database.owner.query("update case_file set stage = 'IN_POOL' where id = $1", [caseId]);
      await database.owner.query(
        `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
           ruleset_id, recorded_by, recorded_at)
         values (gen_random_uuid(), $1, $2, $3, $4, now() + interval '1 year', 400, 'CRS-2025-03-25', gen_random_uuid(), now())`,
        [caseId, clientId, `E${caseId.slice(0, 9)}`, submittedAt],
      );
    },
    async addCanadianWork({ caseId, clientId, principalId }) {
      const { owner } = database;
      await owner.query("update family_fact set intended_province = 'ON' where case_id = $1", [caseId]);
      await owner.query(
        `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
           authorized, during_full_time_study)
         values (gen_random_uuid(), $1, $2, $3, 'Halden', 'Engineer', '21231', 'CA', 37.5, (now() - interval '3 years')::date,
           true, false)`,
        [caseId, clientId, principalId],
      );
      await owner.query(
        `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
         values (gen_random_uuid(), $1, $2, $3, 'celpip_general', (now() - interval '3 months')::date, 9, 9, 9, 9)`,
        [caseId, clientId, principalId],
      );
    },
    async addFacts({ caseId, principalId }) {
      await database.owner.query(
        "update person set birth_date = (now() - interval '25 years')::date, marital_status = 'single' where id = $1",
        [principalId],
      );
      await database.owner.query("update family_fact set sibling_in_canada = true where case_id = $1", [
        caseId,
      ]);
    },
  };
}

import { recordProfile } from "@/lib/profiles/commands/record-profile";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

let profileNumber = 100_000_000;

interface PoolFile {
  owner?: TestFirm["consultant"];
  name?: [string, string];
  /** Dates of the facts; by default such that they count today. */
  workFrom?: string;
  testOn?: string;
}

/** Files with a live profile, for tests. */
export function poolFiles(database: TestDatabase, firm: TestFirm) {
  /** A principal whom CEC takes: a test at CLB 9 and skilled work in Canada, for two and a half years today. */
  async function makeEligible(
    { caseId, clientId, principalId }: TestCase,
    { workFrom, testOn }: PoolFile,
  ): Promise<void> {
    const key = [caseId, clientId, principalId];
    await database.owner.query(
      "update person set birth_date = '1996-03-14', marital_status = 'single', status_in_canada = 'worker' where id = $1",
      [principalId],
    );
    await database.owner.query("update family_fact set intended_province = 'ON' where case_id = $1", [
      caseId,
    ]);
    await database.owner.query(
      `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date, authorized, during_full_time_study)
       values (gen_random_uuid(), $1, $2, $3, 'Halden Systems', 'Software engineer', '21231', 'CA', 37.5, coalesce($4::date, current_date - 900), true, false)`,
      [...key, workFrom ?? null],
    );
    await database.owner.query(
      `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
       values (gen_random_uuid(), $1, $2, $3, 'celpip_general', coalesce($4::date, current_date - 300), 9, 9, 9, 9)`,
      [...key, testOn ?? null],
    );
  }

  return async function addInPool(
    submittedAt: string,
    score: number,
    options: PoolFile = {},
  ): Promise<TestCase> {
    const file = await firm.addCase({
      stage: "PROFILE_PREPARATION",
      ...(options.owner ? { owner: options.owner } : {}),
      ...(options.name ? { name: options.name } : {}),
    });
    await makeEligible(file, options);
    profileNumber += 1;
    await firm.run(options.owner ?? firm.consultant, recordProfile, {
      caseId: file.caseId,
      profileNumber: `E${profileNumber}`,
      submittedAt,
      crsScore: score,
      historic: true,
    });
    return file;
  };
}

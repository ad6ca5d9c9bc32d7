import { newId } from "@/lib/ids/id";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

/** A case that was invited, with a birth date and two countries lived in. */
async function addInvited(
  database: TestDatabase,
  firm: TestFirm,
  options: Parameters<TestFirm["addCase"]>[0],
): Promise<TestCase> {
  const file = await firm.addCase({ stage: "APPLICATION_PREPARATION", ...options });
  const { owner: sql } = database;
  const profileId = newId();
  await sql.query("update person set birth_date = '1995-03-12', marital_status = 'single' where id = $1", [
    file.principalId,
  ]);
  await sql.query(
    `insert into address (id, case_id, client_id, person_id, country, from_date, to_date) values
     (gen_random_uuid(), $1, $2, $3, 'IN', '1995-03-12', '2022-08-31'),
     (gen_random_uuid(), $1, $2, $3, 'CA', '2022-09-01', null)`,
    [file.caseId, file.clientId, file.principalId],
  );
  await sql.query(
    `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score, ruleset_id, status, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now(), now() + interval '1 year', 519, 'CRS-2025-03-25', 'invited', $5, now())`,
    [profileId, file.caseId, file.clientId, `E${file.number}`, file.ownerId],
  );
  await sql.query(
    `insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
       crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at)
     values (gen_random_uuid(), $1, $2, $3, now(), current_date, 'America/Toronto', 'CEC', 519, 'CRS-2025-03-25',
       current_date + 60, current_date + 60, '{}', $4, now())`,
    [file.caseId, file.clientId, profileId, file.ownerId],
  );
  return file;
}

/** Cases of the test firm with an open invitation under CEC, so that their facts call for a checklist. */
export function invitedCases(database: TestDatabase, firm: TestFirm) {
  return (options: Parameters<TestFirm["addCase"]>[0] = {}): Promise<TestCase> =>
    addInvited(database, firm, options);
}

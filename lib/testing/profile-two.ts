import { addDays, addYears, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";

/** Runs one statement; the owner's connection of a database test, or of a browser test. */
type Run = (sql: string, values: unknown[]) => Promise<unknown>;

export interface Life {
  born: IsoDate;
  workingSince: IsoDate;
  testedOn: IsoDate;
  studied: [from: IsoDate, to: IsoDate];
}

const OF_THE_REFERENCE: Life = {
  born: "1995-10-01",
  workingSince: "2024-01-01",
  testedOn: "2025-06-01",
  studied: ["2019-09-01", "2023-06-01"],
};

/** The same person for a test about the days to come: the test is new, two years of work are just done. */
export function lifeUntil(today: IsoDate): Life {
  return {
    born: addDays(addYears(today, -30), -200),
    workingSince: addDays(today, -800),
    testedOn: addDays(today, -10),
    studied: ["2018-09-01", "2022-06-01"],
  };
}

/**
 * Writes the facts of profile 2 of the rules reference into a blank file: single, 30, Canadian bachelor's, CELPIP 9,
 * two Canadian years and going on. With the dates of the reference CRS 482 on 2026-01-07, and CEC met.
 */
export async function addProfileTwo(
  run: Run,
  { caseId, clientId, principalId }: { caseId: string; clientId: string; principalId: string },
  { born, workingSince, testedOn, studied }: Life = OF_THE_REFERENCE,
): Promise<void> {
  const row = () => [newId(), caseId, clientId, principalId];
  await run("update family_fact set intended_province = 'ON', sibling_in_canada = false where case_id = $1", [
    caseId,
  ]);
  await run("update person set birth_date = $2, marital_status = 'single' where id = $1", [
    principalId,
    born,
  ]);
  await run(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
       authorized, during_full_time_study)
     values ($1, $2, $3, $4, 'Halden', 'Engineer', '21231', 'CA', 37.5, $5, true, false)`,
    [...row(), workingSince],
  );
  await run(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values ($1, $2, $3, $4, 'celpip_general', $5, 9, 9, 9, 9)`,
    [...row(), testedOn],
  );
  await run(
    `insert into credential (id, case_id, client_id, person_id, level, institution, country, program_months, from_date,
       awarded_on)
     values ($1, $2, $3, $4, 'bachelor_or_three_plus_year', 'York University', 'CA', 48, $5, $6)`,
    [...row(), ...studied],
  );
}

import { beforeAll, describe, expect, test } from "vitest";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { addCredential } from "@/lib/people/commands/add-credential";
import { addJob } from "@/lib/people/commands/add-job";
import { addLanguageTest } from "@/lib/people/commands/add-language-test";
import { changeFamilyFacts } from "@/lib/people/commands/change-family-facts";
import { changePerson } from "@/lib/people/commands/change-person";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import {
  caseRowOf,
  onPrincipal,
  refusalOf,
  sampleCredential,
  sampleJob,
  sampleTest,
} from "@/lib/testing/sample-facts";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

async function addOpenInvitation({ caseId, clientId }: TestCase): Promise<void> {
  await database.owner.query(
    `with profile as (
       insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
         ruleset_id, status, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, now(), now() + interval '1 year', 500, 'CRS-2025-03-25', 'invited',
         gen_random_uuid(), now())
       returning id)
     insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
       crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at)
     select gen_random_uuid(), $1, $2, id, now(), current_date, 'America/Toronto', 'CEC', 500, 'CRS-2025-03-25',
       current_date + 60, current_date + 60, '{}', gen_random_uuid(), now() from profile`,
    [caseId, clientId, `E${caseId.slice(0, 9)}`],
  );
}

describe("what is derived from the facts, in the same transaction", () => {
  test("the score, the occupation, the program and the name that lists show", async () => {
    const file = await firm.addCase();
    const on = onPrincipal(file);
    await firm.run(firm.consultant, changePerson, {
      caseId: file.caseId,
      id: file.principalId,
      version: 1,
      givenName: "Minh Anh",
      familyName: "Trần",
      birthDate: "1996-03-14",
      maritalStatus: "single",
    });
    // Tests count for two years: this one on whatever day it is.
    const { rows } = await database.owner.query<{ takenOn: string }>(
      `select to_char(current_date - 100, 'YYYY-MM-DD') as "takenOn"`,
    );
    await firm.run(firm.consultant, addLanguageTest, { ...on, ...sampleTest, ...rows[0] });
    await firm.run(firm.consultant, addCredential, { ...on, ...sampleCredential });
    await firm.run(firm.consultant, addJob, { ...on, ...sampleJob, fromDate: "2023-01-02" });
    await firm.run(firm.consultant, changeFamilyFacts, {
      caseId: file.caseId,
      version: 1,
      part: "place",
      intendedProvince: "ON",
    });
    const row = await caseRowOf(database, file);
    expect(row).toMatchObject({ display_name: "Minh Anh Trần", noc_code: "21231", program: "CEC" });
    expect(row.crs_score).toBeGreaterThan(400);
    expect(row.search_text).toContain("minh anh");
  });

  test("a job that overlaps another is saved, with a warning of what counts", async () => {
    const file = await firm.addCase();
    const on = onPrincipal(file);
    await firm.run(firm.consultant, addJob, { ...on, ...sampleJob });
    const second = await firm.run(firm.consultant, addJob, {
      ...on,
      ...sampleJob,
      title: "Tutor",
      hoursPerWeek: 10,
    });
    expect(second.warnings[0]).toBe(
      "This job overlaps Software engineer: 47.5 hours a week together, of which 30 count.",
    );
  });

  test("a retained file begins its assessment with its first fact", async () => {
    const file = await firm.addCase({ stage: "RETAINED" });
    await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
    expect((await caseRowOf(database, file)).stage).toBe("ASSESSMENT");
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      "fact.added",
      "case.advanced",
    ]);
  });

  test("an invited file keeps the class it was invited under", async () => {
    const file = await firm.addCase({ stage: "ITA_RECEIVED" });
    await database.owner.query("update case_file set program = 'FSW' where id = $1", [file.caseId]);
    await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
    expect((await caseRowOf(database, file)).program).toBe("FSW");
  });

  test("the checklist follows the facts while an invitation is open", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await addOpenInvitation(file);
    await firm.run(firm.consultant, addJob, { ...onPrincipal(file), ...sampleJob });
    const { rows } = await database.owner.query<{ kind: string }>(
      "select kind from requirement where case_id = $1",
      [file.caseId],
    );
    expect(rows.length).toBeGreaterThan(3);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      "fact.added",
      "checklist.generated",
    ]);
  });

  test("nothing of a refused change: neither the fact nor the version", async () => {
    const file = await firm.addCase();
    await refusalOf(
      firm.run(firm.consultant, addJob, { ...onPrincipal(file), ...sampleJob, nocCode: "21999" }),
    );
    expect(await caseRowOf(database, file)).toMatchObject({ facts_version: 1, crs_score: null });
  });

  test("the same submission twice is one fact", async () => {
    const file = await firm.addCase();
    const input = { ...onPrincipal(file), ...sampleJob };
    const once = await firm.run(firm.consultant, addJob, input, { idempotencyKey: "double-click" });
    const twice = await firm.run(firm.consultant, addJob, input, { idempotencyKey: "double-click" });
    expect(twice.id).toBe(once.id);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { refusalOf } from "@/lib/testing/sample-facts";
import { completeAssessment } from "./complete-assessment";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

/** Facts under which the Canadian Experience Class is met on any day of the next year. */
async function addCecFacts({ caseId, clientId, principalId }: TestCase): Promise<void> {
  const owner = database.owner;
  await owner.query("update family_fact set intended_province = 'ON' where case_id = $1", [caseId]);
  await owner.query(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
       authorized, during_full_time_study)
     values (gen_random_uuid(), $1, $2, $3, 'Halden', 'Engineer', '21231', 'CA', 40, current_date - 800, true, false)`,
    [caseId, clientId, principalId],
  );
  await owner.query(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values (gen_random_uuid(), $1, $2, $3, 'celpip_general', current_date - 100, 9, 9, 9, 9)`,
    [caseId, clientId, principalId],
  );
}

async function stageOf({ caseId }: TestCase): Promise<unknown> {
  const { rows } = await database.owner.query<{ stage: string }>(
    "select stage from case_file where id = $1",
    [caseId],
  );
  return rows[0]?.stage;
}

describe("completing an assessment", () => {
  test("takes a file with an open program to profile preparation, and says so in the log", async () => {
    const file = await firm.addCase();
    await addCecFacts(file);
    await firm.run(firm.consultant, completeAssessment, { caseId: file.caseId });
    expect(await stageOf(file)).toBe("PROFILE_PREPARATION");
    expect(await firm.eventsOf(file.caseId)).toMatchObject([
      { event: "assessment.completed", detail: { program: "CEC" } },
      { event: "case.advanced", detail: { to: "Profile preparation" } },
    ]);
  });

  test("takes a retained file through the assessment stage on the way", async () => {
    const file = await firm.addCase({ stage: "RETAINED" });
    await addCecFacts(file);
    await firm.run(firm.manager, completeAssessment, { caseId: file.caseId });
    const steps = (await firm.eventsOf(file.caseId)).filter(({ event }) => event === "case.advanced");
    expect(steps.map(({ detail }) => detail.to)).toEqual(["Assessment", "Profile preparation"]);
  });

  test("is refused plainly while no program is met, and nothing moves", async () => {
    const file = await firm.addCase();
    const refused = await refusalOf(firm.run(firm.consultant, completeAssessment, { caseId: file.caseId }));
    expect(refused.code).toBe("CONFLICT");
    expect(refused.message).toMatch(/^No program is met yet.*CEC: canadian work not met/);
    expect(await stageOf(file)).toBe("ASSESSMENT");
  });

  test("is refused at any other stage, with where the file is", async () => {
    const file = await firm.addCase({ stage: "IN_POOL" });
    const refused = await refusalOf(firm.run(firm.consultant, completeAssessment, { caseId: file.caseId }));
    expect(refused.code).toBe("CONFLICT");
  });

  test("is not the administrator's, nor anybody's whose case it is not", async () => {
    const file = await firm.addCase();
    const run = (caller: typeof firm.consultant) =>
      refusalOf(firm.run(caller, completeAssessment, { caseId: file.caseId }));
    expect((await run(firm.administrator)).code).toBe("FORBIDDEN");
    expect((await run(firm.otherConsultant)).code).toBe("NOT_FOUND");
  });
});

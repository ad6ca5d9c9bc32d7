import { beforeAll, describe, expect, test } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { addCredential } from "@/lib/people/commands/add-credential";
import { addJob } from "@/lib/people/commands/add-job";
import { addLanguageTest } from "@/lib/people/commands/add-language-test";
import { changeFamilyFacts } from "@/lib/people/commands/change-family-facts";
import { changeJob } from "@/lib/people/commands/change-job";
import { changeLanguageTest } from "@/lib/people/commands/change-language-test";
import { changePerson } from "@/lib/people/commands/change-person";
import { getCaseFacts } from "@/lib/people/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { onPrincipal, sampleCredential, sampleJob, sampleTest } from "@/lib/testing/sample-facts";
import { getAssessment } from "../queries";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

/** Before the change of rules of November 2026, so that there are figures to judge by. */
const INVITED_ON = "2026-10-20";
const AFTER = "2026-10-30";
const born = { birthDate: "1996-10-25", maritalStatus: "single" };
const job = { ...sampleJob, fromDate: "2024-06-03" };

interface Invited {
  file: TestCase;
  /** At the invitation, by the engine. */
  score: number;
  jobId: string;
  testId: string;
}

const read = (file: TestCase, on = AFTER) =>
  firm.read(firm.consultant, (ctx) =>
    getAssessment(ctx as Parameters<typeof getAssessment>[0], file.number, on),
  );
const checkOf = async (file: TestCase, on?: string) => {
  const { invitation } = await read(file, on);
  if (!invitation) throw new Error("no invitation is open");
  return invitation;
};

/** The invitation as `invitation.record` keeps it: the terms, and the facts of the day. */
async function invite(
  { caseId, clientId }: TestCase,
  score: number,
  {
    roundId,
    ruleset = "CRS-2025-03-25",
    facts,
  }: { roundId: string | null; ruleset?: string; facts: unknown },
): Promise<void> {
  await database.owner.query(
    `with profile as (
       insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
         ruleset_id, status, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, '2026-06-01T14:00:00Z', '2027-06-01T14:00:00Z', $4, $5, 'invited',
         gen_random_uuid(), now())
       returning id)
     insert into invitation (id, case_id, client_id, profile_id, round_id, received_at, issue_date, time_zone,
       invitation_class, crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by,
       recorded_at)
     select gen_random_uuid(), $1, $2, id, $6, $7::date, $7::date, 'America/Toronto', 'CEC', $4, $5, $7::date + 60,
       $7::date + 60, $8, gen_random_uuid(), now() from profile`,
    [caseId, clientId, `E${caseId.slice(0, 9)}`, score, ruleset, roundId, INVITED_ON, JSON.stringify(facts)],
  );
}

async function addRound(id: string, lowestCrs: number): Promise<void> {
  await database.owner.query(
    `insert into round (id, date, name, program, invitations, lowest_crs, source)
     values ($1, $2, $1, 'CEC', 1000, $3, 'test')`,
    [id, "2026-10-19", lowestCrs],
  );
}

/** Facts that meet CEC, entered as a consultant enters them, and an invitation of a round `margin` points lower. */
async function invited(round: { id: string | null; margin: number }, ruleset?: string): Promise<Invited> {
  const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
  const on = onPrincipal(file);
  const { caseId, principalId } = file;
  await firm.run(firm.consultant, changePerson, {
    ...{ caseId, id: principalId, version: 1, givenName: "Neha", familyName: "Kulkarni" },
    ...born,
  });
  await firm.run(firm.consultant, changeFamilyFacts, {
    ...{ caseId, version: 1, part: "place", intendedProvince: "ON" },
  });
  await firm.run(firm.consultant, addCredential, { ...on, ...sampleCredential });
  const { id: testId } = await firm.run(firm.consultant, addLanguageTest, { ...on, ...sampleTest });
  const { id: jobId } = await firm.run(firm.consultant, addJob, { ...on, ...job });
  const facts = await firm.read(firm.consultant, (ctx) => getCaseFacts(ctx, caseId));
  const score = assessCrs(facts, INVITED_ON).score.total;
  if (round.id !== null) await addRound(round.id, score - round.margin);
  await invite(file, score, { roundId: round.id, facts, ...(ruleset ? { ruleset } : {}) });
  return { file, score, jobId: jobId ?? "", testId: testId ?? "" };
}

describe("the change test of an open invitation", () => {
  test("a birthday after the ITA changes nothing: the age is the one of the ITA", async () => {
    const { file, score } = await invited({ id: "birthday", margin: 0 });
    const check = await checkOf(file);
    expect(check).toMatchObject({ advice: "proceed", score, scoreAtInvitation: score, frozenAge: 29 });
    expect(check.round).toMatchObject({ lowestCrs: score, recorded: true });
    expect((await read(file)).crs.score.total).toBeLessThan(score);
  });

  test("a year of work that turns out not to have been is a decline, as soon as it is entered", async () => {
    const { file, jobId } = await invited({ id: "lost", margin: 200 });
    expect((await checkOf(file)).advice).toBe("proceed");
    await firm.run(firm.consultant, changeJob, {
      ...{ caseId: file.caseId, personId: file.principalId, id: jobId, version: 1 },
      ...{ ...job, fromDate: "2026-02-02" },
    });
    const check = await checkOf(file);
    expect(check.advice).toBe("decline");
    expect(check.reason).toMatch(/^No longer meets CEC: canadian work/i);
  });

  test("a small drop above the round’s lowest score goes on with a letter; below it, it does not", async () => {
    const { file, score, testId } = await invited({ id: "drop", margin: 40 });
    await firm.run(firm.consultant, changeLanguageTest, {
      ...{ caseId: file.caseId, personId: file.principalId, id: testId, version: 1 },
      ...{ ...sampleTest, speaking: 8 },
    });
    const check = await checkOf(file);
    expect(check.advice).toBe("proceed_and_explain");
    expect(check.score).toBeLessThan(score);
    await database.owner.query("update round set lowest_crs = $1 where id = 'drop'", [score - 1]);
    expect((await checkOf(file)).advice).toBe("decline");
  });

  test("without a recorded round it is compared with the latest it can be of, and that is said", async () => {
    const { file } = await invited({ id: null, margin: 0 });
    expect((await checkOf(file)).round).toMatchObject({ recorded: false, date: "2026-10-19" });
  });

  test("under rules that nobody has entered, a person has to check: nothing is advised", async () => {
    const { file } = await invited({ id: "unknown", margin: 0 }, "CRS-2026-11-03");
    expect(await checkOf(file)).toMatchObject({ advice: "check", score: null });
  });

  test("there is none without an open invitation", async () => {
    const file = await firm.addCase();
    expect((await read(file)).invitation).toBeNull();
  });
});

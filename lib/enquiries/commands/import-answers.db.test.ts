import { beforeAll, describe, expect, it } from "vitest";
import { isStaffContext, type Caller, type StaffContext } from "@/lib/command/actor-context";
import { newToken } from "@/lib/ids/token";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { getCaseFacts } from "@/lib/people/queries";
import type { SystemActor } from "@/lib/policy/actor";
import { getToday } from "@/lib/tasks/today/queries";
import { sampleAnswers } from "@/lib/testing/assessment-answers";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getComparison, getSubmissionNotice } from "../queries";
import { CONSENT_VERSION } from "../rules";
import { importAnswers } from "./import-answers";
import { receiveAssessment } from "./receive-assessment";

const database = testDatabase();
const firm = testFirm(database);
const visitor: Caller<SystemActor> = {
  actor: { kind: "system", name: "public-assessment" },
  trace: { requestId: "11111111-1111-4111-8111-111111111111", sessionRef: null, ipPrefix: null },
};

beforeAll(() => loadOccupations(database.owner));

const asStaff = <T>(caller: Caller, read: (ctx: StaffContext) => Promise<T>) =>
  firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    return read(ctx);
  });
const comparison = (file: TestCase, caller: Caller = firm.consultant) =>
  asStaff(caller, (ctx) => getComparison(ctx, file.number));
const factsOfCase = (file: TestCase) => firm.read(firm.consultant, (ctx) => getCaseFacts(ctx, file.caseId));

/** A file of a consultant under an address, and new answers of the same person. */
async function matchedFile(answers = sampleAnswers()): Promise<TestCase> {
  const file = await firm.addCase({ name: ["Asha", "Menon"] });
  const email = `${file.caseId}@example.ca`;
  await database.owner.query("update client set email = $1 where id = $2", [email, file.clientId]);
  await database.owner.query(
    "update person set birth_date = '1996-05-14', citizenship = 'NP' where case_id = $1",
    [file.caseId],
  );
  await firm.run(visitor, receiveAssessment, {
    ...{ token: newToken(), locale: "en", givenName: "Asha", familyName: "Menon", email },
    ...{ consentVersion: CONSENT_VERSION, consent: true, answers },
  });
  return file;
}

describe("answers that wait at a file", () => {
  it("stand beside what the file says: what is new, what differs, what is the same", async () => {
    const { items, submission } = await comparison(await matchedFile());
    const of = (label: string) => items.filter((item) => item.label === label);
    expect(of("Birth date")).toMatchObject([{ change: "same", now: "14 May 1996", takeable: false }]);
    expect(of("Citizenship")).toMatchObject([{ change: "change", now: "NP", told: "IN", takeable: true }]);
    expect(of("Language test")).toMatchObject([{ change: "add", now: null }]);
    expect(of("Job")).toHaveLength(2);
    expect(submission).toMatchObject({ outcome: "matched", answers: sampleAnswers() });
  });

  it("are taken over as chosen, and nothing else: the score, the history and the log follow", async () => {
    const file = await matchedFile();
    const { items, submission } = await comparison(file);
    const jobs = items.filter(({ label }) => label === "Job").map(({ key }) => key);
    const done = await firm.run(firm.consultant, importAnswers, {
      caseId: file.caseId,
      submissionId: submission.id,
      items: jobs,
    });
    expect(done).toEqual({ taken: 2 });
    const facts = await factsOfCase(file);
    expect(facts.people[0]).toMatchObject({ citizenship: "NP", languageTests: [], jobs: [{}, {}] });
    const { rows } = await database.owner.query<{ crs_score: number; facts_version: number }>(
      "select crs_score, facts_version from case_file where id = $1",
      [file.caseId],
    );
    expect(rows[0]).toMatchObject({ crs_score: expect.any(Number), facts_version: 2 });
    const history = await database.owner.query(
      "select distinct fact_kind, verb, facts_version from fact_change where case_id = $1",
      [file.caseId],
    );
    expect(history.rows).toEqual([{ fact_kind: "job", verb: "added", facts_version: 2 }]);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toContain("assessment.compared");
    expect((await comparison(file)).items.filter(({ label }) => label === "Job")).toMatchObject([
      { change: "same" },
      { change: "same" },
    ]);
  });

  it("wait no more once somebody decided, were it to take nothing", async () => {
    const file = await matchedFile();
    const waiting = async () => {
      const { groups } = await asStaff(firm.consultant, getToday);
      return groups.flatMap(({ things }) => things).filter(({ key }) => key.startsWith("answers-"));
    };
    const mine = (tasks: { caseNumber: string }[]) => tasks.filter((task) => task.caseNumber === file.number);
    expect(mine(await waiting())).toHaveLength(1);
    const { submission } = await comparison(file);
    const before = await factsOfCase(file);
    await firm.run(firm.consultant, importAnswers, {
      caseId: file.caseId,
      submissionId: submission.id,
      items: [],
    });
    expect(await factsOfCase(file)).toEqual(before);
    expect(mine(await waiting())).toEqual([]);
    expect(await asStaff(firm.consultant, (ctx) => getSubmissionNotice(ctx, file.number))).toMatchObject({
      waits: false,
    });
  });

  it("change a field of a row and leave what was not asked", async () => {
    const file = await matchedFile();
    await database.owner.query(
      `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, city, hours_per_week, from_date)
       values (gen_random_uuid(), $1, $2, $3, 'Lumen Ltd', 'Developer', '21232', 'CA', 'Toronto', 30, '2024-09-01')`,
      [file.caseId, file.clientId, file.principalId],
    );
    const { items, submission } = await comparison(file);
    const changed = items.find(({ label, change }) => label === "Job" && change === "change");
    await firm.run(firm.consultant, importAnswers, {
      caseId: file.caseId,
      submissionId: submission.id,
      items: changed!.key,
    });
    expect((await factsOfCase(file)).people[0]!.jobs).toMatchObject([
      { employer: "Lumen Ltd", city: "Toronto", hoursPerWeek: 37.5, title: "Software developer" },
    ]);
  });

  it("bring nobody's facts without the person", async () => {
    const sample = sampleAnswers();
    const file = await matchedFile(
      sampleAnswers({
        family: {
          ...{ maritalStatus: "married", unionSince: "2022-02-02", partnerComes: "yes" },
          ...{ partnerStatus: "none", children: "0" },
        },
        partner: { language: sample.english, education: sample.education[0]!, jobs: [] },
      }),
    );
    const { items, submission } = await comparison(file);
    const test = items.find(({ about, label }) => about === "Spouse or partner" && label === "Language test");
    const run = (keys: string[]) =>
      firm.run(firm.consultant, importAnswers, {
        caseId: file.caseId,
        submissionId: submission.id,
        items: keys,
      });
    await expect(run([test!.key])).rejects.toMatchObject({ code: "INVALID" });
    await run([test!.needs!, test!.key]);
    expect((await factsOfCase(file)).people[1]).toMatchObject({ role: "spouse", languageTests: [{}] });
  });

  it("are for who may change the facts: not a colleague, an administrator or the client", async () => {
    const file = await matchedFile();
    const { submission } = await comparison(file);
    const input = { caseId: file.caseId, submissionId: submission.id, items: [] };
    await expect(firm.run(firm.otherConsultant, importAnswers, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(firm.run(firm.administrator, importAnswers, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(firm.run(file.client, importAnswers, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(comparison(file, firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(comparison(file, firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const another = await matchedFile();
    const { submission: foreign } = await comparison(another);
    await expect(
      firm.run(firm.consultant, importAnswers, { ...input, submissionId: foreign.id }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

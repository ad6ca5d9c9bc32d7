/** The ledger: what the accepted documents prove, what a consultant says of them, and who may see it. */
import { beforeAll, describe, expect, it } from "vitest";
import { isStaffContext, type Caller } from "@/lib/command/actor-context";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { changeJob } from "@/lib/people/commands/change-job";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { startPreparation } from "@/lib/profiles/commands/start-preparation";
import { acceptedLines } from "@/lib/testing/accepted-lines";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { confirmProof } from "./commands/confirm-proof";
import { refuseProof } from "./commands/refuse-proof";
import { getProofLedger } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);
const accept = acceptedLines(database);

let now: Date;

beforeAll(async () => {
  await loadOccupations(database.owner);
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
});

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19) + "Z";

/** An invited file in preparation: a job in Canada, an English test, a birth date. */
async function addInPreparation(): Promise<TestCase> {
  const file = await addInPool(daysAgo(40), 380);
  const { caseId } = file;
  await firm.run(firm.consultant, recordInvitation, {
    ...{ caseId, receivedAt: daysAgo(5), invitationClass: "CEC", crsScore: 380 },
  });
  await firm.run(firm.consultant, startPreparation, { caseId, reason: "Above the cut-off, all proofs hold" });
  return file;
}

const ledgerOf = (file: TestCase) =>
  firm.read(firm.consultant, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return getProofLedger(ctx, file.number);
  });

async function paperOf(file: TestCase, kind: string) {
  const fact = (await ledgerOf(file)).facts.find((one) => one.kind === kind);
  const [paper] = fact?.papers ?? [];
  if (!fact || !paper) throw new Error(`no ${kind} is claimed`);
  return {
    fact,
    paper,
    input: { caseId: file.caseId, factKey: fact.key, need: paper.need, version: paper.version },
  };
}

describe("the ledger", () => {
  it("proves nothing while no document is accepted, and everything once all are", async () => {
    const file = await addInPreparation();
    const before = await ledgerOf(file);
    expect(before.claimed).toBeGreaterThan(200);
    expect(before.proven).toBe(0);
    expect(before).toMatchObject({ invitationClass: "CEC", classUnproven: true });
    expect(before.facts.find(({ kind }) => kind === "job")).toMatchObject({
      papers: [{ standing: "waiting", words: "Not requested yet", title: "Reference letter" }],
    });
    await accept(file);
    const after = await ledgerOf(file);
    expect(after.proven).toBe(before.claimed);
    expect(after.classUnproven).toBe(false);
    expect(after.facts.flatMap(({ papers }) => papers).map(({ standing }) => standing)).toEqual(
      expect.arrayContaining(["proposed", "proposed", "proposed"]),
    );
  });

  it("scores what is left when one document is missing, and says what is", async () => {
    const file = await addInPreparation();
    await accept(file, ["passport", "language"]);
    const { claimed, proven, facts, lines } = await ledgerOf(file);
    const work = facts.find(({ kind }) => kind === "job");
    expect(work?.proven).toBe(false);
    expect(claimed - proven).toBe(work?.stake);
    const line = lines.find(({ id }) => id === "core.canadianWork");
    expect(line).toMatchObject({ proven: 0, facts: [work?.key] });
    expect(line?.claimed).toBeGreaterThan(0);
  });

  it("keeps the page that a consultant read, corrects it, and logs both", async () => {
    const file = await addInPreparation();
    const [letter] = await accept(file, ["reference_letter"]);
    const { input } = await paperOf(file, "job");
    await firm.run(firm.consultant, confirmProof, { ...input, versionId: letter?.versionId, page: 2 });
    const { paper, input: again } = await paperOf(file, "job");
    expect(paper).toMatchObject({
      standing: "confirmed",
      page: 2,
      version: 1,
      word: { byName: "Priya Raman" },
    });
    await firm.run(firm.consultant, confirmProof, { ...again, versionId: letter?.versionId, page: 3 });
    expect((await paperOf(file, "job")).paper).toMatchObject({ page: 3, version: 2 });
    const events = (await firm.eventsOf(file.caseId)).filter(({ event }) => event === "proof.confirmed");
    expect(events.map(({ detail }) => detail.page)).toEqual([2, 3]);
  });

  it("counts a refused document as no proof until another one is accepted", async () => {
    const file = await addInPreparation();
    await accept(file);
    const { claimed, proven } = await ledgerOf(file);
    expect(proven).toBe(claimed);
    const { input } = await paperOf(file, "job");
    await firm.run(firm.consultant, refuseProof, { ...input, note: "The letter names another employer" });
    const refused = await ledgerOf(file);
    expect(refused.proven).toBeLessThan(claimed);
    expect((await paperOf(file, "job")).paper).toMatchObject({
      standing: "refused",
      words: "The letter names another employer",
    });
    await accept(file, ["reference_letter"]);
    expect((await ledgerOf(file)).proven).toBe(claimed);
  });

  it("takes another accepted document as the proof, and none that is not accepted", async () => {
    const file = await addInPreparation();
    const [passport] = await accept(file, ["passport"]);
    const { input } = await paperOf(file, "job");
    await firm.run(firm.consultant, confirmProof, { ...input, versionId: passport?.versionId, page: null });
    expect((await paperOf(file, "job")).paper).toMatchObject({
      standing: "confirmed",
      line: { title: "Passport" },
    });
    await database.owner.query("update requirement set state = 'returned' where id = $1", [passport?.id]);
    const { paper, input: again } = await paperOf(file, "job");
    expect(paper).toMatchObject({ standing: "waiting", proves: false });
    await expect(
      firm.run(firm.consultant, confirmProof, { ...again, versionId: passport?.versionId, page: 1 }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("asks for another look once the fact says something else, or a newer file was accepted", async () => {
    const file = await addInPreparation();
    const [letter] = await accept(file, ["reference_letter"]);
    const { fact, input } = await paperOf(file, "job");
    await firm.run(firm.consultant, confirmProof, { ...input, versionId: letter?.versionId, page: 1 });
    await accept(file, ["reference_letter"]);
    expect((await paperOf(file, "job")).paper).toMatchObject({ standing: "outdated", proves: false });

    const fresh = await paperOf(file, "job");
    const newest = fresh.paper.file?.versionId;
    await firm.run(firm.consultant, confirmProof, { ...fresh.input, versionId: newest, page: 1 });
    expect((await paperOf(file, "job")).paper.standing).toBe("confirmed");
    const { rows } = await database.owner.query<{ version: number; from: string }>(
      `select version, to_char(from_date, 'YYYY-MM-DD') as "from" from job where id = $1`,
      [fact.factId],
    );
    await firm.run(firm.consultant, changeJob, {
      ...{ caseId: file.caseId, id: fact.factId, version: rows[0]?.version },
      ...{ employer: "Halden Systems", title: "Software developer", nocCode: "21231", country: "CA" },
      ...{ city: "", hoursPerWeek: 37.5, fromDate: rows[0]?.from, toDate: "", paid: "on" },
      ...{ authorized: "yes", duringFullTimeStudy: "no" },
    });
    expect((await paperOf(file, "job")).paper).toMatchObject({
      standing: "outdated",
      words: "The fact was changed since: look again",
    });
  });

  it("says the margin over the cut-off of the invitation's round", async () => {
    const file = await addInPreparation();
    await database.owner.query(
      `insert into round (id, date, name, program, invitations, lowest_crs, source)
       values ('proof-round', current_date - 5, 'Canadian Experience Class', 'CEC', 1000, 370, 'test') on conflict do nothing`,
    );
    await database.owner.query("update invitation set round_id = 'proof-round' where case_id = $1", [
      file.caseId,
    ]);
    expect((await ledgerOf(file)).cutOff).toMatchObject({ score: 370, ofInvitation: true });
  });
});

describe("who may", () => {
  it("is the case's consultant and the managers; others do not see it, administrators see no facts", async () => {
    const file = await addInPreparation();
    const [letter] = await accept(file, ["reference_letter"]);
    const { input } = await paperOf(file, "job");
    const confirm = { ...input, versionId: letter?.versionId, page: 1 };
    const refuse = { ...input, note: "It names another employer" };
    const attempts = [
      (caller: Caller) => firm.run(caller, confirmProof, confirm),
      (caller: Caller) => firm.run(caller, refuseProof, refuse),
    ];
    for (const attempt of attempts) {
      await expect(attempt(firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(attempt(file.client)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(attempt(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await firm.run(firm.manager, confirmProof, confirm);
    await expect(firm.run(firm.consultant, refuseProof, refuse)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("meanwhile") as string,
    });
  });

  it("refuses a page that no paper has, and a refusal without a word", async () => {
    const file = await addInPreparation();
    const [letter] = await accept(file, ["reference_letter"]);
    const { input } = await paperOf(file, "job");
    await expect(
      firm.run(firm.consultant, confirmProof, { ...input, versionId: letter?.versionId, page: 0 }),
    ).rejects.toMatchObject({ fieldErrors: { page: "Pages count from 1." } });
    await expect(firm.run(firm.consultant, refuseProof, { ...input, note: " " })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

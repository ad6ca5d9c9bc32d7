/** The client's word on a frozen copy: what it keeps, what makes it stale, and what stands in its way. */
import { beforeAll, describe, expect, it } from "vitest";
import { isClientContext, isStaffContext } from "@/lib/command/actor-context";
import { getThread } from "@/lib/messages/queries";
import { changeFamilyFacts } from "@/lib/people/commands/change-family-facts";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { startPreparation } from "@/lib/profiles/commands/start-preparation";
import { acceptedLines } from "@/lib/testing/accepted-lines";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { shownFacts } from "@/lib/testing/shown-facts";
import { sheetHash } from "../sheet/hash";
import { getConfirmations, getFactsPage } from "../sheet/queries";
import { answerObjection } from "./answer-objection";
import { approve } from "./approve";
import { raiseObjection } from "./raise-objection";
import { recordSubmission } from "./record-submission";
import { signOff } from "./sign-off";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);
const accept = acceptedLines(database);

let now: Date;

beforeAll(async () => {
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
});

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19) + "Z";

/** Everything accepted and signed off: the client's turn. */
async function addSignedOff(): Promise<TestCase> {
  const file = await addInPool(daysAgo(40), 380);
  const { caseId } = file;
  await firm.run(firm.consultant, recordInvitation, {
    ...{ caseId, receivedAt: daysAgo(5), invitationClass: "CEC", crsScore: 380 },
  });
  await firm.run(firm.consultant, startPreparation, { caseId, reason: "Above the cut-off, all proofs hold" });
  await accept(file);
  await firm.run(firm.consultant, signOff, { caseId });
  return file;
}

const pageOf = (file: TestCase, locale = "en") =>
  firm.read(file.client, (ctx) => {
    if (!isClientContext(ctx)) throw new Error("not a client");
    return getFactsPage(ctx, locale);
  });

const confirmationsOf = (file: TestCase, caller = firm.consultant) =>
  firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return getConfirmations(ctx, file.number);
  });

const moveTo = (file: TestCase, intendedProvince: string) =>
  firm.run(firm.consultant, changeFamilyFacts, {
    ...{ caseId: file.caseId, part: "place", version: 1, intendedProvince },
  });

describe("the confirmation", () => {
  it("keeps the very words that were read, with their hash, for staff and client alike", async () => {
    const file = await addSignedOff();
    const shown = await pageOf(file, "fr");
    await firm.run(file.client, approve, await shownFacts(firm, file, "fr"));
    const [kept] = (await pageOf(file)).approvals;
    expect(kept).toMatchObject({ holds: true, intact: true, changes: [], sha256: shown.sha256 });
    expect(kept?.sheet).toEqual(shown.sheet);
    expect(kept?.sheet?.locale).toBe("fr");
    const [seen] = (await confirmationsOf(file)).approvals;
    expect(seen?.sheet).toEqual(shown.sheet);
    const entry = (await firm.eventsOf(file.caseId)).find(({ event }) => event === "submission.approved");
    expect(entry?.detail).toMatchObject({ sha256: shown.sha256, language: "fr" });
  });

  it("says so where the kept text is not the one that was confirmed", async () => {
    const file = await addSignedOff();
    await firm.run(file.client, approve, await shownFacts(firm, file));
    await database.owner.query(
      `update client_approval set sheet = jsonb_set(sheet, '{rulesetId}', '"CRS-1999"') where case_id = $1`,
      [file.caseId],
    );
    expect((await confirmationsOf(file)).approvals[0]).toMatchObject({ intact: false });
  });

  it("goes stale with any change of the facts, and says what changed; the copy stays as it was", async () => {
    const file = await addSignedOff();
    const shown = await pageOf(file);
    await firm.run(file.client, approve, await shownFacts(firm, file));
    await moveTo(file, "BC");
    const page = await pageOf(file);
    expect(page.confirm).toMatchObject({ allowed: false });
    expect(page.approvals[0]).toMatchObject({
      holds: false,
      intact: true,
      changes: [{ place: expect.stringContaining("Province you want to live in") as string }],
    });
    expect(page.approvals[0]?.changes[0]).toMatchObject({ before: ["Ontario"], now: ["British Columbia"] });
    expect(page.approvals[0]?.sheet).toEqual(shown.sheet);
    expect(page.sheet).not.toEqual(shown.sheet);
    await expect(
      firm.run(firm.consultant, recordSubmission, {
        ...{ caseId: file.caseId, submittedAt: daysAgo(0), confirmationNumber: "E000111222" },
      }),
    ).rejects.toMatchObject({ message: expect.stringContaining("facts changed") as string });
  });

  it("refuses another text, another version, and another day than the page had", async () => {
    const file = await addSignedOff();
    const shown = await shownFacts(firm, file);
    const old = new Date(now.getTime() - 5 * 86_400_000).toISOString().slice(0, 10);
    const other = await pageOf(file, "fr");
    for (const wrong of [
      { sha256: other.sha256 },
      { locale: "fr" },
      { factsVersion: shown.factsVersion + 1 },
      { on: old, sha256: sheetHash({ ...(await pageOf(file)).sheet, on: old }) },
    ]) {
      await expect(firm.run(file.client, approve, { ...shown, ...wrong })).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining("changed while you were reading") as string,
      });
    }
    await firm.run(file.client, approve, shown);
  });
});

describe("“This is wrong”", () => {
  it("reaches the consultant as a message, and nothing is confirmed until it is answered", async () => {
    const file = await addSignedOff();
    const { caseId } = file;
    const section = `${file.principalId}.work`;
    await firm.run(file.client, raiseObjection, {
      ...{ caseId, section, locale: "en", note: "I left in June, not in July." },
    });
    const thread = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    expect(thread.unread).toBe(1);
    expect(thread.messages.at(-1)?.body).toBe(
      "About “Neha Kulkarni, you: Work”: I left in June, not in July.",
    );
    const page = await pageOf(file);
    expect(page.confirm).toMatchObject({ allowed: false, why: "objections" });
    expect(page.objections).toMatchObject([{ section, note: "I left in June, not in July.", answer: null }]);
    const shown = await shownFacts(firm, file);
    await expect(firm.run(file.client, approve, shown)).rejects.toMatchObject({ code: "CONFLICT" });

    const [objection] = (await confirmationsOf(file)).objections;
    const answer = { caseId, objectionId: objection?.id, version: objection?.version };
    await firm.run(firm.consultant, answerObjection, { ...answer, answer: "The letter says July as well." });
    await expect(
      firm.run(firm.manager, answerObjection, { ...answer, answer: "Corrected." }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const after = await pageOf(file);
    expect(after.objections).toMatchObject([
      { answer: "The letter says July as well.", answeredBy: "Priya Raman" },
    ]);
    expect(after.confirm.allowed).toBe(true);
    await firm.run(file.client, approve, shown);
    expect((await firm.eventsOf(caseId)).map(({ event }) => event)).toEqual(
      expect.arrayContaining(["facts.objected", "message.sent", "facts.objection_answered"]),
    );
  });

  it("stops a submission too, when it comes after the confirmation", async () => {
    const file = await addSignedOff();
    const { caseId } = file;
    await firm.run(file.client, approve, await shownFacts(firm, file));
    await firm.run(file.client, raiseObjection, {
      ...{ caseId, section: "family.plans", locale: "fr", note: "Ma sœur a quitté le Canada." },
    });
    await expect(
      firm.run(firm.consultant, recordSubmission, {
        ...{ caseId, submittedAt: daysAgo(0), confirmationNumber: "E000111222" },
      }),
    ).rejects.toMatchObject({ message: expect.stringContaining("something is wrong") as string });
  });

  it("is the client's own, of a part that is there; the answer is the firm's", async () => {
    const file = await addSignedOff();
    const other = await firm.addCase({ owner: firm.otherConsultant, name: ["Maria", "Lopes"] });
    const input = { caseId: file.caseId, section: "family.plans", locale: "en", note: "Wrong." };
    await expect(firm.run(other.client, raiseObjection, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const caller of [firm.consultant, firm.manager, firm.administrator]) {
      await expect(firm.run(caller, raiseObjection, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(
      firm.run(file.client, raiseObjection, { ...input, section: "somebody.work" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await firm.run(file.client, raiseObjection, input);
    const [objection] = (await confirmationsOf(file)).objections;
    const answer = {
      ...{ caseId: file.caseId, objectionId: objection?.id, version: objection?.version, answer: "So." },
    };
    await expect(firm.run(firm.otherConsultant, answerObjection, answer)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const caller of [file.client, firm.administrator]) {
      await expect(firm.run(caller, answerObjection, answer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(confirmationsOf(file, firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirmationsOf(file, firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

import { describe, expect, it } from "vitest";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { changePerson } from "@/lib/people/commands/change-person";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { getRequirement } from "../queries";
import { listStandingFlags } from "../flags/queries";
import { getReview } from "../review/queries";
import { specOf } from "../rules";
import { acceptDocument } from "./accept-document";
import { flagDocument } from "./flag-document";
import { settleFlag } from "./settle-flag";

const database = testDatabase();
const firm = testFirm(database);
const { reserve, put } = testUploads(database, firm);

const points = specOf(
  { ruleKey: "by-hand", kind: "passport", personId: null, subject: null },
  null,
).acceptancePoints;

function asConsultant<T>(query: (ctx: StaffContext) => Promise<T>): Promise<T> {
  return firm.read(firm.consultant, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return query(ctx);
  });
}

/** The principal's passport, sent and waiting; the file says name, birth date and passport. */
async function received() {
  const file = await firm.addCase();
  const requirementId = newId();
  await database.owner.query(
    `update person set birth_date = '1995-03-12', passport_number = 'Z4821907', passport_country = 'IN',
       passport_expires_on = '2031-08-04' where id = $1`,
    [file.principalId],
  );
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, person_id, rule_key, kind, title, reason, state)
     values ($1, $2, $3, $4, $5, 'passport', 'Passport', 'Everyone needs one', 'requested')`,
    [requirementId, file.caseId, file.clientId, file.principalId, `passport:${file.principalId}`],
  );
  const bytes = samplePdf();
  const uploadId = await reserve(file.client, file, bytes, { requirementId, title: null });
  const reception = await put(file.client, uploadId, bytes);
  if (reception.outcome === "failed") throw new Error(reception.failure.message);
  return { file, requirementId, versionId: reception.document.versionId };
}

const factsOf = async (requirementId: string) =>
  (await asConsultant((ctx) => getReview(ctx, requirementId))).facts;

async function acceptIt(
  { requirementId, versionId }: { requirementId: string; versionId: string },
  more: { agreed: string[]; despite?: string },
) {
  const { version } = await firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId));
  return firm.run(firm.consultant, acceptDocument, {
    ...{ requirementId, versionId, version, ...more },
    ...{ points: [...points], validUntil: "4 Aug 2031" },
  });
}

async function flagNumber(requirementId: string, versionId: string) {
  const fact = (await factsOf(requirementId)).find(({ label }) => label === "Passport number");
  if (!fact) throw new Error("no such fact");
  const flagged = { requirementId, versionId, fact: fact.key, documentSays: "Z4821970" };
  return { fact, ...(await firm.run(firm.consultant, flagDocument, flagged)) };
}

const standing = (file: TestCase) => asConsultant((ctx) => listStandingFlags(ctx, file.caseId));

describe("the facts that a passport has to bear out", () => {
  it("are those of its person as the file says them; each is found on it before it is accepted", async () => {
    const sent = await received();
    const facts = await factsOf(sent.requirementId);
    expect(facts.map(({ label, says }) => [label, says])).toEqual([
      ["Name", "Neha Kulkarni"],
      ["Birth date", "12 Mar 1995"],
      ["Passport number", "Z4821907"],
      ["Issued by", "India"],
      ["Passport expiry", "4 Aug 2031"],
    ]);
    const all = facts.map(({ token }) => token);
    await expect(acceptIt(sent, { agreed: all.slice(0, 3) })).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { agreed: expect.stringMatching(/Issued by, Passport expiry/) },
    });
    await acceptIt(sent, { agreed: all });
    const { rows } = await database.owner.query("select facts_met from document_version where id = $1", [
      sent.versionId,
    ]);
    expect(rows).toEqual([{ facts_met: all }]);
  });

  it("were compared as they read then: one that was corrected meanwhile is compared anew", async () => {
    const sent = await received();
    const agreed = (await factsOf(sent.requirementId)).map(({ token }) => token);
    await database.owner.query("update person set passport_number = 'Z4821970' where id = $1", [
      sent.file.principalId,
    ]);
    await expect(acceptIt(sent, { agreed })).rejects.toMatchObject({
      fieldErrors: { agreed: expect.stringContaining("Passport number") },
    });
  });
});

describe("a document that contradicts a fact", () => {
  it("is flagged once, with what it says and who saw it; the log holds neither", async () => {
    const { file, requirementId, versionId } = await received();
    await flagNumber(requirementId, versionId);
    expect(await standing(file)).toMatchObject([
      {
        label: "Passport number",
        factSays: "Z4821907",
        documentSays: "Z4821970",
        by: "Priya Raman",
        lineTitle: "Passport",
        settled: null,
      },
    ]);
    await expect(flagNumber(requirementId, versionId)).rejects.toMatchObject({ code: "CONFLICT" });
    const logged = (await firm.eventsOf(file.caseId)).at(-1);
    expect(logged).toMatchObject({ event: "document.flagged", detail: { fact: "Passport number" } });
    expect(JSON.stringify(logged)).not.toContain("Z48219");
  });

  it("is not accepted silently: only for a reason, which settles it and is in the log", async () => {
    const sent = await received();
    const { fact } = await flagNumber(sent.requirementId, sent.versionId);
    const agreed = (await factsOf(sent.requirementId))
      .map(({ token }) => token)
      .filter((token) => token !== fact.token);
    await expect(acceptIt(sent, { agreed })).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { despite: expect.stringContaining("Passport number") },
    });
    await acceptIt(sent, { agreed, despite: "The old passport is shown as well." });
    expect(await standing(sent.file)).toEqual([]);
    expect((await firm.eventsOf(sent.file.caseId)).at(-1)).toMatchObject({
      event: "document.accepted",
      detail: { despite: "The old passport is shown as well." },
    });
  });

  it("is settled with a reason, once", async () => {
    const { file, requirementId, versionId } = await received();
    const { flagId } = await flagNumber(requirementId, versionId);
    const settle = () =>
      firm.run(firm.manager, settleFlag, { requirementId, flagId, reason: "A slip of the scanner." });
    await settle();
    expect(await standing(file)).toEqual([]);
    const { flags } = await asConsultant((ctx) => getReview(ctx, requirementId));
    expect(flags).toMatchObject([
      { settled: { how: "explained", by: "Anjali Jain", reason: "A slip of the scanner." } },
    ]);
    await expect(settle()).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is settled by correcting that fact, and by no other change of the person", async () => {
    const { file, requirementId, versionId } = await received();
    await flagNumber(requirementId, versionId);
    const change = async (field: Record<string, unknown>) => {
      const { rows } = await database.owner.query<{ version: number }>(
        "select version from person where id = $1",
        [file.principalId],
      );
      const person = {
        ...{ givenName: "Neha", familyName: "Kulkarni", birthDate: "1995-03-12" },
        ...{ passportNumber: "Z4821907", passportCountry: "IN", passportExpiresOn: "2031-08-04" },
      };
      await firm.run(firm.consultant, changePerson, {
        ...{ caseId: file.caseId, id: file.principalId, version: rows[0]?.version },
        ...{ ...person, ...field },
      });
    };
    await change({ birthDate: "1995-03-13" });
    expect(await standing(file)).toHaveLength(1);
    await change({ birthDate: "1995-03-13", passportNumber: "Z4821970" });
    expect(await standing(file)).toEqual([]);
    const { flags } = await asConsultant((ctx) => getReview(ctx, requirementId));
    expect(flags).toMatchObject([
      { settled: { how: "fact_corrected", by: "Priya Raman", at: expect.any(Date) } },
    ]);
  });
});

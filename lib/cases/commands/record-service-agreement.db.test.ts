import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { linkAgreement } from "./link-agreement";
import { recordConsultation } from "./record-consultation";
import { recordServiceAgreement } from "./record-service-agreement";
import { sendServiceAgreement } from "./send-service-agreement";
import { startAssessment } from "./start-assessment";

const database = testDatabase();
const firm = testFirm(database);

async function stageOf(caseId: string): Promise<string> {
  const { rows } = await database.owner.query<{ stage: string }>(
    "select stage from case_file where id = $1",
    [caseId],
  );
  return rows[0]?.stage ?? "";
}

async function addDocument(file: { caseId: string; clientId: string }, title: string): Promise<string> {
  const id = newId();
  await database.owner.query("insert into document (id, case_id, client_id, title) values ($1, $2, $3, $4)", [
    id,
    file.caseId,
    file.clientId,
    title,
  ]);
  return id;
}

describe("from enquiry to retained", () => {
  it("takes four steps, each in the log and in the history with its date", async () => {
    const file = await firm.addCase({ stage: "ENQUIRY" });
    const documentId = await addDocument(file, "Service agreement, signed");
    const { caseId } = file;
    await firm.run(firm.consultant, recordConsultation, {
      caseId,
      signedOn: "2026-03-04",
      note: "CEC looks open",
    });
    await firm.run(firm.consultant, sendServiceAgreement, { caseId });
    await firm.run(firm.consultant, recordServiceAgreement, { caseId, signedOn: "8 Mar 2026", documentId });
    await firm.run(firm.consultant, startAssessment, { caseId });

    expect(await stageOf(caseId)).toBe("ASSESSMENT");
    const { rows: agreements } = await database.owner.query(
      "select kind, signed_on::text, document_id from agreement where case_id = $1 order by signed_on",
      [caseId],
    );
    expect(agreements).toEqual([
      { kind: "consultation", signed_on: "2026-03-04", document_id: null },
      { kind: "service", signed_on: "2026-03-08", document_id: documentId },
    ]);
    const { rows: history } = await database.owner.query(
      "select to_stage, happened_on::text from stage_change where case_id = $1 order by at",
      [caseId],
    );
    expect(history).toEqual([
      { to_stage: "CONSULTATION", happened_on: "2026-03-04" },
      { to_stage: "RETAINER_PENDING", happened_on: null },
      { to_stage: "RETAINED", happened_on: "2026-03-08" },
      { to_stage: "ASSESSMENT", happened_on: null },
    ]);
    expect((await firm.eventsOf(caseId)).map(({ event }) => event)).toEqual([
      "agreement.recorded",
      "case.advanced",
      "case.advanced",
      "agreement.recorded",
      "case.advanced",
      "case.advanced",
    ]);
  });

  it("refuses a step out of turn in plain words, and keeps nothing of it", async () => {
    const { caseId } = await firm.addCase({ stage: "ENQUIRY" });
    const early = firm.run(firm.consultant, recordServiceAgreement, { caseId, signedOn: "2026-03-08" });
    await expect(early).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("This case is at “Enquiry”") as string,
    });
    await firm.run(firm.consultant, recordConsultation, { caseId, signedOn: "2026-03-08" });
    const twice = firm.run(firm.consultant, recordConsultation, { caseId, signedOn: "2026-03-08" });
    await expect(twice).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await firm.eventsOf(caseId)).filter(({ event }) => event === "agreement.recorded")).toHaveLength(
      1,
    );
  });

  it("refuses a future date, one before the consultation, and another case's document, at the field", async () => {
    const { caseId } = await firm.addCase({ stage: "ENQUIRY" });
    const other = await firm.addCase({ stage: "ENQUIRY" });
    const documentId = await addDocument(other, "Not yours");
    const consultation = (input: object) =>
      firm.run(firm.consultant, recordConsultation, { caseId, signedOn: "2026-03-08", ...input });
    await expect(consultation({ signedOn: "2999-01-01" })).rejects.toMatchObject({
      fieldErrors: { signedOn: "This day is in the future." },
    });
    await expect(consultation({ documentId })).rejects.toMatchObject({
      fieldErrors: { documentId: "This document is not in this case." },
    });
    await consultation({});
    await firm.run(firm.consultant, sendServiceAgreement, { caseId });
    await expect(
      firm.run(firm.consultant, recordServiceAgreement, { caseId, signedOn: "2026-03-07" }),
    ).rejects.toMatchObject({
      fieldErrors: { signedOn: expect.stringContaining("8 Mar 2026") as string },
    });
    expect(await stageOf(caseId)).toBe("RETAINER_PENDING");
  });

  it("links the signed paper later, once", async () => {
    const file = await firm.addCase({ stage: "ENQUIRY" });
    const { caseId } = file;
    await firm.run(firm.consultant, recordConsultation, { caseId, signedOn: "2026-03-08" });
    const documentId = await addDocument(file, "Consultation agreement");
    const { rows } = await database.owner.query<{ id: string }>(
      "select id from agreement where case_id = $1",
      [caseId],
    );
    const link = { caseId, agreementId: rows[0]?.id, documentId };
    await firm.run(firm.consultant, linkAgreement, link);
    await expect(firm.run(firm.consultant, linkAgreement, link)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("who may take these steps", () => {
  it("not another consultant, to whom the case does not exist", async () => {
    const { caseId } = await firm.addCase({ stage: "ENQUIRY" });
    const input = { caseId, signedOn: "2026-03-08" };
    await expect(firm.run(firm.otherConsultant, recordConsultation, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("not an administrator or the client, who see the case", async () => {
    const file = await firm.addCase({ stage: "ENQUIRY" });
    const input = { caseId: file.caseId, signedOn: "2026-03-08" };
    for (const caller of [firm.administrator, file.client]) {
      await expect(firm.run(caller, recordConsultation, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(firm.run(caller, sendServiceAgreement, { caseId: file.caseId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await stageOf(file.caseId)).toBe("ENQUIRY");
  });

  it("but a manager may, on any case", async () => {
    const { caseId } = await firm.addCase({ stage: "CONSULTATION" });
    await firm.run(firm.manager, sendServiceAgreement, { caseId });
    expect(await stageOf(caseId)).toBe("RETAINER_PENDING");
  });
});

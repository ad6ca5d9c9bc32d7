import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { invitedCases } from "@/lib/testing/invited-cases";
import { listRequirements } from "../queries";
import { addRequirement } from "./add-requirement";
import { regenerateChecklist } from "./regenerate-checklist";
import { requestRequirement } from "./request-requirement";
import { waiveRequirement } from "./waive-requirement";

const database = testDatabase();
const firm = testFirm(database);
const invitedCase = invitedCases(database, firm);

const linesOf = (file: TestCase) => firm.read(firm.manager, (ctx) => listRequirements(ctx, file.caseId));

async function lineOf(file: TestCase, kind: string) {
  const line = (await linesOf(file)).find((one) => one.kind === kind);
  if (!line) throw new Error(`no line of kind ${kind}`);
  return line;
}

describe("deriving a checklist", () => {
  it("calls for what the facts call for, each with its reason, and counts it on the case", async () => {
    const file = await invitedCase();
    const made = await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    const lines = await linesOf(file);
    expect(made).toEqual({ added: lines.length, changed: 0, dropped: 0 });
    expect(lines.every(({ reason, state }) => reason !== "" && state === "to_request")).toBe(true);
    const police = lines.filter(({ kind }) => kind === "police");
    expect(police.map(({ title, subject }) => [title, subject])).toEqual([
      ["Police certificate, India", "IN"],
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["passport", "language", "medical", "photo", "imm5476", "funds_exemption"]),
    );
    expect(lines.some(({ kind }) => kind === "funds")).toBe(false);
    const { rows } = await database.owner.query("select required_count from case_file where id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ required_count: lines.filter(({ required }) => required).length }]);
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({ event: "checklist.generated" });
  });

  it("does nothing the second time", async () => {
    const file = await invitedCase();
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    const before = await linesOf(file);
    const again = await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    expect(again).toEqual({ added: 0, changed: 0, dropped: 0 });
    expect(await linesOf(file)).toEqual(before);
  });

  it("adds what new facts call for, marks what they no longer do, and keeps what was received", async () => {
    const file = await invitedCase();
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    const police = await lineOf(file, "police");
    await database.owner.query(
      "update requirement set state = 'accepted', received_at = now(), valid_until = '2027-01-01' where id = $1",
      [police.id],
    );
    await database.owner.query("update person set marital_status = 'married' where id = $1", [
      file.principalId,
    ]);
    await database.owner.query("delete from address where country = 'IN' and case_id = $1", [file.caseId]);
    const done = await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    expect(done.added).toBeGreaterThanOrEqual(1);
    expect(done.dropped).toBe(1);
    expect(await lineOf(file, "marriage_certificate")).toMatchObject({ reason: "Married" });
    expect(await lineOf(file, "police")).toMatchObject({
      noLongerNeeded: true,
      state: "accepted",
      validUntil: "2027-01-01",
    });

    await database.owner.query(
      `insert into address (id, case_id, client_id, person_id, country, from_date, to_date)
       values (gen_random_uuid(), $1, $2, $3, 'IN', '1995-03-12', '2022-08-31')`,
      [file.caseId, file.clientId, file.principalId],
    );
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    expect(await lineOf(file, "police")).toMatchObject({
      id: police.id,
      noLongerNeeded: false,
      state: "accepted",
    });
  });

  it("refuses without an open invitation, to clients, and for somebody else's case", async () => {
    const plain = await firm.addCase();
    const file = await invitedCase();
    const refresh = (caller: Parameters<typeof firm.run>[0], caseId: string) =>
      firm.run(caller, regenerateChecklist, { caseId });
    await expect(refresh(firm.consultant, plain.caseId)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(refresh(file.client, file.caseId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(refresh(firm.administrator, file.caseId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(refresh(firm.otherConsultant, file.caseId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("asking, waiving, adding", () => {
  async function freshLine() {
    const file = await invitedCase();
    await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    return { file, line: await lineOf(file, "passport") };
  }

  it("asks for an item once; the second screen is told what it is now", async () => {
    const { file, line } = await freshLine();
    const input = { requirementId: line.id, version: line.version };
    await firm.run(firm.consultant, requestRequirement, input);
    expect(await lineOf(file, "passport")).toMatchObject({ state: "requested", version: line.version + 1 });
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({
      event: "requirement.requested",
      detail: { title: "Passport" },
    });
    await expect(firm.run(firm.manager, requestRequirement, input)).rejects.toMatchObject({
      code: "CONFLICT",
      current: { state: "requested" },
    });
  });

  it("waives with a reason, counts it as done, and can ask for it again", async () => {
    const { file, line } = await freshLine();
    const input = { requirementId: line.id, version: line.version };
    await expect(firm.run(firm.consultant, waiveRequirement, input)).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { reason: "Enter why it is not needed." },
    });
    await firm.run(firm.consultant, waiveRequirement, { ...input, reason: "Sent with the last application" });
    const waived = await lineOf(file, "passport");
    expect(waived).toMatchObject({ state: "waived", waivedReason: "Sent with the last application" });
    await firm.run(firm.consultant, requestRequirement, { requirementId: line.id, version: waived.version });
    expect(await lineOf(file, "passport")).toMatchObject({ state: "requested", waivedReason: null });
  });

  it("adds an item by hand that no refresh takes away", async () => {
    const { file } = await freshLine();
    const { requirementId } = await firm.run(firm.consultant, addRequirement, {
      caseId: file.caseId,
      personId: file.principalId,
      title: "Military service record",
      reason: "Asked for in the letter of 20 Nov 2026",
      responsible: "client",
      leadDays: "21",
      required: "on",
    });
    const again = await firm.run(firm.consultant, regenerateChecklist, { caseId: file.caseId });
    expect(again.dropped).toBe(0);
    const added = (await linesOf(file)).find(({ id }) => id === requirementId);
    expect(added).toMatchObject({ title: "Military service record", leadDays: 21, noLongerNeeded: false });
  });

  it("refuses a person of another file", async () => {
    const { file } = await freshLine();
    const other = await firm.addCase();
    await expect(
      firm.run(firm.consultant, addRequirement, {
        caseId: file.caseId,
        personId: other.principalId,
        title: "Letter",
        reason: "Asked for",
        responsible: "client",
        leadDays: "",
      }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is not the client's to change", async () => {
    const { file, line } = await freshLine();
    const input = { requirementId: line.id, version: line.version };
    await expect(firm.run(file.client, requestRequirement, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(firm.run(firm.otherConsultant, requestRequirement, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

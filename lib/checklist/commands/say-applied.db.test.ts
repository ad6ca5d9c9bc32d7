import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { getRequirement } from "../queries";
import { waitingOn } from "../waiting/rules";
import { returnDocument } from "./return-document";
import { sayApplied } from "./say-applied";

const database = testDatabase();
const firm = testFirm(database);
const { reserve, put } = testUploads(database, firm);
const DAY = "2026-11-10";

async function addPolice(file: TestCase, state = "requested", kind = "police"): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, requested_at)
     values ($1, $2, $3, $6, $4, 'Police certificate, India', 'Lived there', $5, '2026-11-02T15:00:00Z')`,
    [id, file.caseId, file.clientId, kind, state, `${kind}:${id}`],
  );
  return id;
}

const lineOf = (requirementId: string) =>
  firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId));

async function waitsOn(requirementId: string) {
  const { label, since } = waitingOn(await lineOf(requirementId), "America/Toronto");
  return [label, since];
}

describe("saying that a document was applied for", () => {
  it("moves the ball from the client to the authority from that day, and back when it is taken back", async () => {
    const file = await firm.addCase();
    const requirementId = await addPolice(file);
    expect(await waitsOn(requirementId)).toEqual(["Client", "2026-11-02"]);
    await firm.run(file.client, sayApplied, { requirementId, version: 1, appliedOn: DAY });
    expect(await waitsOn(requirementId)).toEqual(["Police authority", DAY]);
    await firm.run(firm.consultant, sayApplied, { requirementId, version: 2, appliedOn: "" });
    expect(await waitsOn(requirementId)).toEqual(["Client", "2026-11-02"]);
    const events = await firm.eventsOf(file.caseId);
    expect(events.filter(({ event }) => event === "requirement.applied")).toMatchObject([
      { outcome: "ok", detail: { title: "Police certificate, India", on: DAY } },
      { outcome: "ok", detail: { on: null } },
    ]);
  });

  it("is open to the file's own client and consultant, and to nobody else", async () => {
    const [file, other] = [await firm.addCase(), await firm.addCase()];
    const requirementId = await addPolice(file);
    const said = { requirementId, version: 1, appliedOn: DAY };
    for (const caller of [other.client, firm.otherConsultant])
      await expect(firm.run(caller, sayApplied, said)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(firm.run(firm.administrator, sayApplied, said)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await lineOf(requirementId)).appliedOn).toBeNull();
  });

  it("refuses a day to come, a line that is in or that nobody issues, and a form that is out of date", async () => {
    const file = await firm.addCase();
    const requirementId = await addPolice(file);
    const say = (id: string, more: object = {}) =>
      firm.run(file.client, sayApplied, { requirementId: id, version: 1, appliedOn: DAY, ...more });
    await expect(say(requirementId, { appliedOn: "2999-01-01" })).rejects.toMatchObject({
      fieldErrors: { appliedOn: expect.stringContaining("still to come") as string },
    });
    await expect(say(await addPolice(file, "received"))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(say(await addPolice(file, "requested", "photo"))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(say(requirementId, { version: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await lineOf(requirementId)).appliedOn).toBeNull();
  });

  it("is over when the document comes: the reviewer has it, and a return gives it to the client", async () => {
    const file = await firm.addCase();
    const requirementId = await addPolice(file);
    await firm.run(file.client, sayApplied, { requirementId, version: 1, appliedOn: DAY });
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes, { requirementId, title: null });
    const reception = await put(file.client, uploadId, bytes);
    if (reception.outcome === "failed") throw new Error(reception.failure.message);
    expect((await waitsOn(requirementId))[0]).toBe("Reviewer");
    await firm.run(firm.consultant, returnDocument, {
      ...{ requirementId, version: (await lineOf(requirementId)).version },
      ...{ versionId: reception.document.versionId, code: "other", message: "Page 2 is missing." },
    });
    expect((await waitsOn(requirementId))[0]).toBe("Client");
  });
});

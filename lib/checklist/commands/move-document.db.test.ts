import { describe, expect, it } from "vitest";
import { listVersionsOf } from "@/lib/documents/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { getRequirement } from "../queries";
import { holdReview } from "./hold-review";
import { moveDocument } from "./move-document";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put } = testUploads(database, firm);

const lineOf = (requirementId: string) =>
  firm.read(firm.manager, (ctx) => getRequirement(ctx, requirementId));
const versionsOf = (requirementId: string) =>
  firm.read(firm.manager, (ctx) => listVersionsOf(ctx, requirementId));

async function send(file: TestCase, requirementId: string): Promise<string> {
  const bytes = samplePdf();
  const uploadId = await reserve(file.client, file, bytes, { requirementId, title: null });
  const reception = await put(file.client, uploadId, bytes);
  if (reception.outcome === "failed") throw new Error(reception.failure.message);
  return reception.document.versionId;
}

async function move(requirementId: string, versionId: string, targetId: string) {
  const { version } = await lineOf(requirementId);
  return firm.run(firm.consultant, moveDocument, { requirementId, versionId, version, targetId });
}

describe("a file that was sent for the wrong item", () => {
  it("waits at the right one, and the wrong one is asked for again", async () => {
    const file = await firm.addCase();
    const [wrong, right] = [
      await addLine(file, "requested", "Passport"),
      await addLine(file, "requested", "Photo"),
    ];
    const versionId = await send(file, wrong);
    await firm.run(firm.consultant, holdReview, { requirementId: wrong });
    await move(wrong, versionId, right);
    expect(await lineOf(wrong)).toMatchObject({ state: "requested", receivedAt: null });
    expect(await versionsOf(wrong)).toEqual([]);
    expect(await lineOf(right)).toMatchObject({ state: "received", receivedAt: expect.any(Date) });
    expect(await versionsOf(right)).toMatchObject([{ id: versionId, number: 1, state: "received" }]);
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({
      event: "document.moved",
      detail: { title: "Passport", to: "Photo" },
    });
    // What comes later for the item that it left does not meet the number that went away.
    const later = await send(file, wrong);
    expect(await versionsOf(wrong)).toMatchObject([{ id: later }]);
  });

  it("leaves the item as its older file left it, and is one more version where there are some", async () => {
    const file = await firm.addCase();
    const [wrong, right] = [
      await addLine(file, "requested", "Passport"),
      await addLine(file, "requested", "Photo"),
    ];
    const first = await send(file, wrong);
    await database.owner.query(
      "update document_version set state = 'returned', return_reason = 'Blurred.' where id = $1",
      [first],
    );
    const second = await send(file, wrong);
    await send(file, right);
    await move(wrong, second, right);
    expect(await lineOf(wrong)).toMatchObject({ state: "returned" });
    expect(await versionsOf(right)).toMatchObject([{ id: second, number: 2 }, { number: 1 }]);
  });

  it("goes to no item of another case, to none that is waived, and not while a colleague has it", async () => {
    const [file, other] = [await firm.addCase(), await firm.addCase()];
    const [wrong, waived] = [await addLine(file), await addLine(file, "waived", "Photo")];
    const foreign = await addLine(other);
    const versionId = await send(file, wrong);
    await expect(move(wrong, versionId, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(move(wrong, versionId, waived)).rejects.toMatchObject({ code: "CONFLICT" });
    await firm.run(firm.manager, holdReview, { requirementId: wrong });
    const right = await addLine(file, "requested", "Photo");
    await expect(move(wrong, versionId, right)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Anjali Jain is reviewing"),
    });
    expect(await versionsOf(wrong)).toMatchObject([{ id: versionId }]);
  });
});

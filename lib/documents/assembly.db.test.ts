import { describe, expect, it } from "vitest";
import { holdReview } from "@/lib/checklist/commands/hold-review";
import { getRequirement } from "@/lib/checklist/queries";
import { runEncoding } from "@/lib/encoding/run-encoding";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf, samplePng } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { assembleDocument } from "./assembly";
import { deliverDocument } from "./delivery";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put, rowsOf, orphans } = testUploads(database, firm);

async function send(file: TestCase, requirementId: string, bytes: Buffer, fileName = "scan.pdf") {
  const uploadId = await reserve(file.client, file, bytes, { requirementId, title: null, fileName });
  const reception = await put(file.client, uploadId, bytes);
  if (reception.outcome === "failed") throw new Error(reception.failure.message);
  return reception.document;
}

async function bytesOf(versionId: string): Promise<Buffer> {
  const asked = { versionId, how: "download", range: null } as const;
  const { body } = await deliverDocument(firm.runtime, firm.consultant, asked);
  return Buffer.from(await new Response(body).arrayBuffer());
}

async function pagesOf(versionId: string): Promise<number> {
  const described = await runEncoding({ op: "describe" }, [await bytesOf(versionId)]);
  if (!described.ok) throw new Error(described.failure);
  return described.value.pages.length;
}

const assemble = (
  requirementId: string,
  input: Parameters<typeof assembleDocument>[3],
  caller = firm.consultant,
) => assembleDocument(firm.runtime, caller, requirementId, input);

/** A case with a scan of four pages for one item, and another item that waits. */
async function scanned() {
  const file = await firm.addCase();
  const [passport, birth] = [await addLine(file), await addLine(file, "requested", "Birth certificate")];
  const bytes = samplePdf({ pages: 4 });
  const { versionId, sha256 } = await send(file, passport, bytes);
  return { file, passport, birth, bytes, versionId, sha256 };
}

describe("splitting a file", () => {
  it("makes a document of some of its pages for another item; the file stays as it was sent", async () => {
    const { file, passport, birth, bytes, versionId } = await scanned();
    const made = await assemble(passport, {
      versionId,
      targetId: birth,
      parts: [{ versionId, pages: [2, 3] }],
    });
    expect(made).toMatchObject({ number: 1, fileName: "Birth certificate.pdf" });
    expect(await pagesOf(made.versionId)).toBe(2);
    expect(await bytesOf(versionId)).toEqual(bytes);
    const line = await firm.read(firm.manager, (ctx) => getRequirement(ctx, birth));
    expect(line.state).toBe("received");
    const { rows } = await database.owner.query("select made_from from document_version where id = $1", [
      made.versionId,
    ]);
    expect(rows).toEqual([{ made_from: [{ versionId, title: "Passport", number: 1, pages: [2, 3] }] }]);
    // Who read it for what is in the log before anything was made of it.
    const events = await firm.eventsOf(file.caseId);
    const read = events.findIndex(
      ({ event, detail }) => event === "document.opened" && detail.how === "assemble",
    );
    const kept = events.findIndex(
      ({ event, detail }) =>
        event === "document.received" && detail.from === "pages 2–3 of Passport, version 1",
    );
    expect([read > 0, kept > read]).toEqual([true, true]);
  });

  it("makes the next version of the same item of the pages that belong to it", async () => {
    const { file, passport, versionId } = await scanned();
    const made = await assemble(passport, {
      versionId,
      targetId: passport,
      parts: [{ versionId, pages: [1] }],
    });
    expect(made.number).toBe(2);
    expect((await rowsOf(file)).map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe("merging files", () => {
  it("puts every page of each into one, in the order given: PDF and pictures alike", async () => {
    const { file, passport, birth, versionId } = await scanned();
    const photo = await send(file, birth, samplePng(), "photo.png");
    const made = await assemble(passport, {
      versionId,
      targetId: passport,
      parts: [
        { versionId: photo.versionId, pages: null },
        { versionId, pages: null },
      ],
    });
    expect(await pagesOf(made.versionId)).toBe(5);
    const { rows } = await database.owner.query<{ made_from: { pages: number[] }[] }>(
      "select made_from from document_version where id = $1",
      [made.versionId],
    );
    expect(rows[0]?.made_from.map(({ pages }) => pages)).toEqual([[1], [1, 2, 3, 4]]);
  });
});

describe("what cannot be put together", () => {
  it("is refused in a plain sentence, and leaves neither a row nor a file", async () => {
    const { file, passport, birth, versionId } = await scanned();
    const split = (pages: number[]) =>
      assemble(passport, { versionId, targetId: birth, parts: [{ versionId, pages }] });
    await expect(split([9])).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("not there"),
    });
    expect([await rowsOf(file), await orphans()]).toMatchObject([[{ number: 1 }], []]);
  });

  it("is a file of another case, a document that a colleague has, and everything for who does not review", async () => {
    const { file, passport, birth, versionId } = await scanned();
    const other = await scanned();
    const parts = [{ versionId: other.versionId, pages: [1] }];
    await expect(assemble(passport, { versionId, targetId: birth, parts })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const own = { versionId, targetId: birth, parts: [{ versionId, pages: [1] }] };
    await expect(assemble(passport, { ...own, targetId: other.birth })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(assemble(passport, own, firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(assemble(passport, own, firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await firm.run(firm.manager, holdReview, { requirementId: passport });
    await expect(assemble(passport, own)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Anjali Jain is reviewing"),
    });
    expect(await rowsOf(file)).toHaveLength(1);
  });
});

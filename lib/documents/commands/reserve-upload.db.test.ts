import { describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { reserveUpload } from "./reserve-upload";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put } = testUploads(database, firm);

const MIB = 1024 * 1024;

describe("announcing a file", () => {
  it("refuses at once: empty, too large, a case one does not see, an administrator", async () => {
    const file = await firm.addCase();
    const other = await firm.addCase({ owner: firm.otherConsultant });
    const announce = (caller: Caller, target: TestCase, size: number) =>
      firm.run(caller, reserveUpload, {
        caseId: target.caseId,
        requirementId: null,
        title: "Letter",
        fileName: "a.pdf",
        size,
      });
    await expect(announce(file.client, file, 0)).rejects.toMatchObject({ code: "INVALID" });
    await expect(announce(file.client, file, 25 * MIB)).resolves.toBeDefined();
    await expect(announce(file.client, file, 25 * MIB + 1)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(announce(file.client, other, 10)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(announce(firm.consultant, other, 10)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(announce(firm.administrator, file, 10)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("does not take a line of another case of the same person's sight", async () => {
    const [file, second] = [await firm.addCase(), await firm.addCase()];
    const line = await addLine(second);
    await expect(
      reserve(firm.consultant, file, samplePdf(), { requirementId: line, title: null }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets nobody continue somebody else's upload", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes);
    await expect(put(firm.consultant, uploadId, bytes)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a client does not reopen what is accepted; the consultant may", async () => {
    const file = await firm.addCase();
    const line = await addLine(file, "accepted");
    const announced = { requirementId: line, title: null };
    await expect(reserve(file.client, file, samplePdf(), announced)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("accepted already"),
    });
    await expect(reserve(firm.consultant, file, samplePdf(), announced)).resolves.toBeDefined();
  });

  it("takes nothing more for a case at its end", async () => {
    const file = await firm.addCase({ stage: "CLOSED" });
    await expect(reserve(firm.consultant, file, samplePdf())).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("asks what a file is that answers no line", async () => {
    const file = await firm.addCase();
    await expect(reserve(file.client, file, samplePdf(), { title: " " })).rejects.toMatchObject({
      fieldErrors: { title: expect.any(String) },
    });
  });

  it("stops at 200 files a case and at 500 MiB a day", async () => {
    const file = await firm.addCase();
    const documentId = newId();
    await database.owner.query(
      "insert into document (id, case_id, client_id, title) values ($1, $2, $3, 'Letters')",
      [documentId, file.caseId, file.clientId],
    );
    await database.owner.query(
      `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension,
         size, sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
       select gen_random_uuid(), $1, $2, $3, n, 'a.pdf', 'application/pdf', 'pdf', 10, 'x', gen_random_uuid()::text,
         'x', 'k1', $4, now() from generate_series(1, 200) n`,
      [documentId, file.caseId, file.clientId, file.client.actor.userId],
    );
    await expect(reserve(file.client, file, samplePdf())).rejects.toMatchObject({ code: "STORAGE_FULL" });

    const busy = await firm.addCase();
    await database.owner.query(
      `insert into upload (id, case_id, client_id, user_id, file_name, title, size, state)
       select gen_random_uuid(), $1, $2, $3, 'a.pdf', 'Letter', 26214400, 'stored' from generate_series(1, 20)`,
      [busy.caseId, busy.clientId, busy.client.actor.userId],
    );
    await expect(reserve(busy.client, busy, samplePdf())).rejects.toMatchObject({
      code: "THROTTLED",
      retryAfter: expect.any(Number),
    });
  });
});

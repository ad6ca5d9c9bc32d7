import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { OBJECT_STORES } from "@/lib/testing/object-stores";
import { testUploads } from "@/lib/testing/uploads";
import { verifyDocuments } from "./verify-documents";

describe.each(OBJECT_STORES)("documents kept in $name", ({ open }) => {
  const database = testDatabase();
  const firm = testFirm(database, open);
  const { reserve, put, rowsOf } = testUploads(database, firm);

  async function verify() {
    const connection = await database.owner.connect();
    try {
      const { objects: store, keyring } = firm.runtime.deps;
      return await verifyDocuments({ connection, store, keyring });
    } finally {
      connection.release();
    }
  }

  async function stored(file: TestCase, pages: number) {
    const bytes = samplePdf({ pages });
    await put(firm.consultant, await reserve(firm.consultant, file, bytes), bytes);
  }

  it("are verified: what is whole is counted, and what is missing, swapped or contradicted is named", async () => {
    const file = await firm.addCase();
    for (const pages of [1, 2, 3]) await stored(file, pages);
    expect(await verify()).toMatchObject({ checked: 3, faults: [] });

    const [one, two, three] = await rowsOf(file);
    await firm.runtime.deps.objects.delete(one!.storage_key);
    await database.owner.query("update document_version set storage_key = $1 where id = $2", [
      "0".repeat(32),
      two!.id,
    ]);
    await database.owner.query("update document_version set storage_key = $1, size = $2 where id = $3", [
      two!.storage_key,
      two!.size,
      three!.id,
    ]);
    await database.owner.query(
      "insert into document (id, case_id, client_id, title) values ($1, $2, $3, 'Empty')",
      [newId(), file.caseId, file.clientId],
    );
    const { faults } = await verify();
    expect(faults).toHaveLength(4);
    expect(faults.join("\n")).toContain(`document version ${one!.id}: object_missing`);
    expect(faults.join("\n")).toContain(`document version ${three!.id}: object_corrupt`);
    expect(faults[0]).toContain("a document has no version");
    expect(faults.join("\n")).not.toContain("scan.pdf");
  });
});

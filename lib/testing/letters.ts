import type { Caller } from "@/lib/command/actor-context";
import { openDocument } from "@/lib/documents/commands/open-document";
import { newId } from "@/lib/ids/id";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

/** Letters of a case, in the test firm: received without bytes, and opened as the access log sees it. */
export function testLetters(database: TestDatabase, firm: TestFirm) {
  async function addLetter(file: TestCase, title = "Invitation to apply, letter"): Promise<string> {
    const [documentId, versionId] = [newId(), newId()];
    await database.owner.query(
      "insert into document (id, case_id, client_id, title) values ($1, $2, $3, $4)",
      [documentId, file.caseId, file.clientId, title],
    );
    await database.owner.query(
      `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
         sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, 1, 'ita.pdf', 'application/pdf', 'pdf', 1, $5, $5, 'key', 'key', $6, now())`,
      [versionId, documentId, file.caseId, file.clientId, versionId, file.ownerId],
    );
    return documentId;
  }

  async function open(caller: Caller, documentId: string): Promise<void> {
    const { rows } = await database.owner.query<{ id: string }>(
      "select id from document_version where document_id = $1 order by number desc limit 1",
      [documentId],
    );
    await firm.run(caller, openDocument, { versionId: rows[0]?.id ?? "", how: "view", range: false });
  }

  return { addLetter, open };
}

import type { Caller } from "@/lib/command/actor-context";
import { reserveUpload } from "@/lib/documents/commands/reserve-upload";
import { receiveUpload, type IncomingFile } from "@/lib/documents/reception";
import { newId } from "@/lib/ids/id";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

/** Bytes as they come from a socket: in pieces. */
async function* piecesOf(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Ways to send files in a test of the firm, and to see what became of them. */
export function testUploads(database: TestDatabase, firm: TestFirm) {
  async function addLine(file: TestCase, state = "requested", title = "Passport"): Promise<string> {
    const id = newId();
    await database.owner.query(
      `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state)
       values ($1, $2, $3, $4, 'passport', $5, 'Everyone who applies needs one', $6)`,
      [id, file.caseId, file.clientId, `passport:${id}`, title, state],
    );
    return id;
  }

  async function reserve(caller: Caller, file: TestCase, bytes: Buffer, more: Record<string, unknown> = {}) {
    const { uploadId } = await firm.run(caller, reserveUpload, {
      caseId: file.caseId,
      requirementId: null,
      title: "Service agreement, signed",
      fileName: "scan.pdf",
      size: bytes.length,
      ...more,
    });
    return uploadId;
  }

  const put = (caller: Caller, uploadId: string, bytes: Buffer, more: Partial<IncomingFile> = {}) =>
    receiveUpload(firm.runtime, caller, {
      uploadId,
      body: piecesOf(bytes),
      contentLength: bytes.length,
      ...more,
    });

  async function rowsOf(file: TestCase) {
    const { rows } = await database.owner.query<{
      id: string;
      number: number;
      sha256: string;
      size: string;
      state: string;
      storage_key: string;
      wrapped_key: string;
      key_id: string;
      document_id: string;
    }>("select * from document_version where case_id = $1 order by uploaded_at, number", [file.caseId]);
    return rows;
  }

  /** Every object on disk, found through the sweep of things without a row (old or not). */
  async function orphans(): Promise<readonly string[]> {
    const seen: string[] = [];
    await firm.runtime.deps.objects.sweepOrphans({
      writtenBefore: new Date("2999-01-01"),
      knownAmong: async (keys) => {
        const { rows } = await database.owner.query<{ storage_key: string }>(
          "select storage_key from document_version where storage_key = any($1)",
          [keys],
        );
        const known = new Set(rows.map((row) => row.storage_key));
        seen.push(...keys.filter((key) => !known.has(key)));
        return new Set(keys);
      },
    });
    return seen;
  }

  return { addLine, reserve, put, rowsOf, orphans };
}

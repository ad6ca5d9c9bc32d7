import type pg from "pg";
import type { ObjectStore } from "@/lib/storage/object-store";
import type { Keyring } from "@/lib/storage/keyring";
import { verifyObject } from "@/lib/storage/verify-object";

const BATCH = 500;

interface FileRow {
  /** Of the file itself, as its encryption knows it. */
  id: string;
  case_id: string;
  storage_key: string;
  wrapped_key: string;
  key_id: string;
  size: string;
  sha256: string;
}

/** Everything that is kept whole: what was received, and what was made for a package. */
const FILES: readonly { what: string; sql: string }[] = [
  {
    what: "document version",
    sql: `select id, case_id, storage_key, wrapped_key, key_id, size::text, sha256
          from document_version where id > $1 order by id limit ${BATCH}`,
  },
  {
    what: "package file",
    sql: `select file_id as id, case_id, storage_key, wrapped_key, key_id, size::text, sha256
          from package_slot where file_id > $1 order by file_id limit ${BATCH}`,
  },
];

/** Rows that contradict each other, whatever their files say. */
const CONTRADICTIONS: readonly { what: string; sql: string }[] = [
  {
    what: "an upload that says it is stored names no version",
    sql: `select u.id from upload u left join document_version v on v.id = u.version_id
          where u.state = 'stored' and v.id is null limit 1`,
  },
  {
    what: "a document has no version",
    sql: `select d.id from document d where not exists
          (select from document_version v where v.document_id = d.id) limit 1`,
  },
  {
    what: "a version belongs to another case than its document",
    sql: `select v.id from document_version v join document d on d.id = v.document_id
          where v.case_id <> d.case_id limit 1`,
  },
];

export interface DocumentsVerdict {
  checked: number;
  bytes: number;
  /** Every fault, the first first. */
  faults: string[];
}

export interface DocumentsToVerify {
  connection: pg.ClientBase;
  store: ObjectStore;
  keyring: Keyring;
}

async function contradictions(connection: pg.ClientBase): Promise<string[]> {
  const faults: string[] = [];
  for (const { what, sql } of CONTRADICTIONS) {
    const { rows } = await connection.query<{ id: string }>(sql);
    if (rows[0]) faults.push(`${what}: ${rows[0].id}`);
  }
  return faults;
}

/**
 * Reads every stored document whole and hashes it again, and compares rows with rows and with files. Names the
 * file and the object of a fault; never a file name or a person.
 */
export async function verifyDocuments({
  connection,
  store,
  keyring,
}: DocumentsToVerify): Promise<DocumentsVerdict> {
  const verdict: DocumentsVerdict = { checked: 0, bytes: 0, faults: await contradictions(connection) };
  for (const kind of FILES) await verifyKind({ connection, store, keyring }, kind, verdict);
  return verdict;
}

async function verifyKind(
  { connection, store, keyring }: DocumentsToVerify,
  { what, sql }: (typeof FILES)[number],
  verdict: DocumentsVerdict,
): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await connection.query<FileRow>(sql, [after]);
    for (const row of rows) {
      const fault = await verifyObject(
        { store, keyring },
        {
          fileId: row.id,
          caseId: row.case_id,
          storageKey: row.storage_key,
          wrappedKey: Buffer.from(row.wrapped_key, "base64"),
          keyId: row.key_id,
          size: Number(row.size),
          sha256: row.sha256,
        },
      );
      if (fault) verdict.faults.push(`${what} ${row.id}: ${fault.code}. ${fault.reason}`);
      verdict.checked += 1;
      verdict.bytes += Number(row.size);
      after = row.id;
    }
    if (rows.length < BATCH) return;
  }
}

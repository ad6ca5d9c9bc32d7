import { createHash } from "node:crypto";
import { newId } from "@/lib/ids/id";
import type { TestDatabase } from "./database";
import type { TestCase } from "./firm";

interface Line {
  id: string;
  ruleKey: string;
  versionId: string;
}

/**
 * Accepts lines of a checklist as a reviewer would: each with a document and its accepted file. All that are not
 * accepted, or those of some kinds; answers with what was accepted.
 */
export function acceptedLines(database: TestDatabase) {
  async function addFile(file: TestCase, requirementId: string, title: string): Promise<string> {
    const { caseId, clientId, ownerId } = file;
    const { rows: held } = await database.owner.query<{ id: string; latest: number }>(
      `select d.id, coalesce(max(v.number), 0)::int as latest from document d
       left join document_version v on v.document_id = d.id where d.requirement_id = $1 group by d.id`,
      [requirementId],
    );
    const documentId = held[0]?.id ?? newId();
    const versionId = newId();
    if (!held[0]) {
      await database.owner.query(
        "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, $5)",
        [documentId, caseId, clientId, requirementId, title],
      );
    }
    await database.owner.query(
      `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
         sha256, storage_key, wrapped_key, key_id, state, uploaded_by, uploaded_at, reviewed_by, reviewed_at)
       values ($1, $2, $3, $4, $5, 'scan.pdf', 'application/pdf', 'pdf', 1000, $6, $7, '', '', 'accepted', $8,
         now() - interval '1 hour', $8, now())`,
      [
        ...[versionId, documentId, caseId, clientId, (held[0]?.latest ?? 0) + 1],
        ...[createHash("sha256").update(versionId).digest("hex"), versionId, ownerId],
      ],
    );
    return versionId;
  }

  return async function accept(file: TestCase, kinds?: readonly string[]): Promise<Line[]> {
    const { rows } = await database.owner.query<{ id: string; ruleKey: string; title: string }>(
      `select id, rule_key as "ruleKey", title from requirement
       where case_id = $1 and not no_longer_needed and ($2::text[] is null or kind = any($2)) order by position`,
      [file.caseId, kinds ?? null],
    );
    const lines: Line[] = [];
    for (const { id, ruleKey, title } of rows) {
      lines.push({ id, ruleKey, versionId: await addFile(file, id, title) });
      await database.owner.query(
        "update requirement set state = 'accepted', decided_at = now(), version = version + 1 where id = $1",
        [id],
      );
    }
    return lines;
  };
}

import type { Pool } from "pg";
import { newId } from "@/lib/ids/id";
import type { TestCase } from "./firm";

/** A task of this case that is this person's own, put off by them, and a file that waits in their composer. */
export async function addOwnRows(
  owner: Pool,
  { caseId, clientId, versionId }: Pick<TestCase, "caseId" | "clientId"> & { versionId: string },
  userId: string,
): Promise<{ taskId: string; snoozeId: string; draftId: string }> {
  const [taskId, snoozeId, draftId] = [newId(), newId(), newId()];
  await owner.query(
    `insert into task (id, case_id, client_id, title, assignee_id, due_on, origin, created_at, updated_at)
     values ($1, $2, $3, 'Call', $4, current_date, 'person', now(), now())`,
    [taskId, caseId, clientId, userId],
  );
  await owner.query(
    `insert into task_snooze (id, case_id, client_id, user_id, queue_key, mark, until_on, reason, created_at)
     values ($1, $2, $3, $4, $5, '', current_date + 7, 'Later', now())`,
    [snoozeId, caseId, clientId, userId, `task-${taskId}`],
  );
  await owner.query(
    `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
       sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at, draft_of)
     select $1::uuid, document_id, case_id, client_id,
       (select max(number) + 1 from document_version as other where other.document_id = first.document_id),
       file_name, media_type, extension, size, sha256, replace($1::text, '-', ''), wrapped_key, key_id, $2, now(), $2
     from document_version as first where id = $3`,
    [draftId, userId, versionId],
  );
  return { taskId, snoozeId, draftId };
}

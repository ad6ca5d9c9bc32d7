import { workerCaller } from "@/lib/jobs/work-off";
import { newId } from "@/lib/ids/id";
import { beginPackage } from "@/lib/packages/commands/begin-package";
import { requestBuild } from "@/lib/packages/commands/request-build";
import { workOnPackage } from "@/lib/packages/building/work";
import { getPackagePage } from "@/lib/packages/queries";
import type { PackageView } from "@/lib/packages/types";
import { isStaffContext } from "@/lib/command/actor-context";
import { receiveFile } from "@/lib/storage/receive";
import { openStoredFile } from "@/lib/storage/stored-file";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

interface AcceptedDocument {
  kind: string;
  title: string;
  bytes: Buffer;
  fileName?: string;
  country?: string;
  validUntil?: string;
  personId?: string;
}

/** Cases with accepted documents that are really stored, and packages of them, built as the worker does it. */
export function testPackages(database: TestDatabase, firm: TestFirm) {
  const sql = (text: string, values: unknown[]) => database.owner.query(text, values);
  let place = 0;

  /** A case with an open invitation whose application goes out on a day. */
  async function invited(plannedOn = "2026-12-15"): Promise<TestCase> {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION", name: ["Neha", "Kulkarni"] });
    await sql(
      `with profile as (
         insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
           ruleset_id, status, recorded_by, recorded_at)
         values (gen_random_uuid(), $1, $2, $3, now(), now() + interval '1 year', 512, 'CRS-2025-03-25', 'invited',
           $4, now())
         returning id)
       insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
         crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at)
       select gen_random_uuid(), $1, $2, id, '2026-11-01T15:00:00Z', '2026-11-01', 'America/Toronto', 'CEC', 512,
         'CRS-2025-03-25', '2026-12-31', '2026-12-31', '{}', $4, now() from profile`,
      [file.caseId, file.clientId, `E${file.caseId.slice(0, 9)}`, file.ownerId],
    );
    await sql("update case_file set planned_submission_on = $2 where id = $1", [file.caseId, plannedOn]);
    return file;
  }

  async function addLine(
    file: TestCase,
    line: Omit<AcceptedDocument, "bytes">,
    state: string,
  ): Promise<string> {
    const id = newId();
    place += 1;
    const { kind, title, country = null, validUntil = null, personId = null } = line;
    await sql(
      `insert into requirement (id, case_id, client_id, person_id, rule_key, kind, title, reason, state, required,
         position, country, valid_until, requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'Everyone needs one', $8, true, $9, $10, $11, '2026-11-03T15:00:00Z')`,
      [
        ...[id, file.caseId, file.clientId, personId, `${kind}:${id}`, kind, title, state, place],
        ...[country, validUntil],
      ],
    );
    return id;
  }

  /** A line that is accepted with this file, stored and encrypted as an upload is; its version. */
  async function accept(file: TestCase, document: AcceptedDocument): Promise<string> {
    const requirementId = await addLine(file, document, "accepted");
    return acceptAnew(file, requirementId, document);
  }

  /** The same for a line that is there; an older file of it is replaced. */
  async function acceptAnew(
    file: TestCase,
    requirementId: string,
    document: AcceptedDocument,
  ): Promise<string> {
    const { bytes, fileName = "scan.pdf", title } = document;
    const { objects: store, keyring } = firm.runtime.deps;
    const versionId = newId();
    const body = (async function* () {
      yield bytes;
    })();
    const received = await receiveFile({
      ...{ store, keyring, body, fileName, fileId: versionId, caseId: file.caseId },
      declaredSize: bytes.length,
    });
    if (!received.ok) throw new Error(received.failure.message);
    const { rows } = await database.owner.query<{ id: string; latest: number }>(
      `select d.id, count(v.id)::int as latest from document d left join document_version v on v.document_id = d.id
       where d.requirement_id = $1 group by d.id`,
      [requirementId],
    );
    const documentId = rows[0]?.id ?? newId();
    if (!rows[0])
      await sql(
        "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, $5)",
        [documentId, file.caseId, file.clientId, requirementId, title],
      );
    const { mediaType, extension, size, sha256, flags, storageKey, wrappedKey, keyId } = received.file;
    await sql(
      `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
         sha256, flags, storage_key, wrapped_key, key_id, state, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'accepted', $15, now())`,
      [
        ...[versionId, documentId, file.caseId, file.clientId, (rows[0]?.latest ?? 0) + 1, fileName],
        ...[mediaType, extension, size, sha256, JSON.stringify(flags)],
        ...[storageKey, wrappedKey.toString("base64"), keyId, file.ownerId],
      ],
    );
    return versionId;
  }

  /** Does what the worker does when a job of the package comes up. */
  const work = (packageId: string) =>
    workOnPackage(firm.runtime, workerCaller(), { packageId, signal: new AbortController().signal });

  async function viewOf(file: TestCase): Promise<PackageView> {
    const page = await firm.read(firm.consultant, (ctx) => {
      if (!isStaffContext(ctx)) throw new Error("the consultant is staff");
      return getPackagePage(ctx, file.number, null);
    });
    if (!page.current) throw new Error("there is no package");
    return page.current;
  }

  /** The bytes of the file that was made for a slot. */
  async function fileOf(file: TestCase, title: string): Promise<Buffer> {
    const { id } = await viewOf(file);
    const { rows } = await database.owner.query<{
      fileId: string;
      storageKey: string;
      wrappedKey: string;
      keyId: string;
      size: string;
    }>(
      `select file_id as "fileId", storage_key as "storageKey", wrapped_key as "wrappedKey", key_id as "keyId", size
       from package_slot where package_id = $1 and title = $2`,
      [id, title],
    );
    const [row] = rows;
    if (!row) throw new Error(`there is no slot ${title}`);
    const { objects: store, keyring } = firm.runtime.deps;
    const parts: Buffer[] = [];
    const stored = { ...row, wrappedKey: Buffer.from(row.wrappedKey, "base64"), size: Number(row.size) };
    for await (const part of await openStoredFile({ store, keyring }, { ...stored, caseId: file.caseId }))
      parts.push(part);
    return Buffer.concat(parts);
  }

  /** A package whose pages are read, ready to be arranged. */
  async function begun(file: TestCase): Promise<PackageView> {
    const { packageId } = await firm.run(firm.consultant, beginPackage, { caseId: file.caseId });
    await work(packageId);
    return viewOf(file);
  }

  /** The package as it is, built. */
  async function built(file: TestCase): Promise<PackageView> {
    const { id: packageId, version } = await viewOf(file);
    await firm.run(firm.consultant, requestBuild, { packageId, version });
    await work(packageId);
    return viewOf(file);
  }

  return { invited, addLine, accept, acceptAnew, work, viewOf, fileOf, begun, built };
}

import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { followExam } from "@/lib/checklist/commands/load-line";
import type { RequirementRow } from "@/lib/checklist/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { document, documentVersion, requirement, upload } from "@/lib/db/schema/documents";
import { conflict, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { getLatestNumber, getUpload } from "../queries";
import { madeFromWords } from "../rules";
import { completeUploadInput } from "../schemas";
import type { ReceivedDocument, UploadTarget } from "../types";
import { documentOfLine } from "./document-of-line";
import { assertLineTakesFiles, assertTakesFiles, assertWithinQuotas } from "./reserve-upload";

type Input = z.output<typeof completeUploadInput>;

/** One document per checklist line; a file without a line is a document of its own. */
async function documentFor(ctx: ActorContext, target: UploadTarget, line: RequirementRow | null) {
  if (line) return documentOfLine(ctx, line);
  const id = newId<"Document">();
  const title = target.title ?? "Document";
  await ctx.db.insert(document).values({
    id,
    caseId: target.caseId,
    clientId: target.clientId,
    requirementId: null,
    title,
    createdAt: ctx.now,
  });
  return { id, title };
}

async function addVersion(
  ctx: ActorContext,
  target: UploadTarget,
  documentId: string,
  input: Input,
  by: string,
) {
  const number = (await getLatestNumber(ctx, documentId)) + 1;
  const { versionId, uploadId: _, ...file } = input;
  await ctx.db.insert(documentVersion).values({
    id: versionId,
    documentId,
    caseId: target.caseId,
    clientId: target.clientId,
    number,
    ...file,
    madeFrom: target.madeFrom,
    senderName: target.senderName,
    // It waits in the composer until its message is sent.
    ...(target.forMessage ? { draftOf: by, draftItem: target.messageItem } : {}),
    uploadedBy: by,
    uploadedAt: ctx.now,
  });
  return number;
}

/** The reservation is spent by exactly one PUT: of two at once the second finds it taken. */
async function spend(ctx: ActorContext, target: UploadTarget, versionId: string): Promise<void> {
  const spent = await ctx.db
    .update(upload)
    .set({ state: "stored", versionId, completedAt: ctx.now })
    .where(and(eq(upload.id, target.id), eq(upload.state, "reserved")));
  if (spent.rowCount !== 1)
    throw conflict("This file has been received already. There is nothing more to send.");
}

async function markReceived(ctx: ActorContext, line: RequirementRow): Promise<void> {
  await ctx.db
    .update(requirement)
    .set({
      state: "received",
      receivedAt: ctx.now,
      updatedAt: ctx.now,
      version: sql`${requirement.version} + 1`,
    })
    .where(eq(requirement.id, line.id));
  // Only staff replace what was accepted: the new file is to be looked at, and the old one's date counts no more.
  if (line.state === "accepted") await followExam(ctx, line);
}

async function tellOwner(
  ctx: ActorContext,
  file: LockedCase,
  { requirementId, forMessage }: UploadTarget,
): Promise<void> {
  // Of a message its own mail tells, once it is sent.
  if (forMessage || ctx.actor.kind === "staff" || ctx.actor.kind === "system") return;
  await queueMail(ctx, {
    kind: "document_received",
    toUserId: file.ownerId,
    caseId: file.id,
    clientId: file.clientId,
    context: requirementId === null ? {} : { requirementId },
  });
}

/**
 * The row of a file whose bytes are durable already: reservation, document, version, checklist line, audit and
 * mail in one transaction (SECURITY.md 6.1). Only after its commit may anybody be told "received".
 */
export const completeUpload = defineCommand({
  name: "upload.complete",
  input: completeUploadInput,
  async load(ctx, input) {
    const { caseId } = await getUpload(ctx, input.uploadId);
    const file = await getCaseForUpdate(ctx, caseId);
    // Read again under the lock: the other of two at once may have spent it meanwhile.
    return { file, target: await getUpload(ctx, input.uploadId) };
  },
  authorise: (actor, { file }) => can(actor, "document.upload", file),
  async execute(ctx, { file, target }, input) {
    if (ctx.actor.kind === "system") throw invalid("Only people send files.");
    await spend(ctx, target, input.versionId);
    assertTakesFiles(ctx, file);
    const line =
      target.requirementId === null ? null : await assertLineTakesFiles(ctx, file, target.requirementId);
    await assertWithinQuotas(ctx, file.id, 0);
    const { id: documentId, title } = await documentFor(ctx, target, line);
    const number = await addVersion(ctx, target, documentId, input, ctx.actor.userId);
    if (line) await markReceived(ctx, line);
    await tellOwner(ctx, file, target);
    const { versionId, fileName, size, sha256 } = input;
    const received: ReceivedDocument = {
      documentId,
      versionId,
      number,
      fileName,
      size,
      sha256,
      receivedAt: ctx.now,
    };
    return audited(received, {
      event: "document.received",
      object: { kind: "document_version", id: versionId },
      caseId: file.id,
      clientId: file.clientId,
      detail: {
        ...{ title, version: number, size, flagged: input.flags.length > 0 },
        ...(target.senderName === null ? {} : { sender: target.senderName }),
        ...(target.forMessage ? { from: "a message" } : {}),
        ...(target.madeFrom ? { from: madeFromWords(target.madeFrom) } : {}),
      },
    });
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { getRequirement } from "@/lib/checklist/queries";
import { assertFree, loadReview, requireSeenVersion } from "@/lib/checklist/commands/load-review";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { upload } from "@/lib/db/schema/documents";
import { AppError, conflict, forbidden, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { getStoredVersion } from "../queries";
import { previewOf, QUOTAS } from "../rules";
import { reserveAssemblyInput } from "../schemas";
import type { MadeFrom } from "../types";
import { assertLineTakesFiles, assertTakesFiles, assertWithinQuotas } from "./reserve-upload";

/** The sources by name. NOT_FOUND for one of another case; CONFLICT for one whose pages nobody can take. */
async function madeFromOf(
  ctx: ActorContext,
  caseId: string,
  parts: readonly { versionId: string; pages: number[] }[],
): Promise<MadeFrom> {
  const made: MadeFrom = [];
  for (const { versionId, pages } of parts) {
    const source = await getStoredVersion(ctx, versionId);
    if (source.caseId !== caseId) throw notFound();
    if (previewOf(source) === "download")
      throw conflict(`The pages of “${source.title}” cannot be taken out.`);
    made.push({ versionId, title: source.title, number: source.number, pages });
  }
  return made;
}

/**
 * Announces a file that was put together from pages of the case's own files, as an upload is announced: its bytes then
 * go the same way. The sources stay as they were sent. CONFLICT while a colleague reviews the document.
 */
export const reserveAssembly = defineCommand({
  name: "upload.reserve-assembly",
  input: reserveAssemblyInput,
  async load(ctx, input) {
    const { caseId } = await getRequirement(ctx, input.requirementId);
    const file = await getCaseForUpdate(ctx, caseId);
    return { file, review: await loadReview(ctx, input.requirementId) };
  },
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, { file, review }, input) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff put documents together.");
    await assertFree(ctx, review);
    requireSeenVersion(review, input.versionId);
    if (input.size > QUOTAS.fileBytes)
      throw new AppError("TOO_LARGE", "Put together it is larger than 25 MB. Take fewer pages.");
    assertTakesFiles(ctx, file);
    const line = await assertLineTakesFiles(ctx, file, input.targetId);
    await assertWithinQuotas(ctx, file.id, input.size);
    const id = newId<"Upload">();
    await ctx.db.insert(upload).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      requirementId: line.id,
      userId: ctx.actor.userId,
      fileName: `${line.title.replace(/[^\p{L}\p{N} ,()-]+/gu, " ").trim()}.pdf`,
      size: input.size,
      declaredSha256: input.sha256,
      madeFrom: await madeFromOf(ctx, file.id, input.parts),
      createdAt: ctx.now,
    });
    return audited(
      { uploadId: id },
      {
        event: "upload.reserved",
        object: { kind: "upload", id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { size: input.size },
      },
    );
  },
});

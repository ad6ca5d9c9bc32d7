import "server-only";
import type { z } from "zod";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import type { LockedCase } from "@/lib/cases/types";
import { getRequirement, getRequirementForUpdate } from "@/lib/checklist/queries";
import { canReceive } from "@/lib/checklist/rules";
import { defineCommand } from "@/lib/command/define-command";
import type { ActorContext } from "@/lib/command/actor-context";
import { upload } from "@/lib/db/schema/documents";
import { AppError, conflict, forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { getUsage } from "../queries";
import { QUOTAS, quotaFault, RETRY_SECONDS } from "../rules";
import { reserveUploadInput } from "../schemas";

/**
 * A case at its end takes in nothing more of its client; of the firm it takes the papers of its closing until the file is
 * closed. Throws CONFLICT.
 */
export function assertTakesFiles(ctx: ActorContext, file: LockedCase): void {
  const takes = ctx.actor.kind === "staff" ? file.stage !== "CLOSED" : !hasEnded(file.stage);
  if (!takes) throw conflict("This case is at its end: no more documents can be added.");
}

/** Throws CONFLICT where the line of the checklist does not take a file now. */
export async function assertLineTakesFiles(ctx: ActorContext, file: LockedCase, requirementId: string) {
  const line = await getRequirementForUpdate(ctx, requirementId);
  // A line of another case that one may see is still not a line of this case.
  if (line.caseId !== file.id) throw notFound();
  const step = canReceive(line, ctx.actor.kind === "staff" ? "staff" : "client");
  if (!step.allowed) throw conflict(step.reason, { state: line.state });
  return line;
}

/** Throws THROTTLED or STORAGE_FULL where one more file of `size` bytes is too much. */
export async function assertWithinQuotas(ctx: ActorContext, caseId: string, size: number): Promise<void> {
  const fault = quotaFault(await getUsage(ctx, caseId), size);
  if (fault === null) return;
  const wait = fault.code === "THROTTLED" ? { retryAfter: RETRY_SECONDS.day } : {};
  throw new AppError(fault.code, fault.message, wait);
}

/** Throws TOO_LARGE or INVALID for what could not be kept anyway. */
export function assertAcceptableSize(size: number): void {
  if (size > QUOTAS.fileBytes)
    throw new AppError(
      "TOO_LARGE",
      "The file is larger than 25 MB. Scan it at a lower resolution, or split it.",
    );
  if (size === 0)
    throw invalid("The file is empty (0 bytes).", {
      size: "Check that it opens on your device, and send it again.",
    });
}

type Input = z.output<typeof reserveUploadInput>;

/** What a file is called that comes with a message: its own name without the ending. */
function nameOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/, "").slice(0, 120) || "File";
}

/** Where it goes must be of this case and take files now. Throws NOT_FOUND, CONFLICT, FORBIDDEN, INVALID. */
async function assertPlace(ctx: ActorContext, file: LockedCase, input: Input): Promise<void> {
  if (input.forMessage) {
    const decision = can(ctx.actor, "message.send", file);
    if (!decision.allowed) throw forbidden(decision.reason);
    const item = input.messageItem === null ? null : await getRequirement(ctx, input.messageItem);
    if (input.requirementId !== null || (item && item.caseId !== file.id)) throw notFound();
  } else if (input.requirementId !== null) await assertLineTakesFiles(ctx, file, input.requirementId);
  else if (input.title === null) throw invalid("Say what this document is.", { title: "Give it a title." });
}

/** Announces a file; its bytes come next, by PUT. Refuses at once what could not be kept anyway. */
export const reserveUpload = defineCommand({
  name: "upload.reserve",
  input: reserveUploadInput,
  // Whoever came by a link announces by the link: for its one item.
  openTo: ["staff", "client"],
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "document.upload", file),
  async execute(ctx, file, input) {
    if (ctx.actor.kind === "system") throw invalid("Only people send files.");
    assertAcceptableSize(input.size);
    assertTakesFiles(ctx, file);
    await assertPlace(ctx, file, input);
    await assertWithinQuotas(ctx, file.id, input.size);
    const id = newId<"Upload">();
    await ctx.db.insert(upload).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      requirementId: input.requirementId,
      userId: ctx.actor.userId,
      fileName: input.fileName,
      title: input.requirementId === null ? (input.title ?? nameOf(input.fileName)) : null,
      forMessage: input.forMessage,
      messageItem: input.forMessage ? input.messageItem : null,
      size: input.size,
      declaredSha256: input.sha256,
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

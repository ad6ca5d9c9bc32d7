import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { upload } from "@/lib/db/schema/documents";
import {
  assertAcceptableSize,
  assertLineTakesFiles,
  assertTakesFiles,
  assertWithinQuotas,
} from "@/lib/documents/commands/reserve-upload";
import { AppError, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { countFilesOfLink, getOpenItem } from "../queries";
import { LINK_FILES } from "../rules";
import { reserveByLinkInput } from "../schemas";

/** Announces a file by a link: for its one item, whatever is asked for, and for nothing else. */
export const reserveByLink = defineCommand({
  name: "item-link.reserve",
  input: reserveByLinkInput,
  openTo: ["link"],
  async load(ctx) {
    if (ctx.actor.kind !== "link") throw notFound();
    const file = await getCaseForUpdate(ctx, ctx.actor.caseId);
    await getOpenItem(ctx);
    return file;
  },
  authorise: (actor, file) => can(actor, "document.upload", file),
  async execute(ctx, file, input) {
    if (ctx.actor.kind !== "link") throw notFound();
    assertAcceptableSize(input.size);
    assertTakesFiles(ctx, file);
    const line = await assertLineTakesFiles(ctx, file, ctx.actor.requirementId);
    if ((await countFilesOfLink(ctx)) >= LINK_FILES)
      throw new AppError(
        "STORAGE_FULL",
        `This link has brought ${LINK_FILES} files, which is the most it can.`,
      );
    await assertWithinQuotas(ctx, file.id, input.size);
    const id = newId<"Upload">();
    await ctx.db.insert(upload).values({
      ...{ id, caseId: file.id, clientId: file.clientId, requirementId: line.id, userId: ctx.actor.userId },
      ...{ fileName: input.fileName, senderName: input.sender, size: input.size },
      ...{ declaredSha256: input.sha256, createdAt: ctx.now },
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

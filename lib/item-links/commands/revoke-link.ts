import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { getRequirement } from "@/lib/checklist/queries";
import { defineCommand } from "@/lib/command/define-command";
import { itemLink } from "@/lib/db/schema/item-links";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { revokeLinkInput } from "../schemas";

/** Ends a link at once: also a file that is on its way by it does not arrive any more. */
export const revokeLink = defineCommand({
  name: "item-link.revoke",
  input: revokeLinkInput,
  openTo: ["staff", "client"],
  async load(ctx, input) {
    const line = await getRequirement(ctx, input.requirementId);
    return { line, file: await getCaseForUpdate(ctx, line.caseId) };
  },
  authorise: (actor, { file }) => can(actor, "item-link.make", file),
  async execute(ctx, { file, line }, input) {
    if (ctx.actor.kind !== "staff" && ctx.actor.kind !== "client")
      throw forbidden("Only people revoke links.");
    const its = and(eq(itemLink.id, input.linkId), eq(itemLink.requirementId, line.id));
    const revoked = await ctx.db
      .update(itemLink)
      .set({ revokedAt: ctx.now, revokedBy: ctx.actor.userId })
      .where(and(its, isNull(itemLink.revokedAt)));
    if (revoked.rowCount !== 1) throw conflict("This link is revoked already.");
    return audited(
      { linkId: input.linkId },
      {
        event: "item_link.revoked",
        object: { kind: "item_link", id: input.linkId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title },
      },
    );
  },
});

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { documentFlag } from "@/lib/db/schema/reviews";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { settleFlagInput } from "../schemas";
import { loadLine } from "./load-line";

/** Settles a contradiction between a document and a fact with the reason why both may stand. */
export const settleFlag = defineCommand({
  name: "document.settle-flag",
  input: settleFlagInput,
  load: (ctx, input) => loadLine(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, { file, line }, input) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff review documents.");
    const [settled] = await ctx.db
      .update(documentFlag)
      .set({ resolvedBy: ctx.actor.userId, resolvedAt: ctx.now, reason: input.reason })
      .where(
        and(
          eq(documentFlag.id, input.flagId),
          eq(documentFlag.requirementId, line.id),
          isNull(documentFlag.resolvedAt),
        ),
      )
      .returning({ versionId: documentFlag.versionId, label: documentFlag.label });
    if (!settled) throw conflict("This contradiction is settled already.");
    return audited(
      { flagId: input.flagId },
      {
        event: "document.flag_settled",
        object: { kind: "document_version", id: settled.versionId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title, fact: settled.label, reason: input.reason },
      },
    );
  },
});

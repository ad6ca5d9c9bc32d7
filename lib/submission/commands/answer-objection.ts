import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { factObjection } from "@/lib/db/schema/proofs";
import { conflict, forbidden, notFound } from "@/lib/errors/app-error";
import { postMessage } from "@/lib/messages/commands/send-message";
import { can } from "@/lib/policy/can";
import { answerObjectionInput } from "../schemas";
import { objectionMessage } from "../sheet/words";
import { visibleObjections } from "../visibility";

/** The firm's answer to a client's "this is wrong": corrected, or why it is right. The client reads it as a message. */
export const answerObjection = defineCommand({
  name: "facts.answer-objection",
  input: answerObjectionInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.signOff", file),
  async execute(ctx, file, { objectionId, version, answer }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm answers an objection.");
    const objections = visibleObjections(ctx);
    const [objection] = await ctx.db
      .select({ sectionTitle: objections.sectionTitle })
      .from(objections)
      .where(and(eq(objections.id, objectionId), eq(objections.caseId, file.id)));
    if (!objection) throw notFound();
    const changed = await ctx.db
      .update(factObjection)
      .set({
        ...{ answer, answeredBy: ctx.actor.userId, answeredAt: ctx.now },
        version: sql`${factObjection.version} + 1`,
      })
      .where(
        and(
          eq(factObjection.id, objectionId),
          eq(factObjection.version, version),
          isNull(factObjection.answeredAt),
        ),
      );
    if (changed.rowCount === 0) throw conflict("Somebody has answered this meanwhile.");
    const { sectionTitle } = objection;
    const messageId = await postMessage(ctx, file, objectionMessage("en", sectionTitle, answer));
    const subject = { caseId: file.id, clientId: file.clientId };
    return audited(
      { objectionId },
      {
        event: "facts.objection_answered",
        object: { kind: "objection", id: objectionId },
        ...subject,
        detail: { section: sectionTitle },
      },
      { event: "message.sent", object: { kind: "message", id: messageId }, ...subject },
    );
  },
});

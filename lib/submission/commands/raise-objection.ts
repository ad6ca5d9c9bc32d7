import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { isClientContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { factObjection } from "@/lib/db/schema/proofs";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { postMessage } from "@/lib/messages/commands/send-message";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { getSubmissionState } from "../queries";
import { canObject } from "../rules";
import { raiseObjectionInput } from "../schemas";
import { writeSheet } from "../sheet/queries";
import type { ConfirmedSheet } from "../sheet/types";
import { objectionMessage } from "../sheet/words";

/** `Neha Kulkarni, you: Work`. */
function titleOf({ groups }: ConfirmedSheet, sectionId: string): string | null {
  for (const { title, sections } of groups) {
    const section = sections.find(({ id }) => id === sectionId);
    if (section) return `${title}: ${section.title}`;
  }
  return null;
}

/**
 * "This is wrong": the client says what, of one section of their facts. It reaches their consultant as a message, and
 * nothing is confirmed or sent until it is answered.
 */
export const raiseObjection = defineCommand({
  name: "facts.object",
  input: raiseObjectionInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.approve", file),
  async execute(ctx, file, { section, locale, note }) {
    if (!isClientContext(ctx)) throw forbidden("Only the client says what is wrong in their facts.");
    const allowed = canObject(await getSubmissionState(ctx, file.id));
    if (!allowed.allowed) throw conflict(allowed.reason);
    const { today } = await getFirmDay(ctx);
    const sheet = await writeSheet(ctx, await getCaseFacts(ctx, file.id), { locale, on: today });
    const sectionTitle = titleOf(sheet, section);
    if (sectionTitle === null) throw conflict("This part of the page is another one now. Reload the page.");
    const id = newId<"Objection">();
    await ctx.db.insert(factObjection).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      ...{ section, sectionTitle, note },
      factsVersion: file.factsVersion,
      raisedBy: ctx.actor.userId,
      raisedAt: ctx.now,
    });
    const messageId = await postMessage(ctx, file, objectionMessage(locale, sectionTitle, note));
    const subject = { caseId: file.id, clientId: file.clientId };
    return audited(
      { objectionId: id },
      {
        event: "facts.objected",
        object: { kind: "objection", id },
        ...subject,
        detail: { section: sectionTitle },
      },
      { event: "message.sent", object: { kind: "message", id: messageId }, ...subject },
    );
  },
});

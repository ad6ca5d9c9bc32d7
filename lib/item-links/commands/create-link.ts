import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import { getRequirement } from "@/lib/checklist/queries";
import { canReceive } from "@/lib/checklist/rules";
import { defineCommand } from "@/lib/command/define-command";
import { itemLink } from "@/lib/db/schema/item-links";
import { AppError, conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { hashToken, newToken } from "@/lib/ids/token";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { countLinks } from "../queries";
import { expiryOf, LINKS_A_DAY, MAILS_A_DAY, OPEN_LINKS } from "../rules";
import { createLinkInput } from "../schemas";
import type { MadeLink } from "../types";

/**
 * Makes a link by which somebody without an account can send files for one item, for seven days. Its secret is in the
 * answer, once, or in the mail, and stored only as its hash: run this without an idempotency key, which would keep the
 * answer. CONFLICT where the item takes no files; THROTTLED where there are too many links.
 */
export const createLink = defineCommand({
  name: "item-link.create",
  input: createLinkInput,
  openTo: ["staff", "client"],
  async load(ctx, input) {
    const line = await getRequirement(ctx, input.requirementId);
    return { line, file: await getCaseForUpdate(ctx, line.caseId) };
  },
  authorise: (actor, { file }) => can(actor, "item-link.make", file),
  async execute(ctx, { file, line }, input) {
    if (ctx.actor.kind !== "staff" && ctx.actor.kind !== "client") throw forbidden("Only people make links.");
    if (hasEnded(file.stage)) throw conflict("This case is at its end: no more documents can be added.");
    const step = canReceive(line, "client");
    if (!step.allowed) throw conflict(step.reason, { state: line.state });
    const links = await countLinks(ctx, file.id, line.id);
    if (links.open >= OPEN_LINKS)
      throw conflict(`There are ${OPEN_LINKS} open links for “${line.title}” already. Revoke one first.`);
    if (links.day >= LINKS_A_DAY || (input.mailTo !== null && links.mailed >= MAILS_A_DAY))
      throw new AppError("THROTTLED", "That is as many links as can be made in a day.", { retryAfter: 3600 });
    const [id, token, expiresAt] = [newId<"ItemLink">(), newToken(), expiryOf(ctx.now)];
    const ofLine = { caseId: file.id, clientId: file.clientId, requirementId: line.id };
    await ctx.db.insert(itemLink).values({
      ...{ id, ...ofLine, tokenHash: hashToken(token), expiresAt },
      ...{ createdBy: ctx.actor.userId, createdAt: ctx.now, mailedTo: input.mailTo },
    });
    if (input.mailTo !== null) {
      await queueMail(ctx, {
        kind: "item_link",
        toUserId: null,
        toAddress: input.mailTo,
        caseId: file.id,
        clientId: file.clientId,
        context: { linkId: id, language: input.language },
        link: { token, expiresAt },
      });
    }
    const url = input.mailTo === null ? `${ctx.deps.appOrigin}/send/${token}` : null;
    const made: MadeLink = { linkId: id, url, expiresAt };
    return audited(made, {
      event: "item_link.made",
      object: { kind: "item_link", id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { title: line.title, mailed: input.mailTo !== null, until: expiresAt.toISOString() },
    });
  },
});

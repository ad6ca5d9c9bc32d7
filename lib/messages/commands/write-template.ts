import "server-only";
import { lockFor } from "@/lib/command/lock-for";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { messageTemplate } from "@/lib/db/schema/messages";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { fieldFault } from "../templates/rules";
import type { TemplateText } from "../templates/types";
import { getTemplate } from "../templates/queries";

/** The templates belong to the firm: nothing to load, but one change at a time. */
export async function lockTemplates(ctx: ActorContext): Promise<null> {
  await lockFor(ctx, "message templates");
  return null;
}

export function asStaff(ctx: ActorContext): StaffContext {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff keep its templates.");
  return ctx;
}

/** The newest version, which must be the one that the form was opened on. Throws CONFLICT. */
export async function getSeenTemplate(ctx: StaffContext, templateId: string, number: number) {
  const current = await getTemplate(ctx, templateId);
  if (current.number !== number || current.withdrawn) {
    throw conflict(
      `${current.changerName ?? "Somebody"} changed this template while you had it open. What you typed is still here; look, then save again.`,
      { number: current.number },
    );
  }
  return current;
}

/** Throws INVALID, in plain words at the text that it is about, for a field that there is not. */
export function assertFields({ bodyEn, bodyFr }: TemplateText): void {
  const faults: Record<string, string> = {};
  for (const [name, text] of Object.entries({ bodyEn, bodyFr })) {
    const fault = fieldFault(text);
    if (fault !== null) faults[name] = fault;
  }
  if (Object.keys(faults).length > 0) throw invalid("A field of the template is not known.", faults);
}

/** Appends a version. A step of the commands on templates, under the lock. */
export async function appendVersion(
  ctx: StaffContext,
  version: TemplateText & { id: string; number: number; withdrawn?: boolean },
): Promise<void> {
  await ctx.db
    .insert(messageTemplate)
    .values({ ...version, changedBy: ctx.actor.userId, changedAt: ctx.now });
}

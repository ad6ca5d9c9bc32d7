import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { audited, type AuditDetail, type Audited } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { lockFor } from "@/lib/command/lock-for";
import { checklistTemplate } from "@/lib/db/schema/checklist";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { findNewestTemplate, findTemplateDraft } from "../template/queries";
import { EMPTY_TEMPLATE } from "../template/rules";
import type { TemplateContent } from "../template/types";

/** The template belongs to the firm: nothing to load, but one change at a time. */
export async function lockTemplate(ctx: ActorContext): Promise<null> {
  await lockFor(ctx, "checklist template");
  return null;
}

export function staffId(ctx: ActorContext): string {
  if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff keep its template.");
  return ctx.actor.userId;
}

export interface OpenTemplate {
  /** null: the first change makes the draft. */
  draftId: string | null;
  content: TemplateContent;
}

/** What is edited, under the lock. Throws CONFLICT when it moved on since the form was opened. */
export async function openTemplate(ctx: ActorContext, seenVersion: number): Promise<OpenTemplate> {
  const draft = await findTemplateDraft(ctx);
  if ((draft?.version ?? 0) !== seenVersion) {
    throw conflict(
      "Somebody changed the template while you had it open. What you typed is still here; look, then save again.",
      { version: draft?.version ?? 0 },
    );
  }
  const content = draft ?? (await findNewestTemplate(ctx)) ?? EMPTY_TEMPLATE;
  return { draftId: draft?.id ?? null, content };
}

/** Keeps what the draft says now; files see nothing of it before it is published. */
export async function keepTemplate(
  ctx: ActorContext,
  { draftId }: OpenTemplate,
  { items, wordings }: TemplateContent,
  detail: AuditDetail,
): Promise<Audited<{ templateId: string }>> {
  const content = { items: [...items], wordings: [...wordings] };
  const id = draftId ?? newId();
  if (draftId === null) {
    const [createdBy, createdAt] = [staffId(ctx), ctx.now];
    await ctx.db.insert(checklistTemplate).values({ id, ...content, createdBy, createdAt });
  } else {
    await ctx.db
      .update(checklistTemplate)
      .set({ ...content, version: sql`${checklistTemplate.version} + 1` })
      .where(and(eq(checklistTemplate.id, draftId), isNull(checklistTemplate.number)));
  }
  return audited(
    { templateId: id },
    { event: "template.changed", object: { kind: "checklist_template", id }, detail },
  );
}

import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { caseChecklist, checklistTemplate } from "@/lib/db/schema/checklist";
import { requirement } from "@/lib/db/schema/documents";
import { appUser } from "@/lib/db/schema/users";

/** The firm's template, every version and the draft: the same for all its staff. The portal has no right on it. */
export function visibleTemplates(ctx: ActorContext) {
  return ctx.db
    .select({ ...getTableColumns(checklistTemplate), publisher: appUser.name })
    .from(checklistTemplate)
    .leftJoin(appUser, eq(appUser.id, checklistTemplate.publishedBy))
    .as("visible_template");
}

/** The version that each visible file's checklist was made with. */
export function visibleCaseTemplates(ctx: ActorContext) {
  return ctx.db
    .select({ caseId: caseChecklist.caseId, templateNumber: caseChecklist.templateNumber })
    .from(caseChecklist)
    .innerJoin(caseFile, eq(caseFile.id, caseChecklist.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_case_template");
}

/** Items that somebody added by hand (MANUAL_KEY) to the files this actor sees, in the words of their index. */
export function visibleHandAdded(ctx: StaffContext) {
  return ctx.db
    .select({
      requirementId: requirement.id,
      title: requirement.title,
      reason: requirement.reason,
      responsible: requirement.responsible,
      required: requirement.required,
      leadDays: requirement.leadDays,
      goodExample: requirement.goodExample,
      extraPoints: requirement.extraPoints,
      personId: requirement.personId,
      kind: requirement.kind,
      caseId: requirement.caseId,
      createdAt: requirement.createdAt,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(and(caseVisibleTo(ctx.actor), sql`${requirement.ruleKey} like 'manual:%'`))
    .as("visible_hand_added");
}

import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, clientApproval, signOff, submission } from "@/lib/db/schema/cases";
import { factObjection } from "@/lib/db/schema/proofs";
import { appUser } from "@/lib/db/schema/users";

/** Sign-offs of the cases this actor sees, with who gave them. */
export function visibleSignOffs(ctx: ActorContext) {
  return ctx.db
    .select({ ...getTableColumns(signOff), byName: appUser.name })
    .from(signOff)
    .innerJoin(caseFile, eq(caseFile.id, signOff.caseId))
    .leftJoin(appUser, eq(appUser.id, signOff.byUserId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_sign_off");
}

export function visibleApprovals(ctx: ActorContext) {
  return ctx.db
    .select({ ...getTableColumns(clientApproval), byName: appUser.name })
    .from(clientApproval)
    .innerJoin(caseFile, eq(caseFile.id, clientApproval.caseId))
    .leftJoin(appUser, eq(appUser.id, clientApproval.byUserId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_approval");
}

export function visibleSubmissions(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(submission))
    .from(submission)
    .innerJoin(caseFile, eq(caseFile.id, submission.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_submission");
}

/** What clients say is wrong in their facts, with who answered it. A client reads the name of their consultant only. */
export function visibleObjections(ctx: ActorContext) {
  return ctx.db
    .select({
      ...getTableColumns(factObjection),
      answeredByName: sql<string | null>`${appUser.name}`.as("by_name"),
    })
    .from(factObjection)
    .innerJoin(caseFile, eq(caseFile.id, factObjection.caseId))
    .leftJoin(appUser, eq(appUser.id, factObjection.answeredBy))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_objection");
}

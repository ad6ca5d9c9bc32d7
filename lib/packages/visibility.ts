import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, submission } from "@/lib/db/schema/cases";
import { fileDescription, packageSlot, submissionPackage } from "@/lib/db/schema/packages";
import { appUser } from "@/lib/db/schema/users";

/** Packages of the cases this actor sees, with who approved them and when they went to IRCC. */
export function visiblePackages(ctx: ActorContext) {
  return ctx.db
    .select({
      ...getTableColumns(submissionPackage),
      ownerId: caseFile.ownerId,
      approvedByName: appUser.name,
      sentAt: submission.submittedAt,
    })
    .from(submissionPackage)
    .innerJoin(caseFile, eq(caseFile.id, submissionPackage.caseId))
    .leftJoin(appUser, eq(appUser.id, submissionPackage.approvedBy))
    .leftJoin(submission, eq(submission.packageId, submissionPackage.id))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_package");
}

/** The package itself, to be locked. */
export function lockablePackages(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(submissionPackage))
    .from(submissionPackage)
    .innerJoin(caseFile, eq(caseFile.id, submissionPackage.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("lockable_package");
}

export function visibleSlots(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(packageSlot))
    .from(packageSlot)
    .innerJoin(caseFile, eq(caseFile.id, packageSlot.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_package_slot");
}

export function visibleDescriptions(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(fileDescription))
    .from(fileDescription)
    .innerJoin(caseFile, eq(caseFile.id, fileDescription.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_file_description");
}

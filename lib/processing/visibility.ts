import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ClientContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { document } from "@/lib/db/schema/documents";
import { application, applicationStep, irccLetter } from "@/lib/db/schema/processing";
import { appUser } from "@/lib/db/schema/users";

/** Applications of the cases that this colleague sees. */
export function visibleApplications(ctx: StaffContext) {
  return ctx.db
    .select(getTableColumns(application))
    .from(application)
    .innerJoin(caseFile, eq(caseFile.id, application.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_application");
}

/** IRCC's letters of those cases, with what they and their proofs are called in the file. */
export function visibleLetters(ctx: StaffContext) {
  const proof = alias(document, "proof");
  return ctx.db
    .select({
      ...getTableColumns(irccLetter),
      documentTitle: sql<string | null>`${document.title}`.as("document_title"),
      proofTitle: sql<string | null>`${proof.title}`.as("proof_title"),
    })
    .from(irccLetter)
    .innerJoin(caseFile, eq(caseFile.id, irccLetter.caseId))
    .leftJoin(document, eq(document.id, irccLetter.documentId))
    .leftJoin(proof, eq(proof.id, irccLetter.proofDocumentId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_letter");
}

/** What was recorded of those applications, by whom, on which paper. */
export function visibleSteps(ctx: StaffContext) {
  return ctx.db
    .select({
      ...getTableColumns(applicationStep),
      byName: sql<string>`${appUser.name}`.as("by_name"),
      letterKind: sql<typeof irccLetter.$inferSelect.kind | null>`${irccLetter.kind}`.as("letter_kind"),
      documentTitle: sql<string | null>`${document.title}`.as("document_title"),
    })
    .from(applicationStep)
    .innerJoin(caseFile, eq(caseFile.id, applicationStep.caseId))
    .innerJoin(appUser, eq(appUser.id, applicationStep.byUserId))
    .leftJoin(irccLetter, eq(irccLetter.id, applicationStep.letterId))
    .leftJoin(document, eq(document.id, applicationStep.documentId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_step");
}

/** The client's own applications: the columns that the portal may read. */
export function visibleOwnApplications(ctx: ClientContext) {
  const { id, caseId, submissionId, number, completeness, heldOn, confirmationUntil } = application;
  return ctx.db
    .select({ id, caseId, submissionId, number, completeness, heldOn, confirmationUntil })
    .from(application)
    .innerJoin(caseFile, eq(caseFile.id, application.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_own_application");
}

/** The client's own letters. */
export function visibleOwnLetters(ctx: ClientContext) {
  const { id, applicationId, caseId, kind, letterOn, dueOn, asks, state } = irccLetter;
  return ctx.db
    .select({ id, applicationId, caseId, kind, letterOn, dueOn, asks, state })
    .from(irccLetter)
    .innerJoin(caseFile, eq(caseFile.id, irccLetter.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_own_letter");
}

/** What happened with the client's own application; not who of the firm wrote it down. */
export function visibleOwnSteps(ctx: ClientContext) {
  const { id, applicationId, caseId, kind, track, state, happenedOn, at } = applicationStep;
  return ctx.db
    .select({
      ...{ id, applicationId, caseId, kind, track, state, happenedOn, at },
      letterKind: sql<typeof irccLetter.$inferSelect.kind | null>`${irccLetter.kind}`.as("letter_kind"),
    })
    .from(applicationStep)
    .innerJoin(caseFile, eq(caseFile.id, applicationStep.caseId))
    .leftJoin(irccLetter, eq(irccLetter.id, applicationStep.letterId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_own_step");
}

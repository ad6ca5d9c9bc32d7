import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile, signOff } from "@/lib/db/schema/cases";
import { documentVersion, document } from "@/lib/db/schema/documents";
import { factProof, signOffProof } from "@/lib/db/schema/proofs";
import { appUser } from "@/lib/db/schema/users";

/** Proof follows the facts: administrators see none. */
function proofVisibleTo({ actor }: StaffContext) {
  return and(caseVisibleTo(actor), actor.role === "administrator" ? sql`false` : undefined);
}

/** What consultants have said of the proof of the facts of a case. */
export function visibleFactProofs(ctx: StaffContext) {
  return ctx.db
    .select({ ...getTableColumns(factProof), byName: sql<string | null>`${appUser.name}`.as("by_name") })
    .from(factProof)
    .innerJoin(caseFile, eq(caseFile.id, factProof.caseId))
    .leftJoin(appUser, eq(appUser.id, factProof.decidedBy))
    .where(proofVisibleTo(ctx))
    .as("visible_fact_proof");
}

/** The accepted files of checklist lines, with when they were accepted. */
export function visibleAcceptedFiles(ctx: StaffContext) {
  return ctx.db
    .select({
      versionId: documentVersion.id,
      caseId: documentVersion.caseId,
      requirementId: document.requirementId,
      fileName: documentVersion.fileName,
      number: documentVersion.number,
      sha256: documentVersion.sha256,
      at: sql<Date>`coalesce(${documentVersion.reviewedAt}, ${documentVersion.uploadedAt})`
        .mapWith(documentVersion.uploadedAt)
        .as("accepted_at"),
    })
    .from(documentVersion)
    .innerJoin(document, eq(document.id, documentVersion.documentId))
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(and(proofVisibleTo(ctx), eq(documentVersion.state, "accepted")))
    .as("visible_accepted_file");
}

/** Claimed and proven as they were signed. */
export function visibleSignedProofs(ctx: StaffContext) {
  return ctx.db
    .select({
      signOffId: signOffProof.signOffId,
      caseId: signOffProof.caseId,
      claimedPoints: signOffProof.claimedPoints,
      provenPoints: signOffProof.provenPoints,
      cutOff: signOffProof.cutOff,
      reason: signOffProof.reason,
      at: signOff.at,
      withdrawnAt: signOff.withdrawnAt,
    })
    .from(signOffProof)
    .innerJoin(signOff, eq(signOff.id, signOffProof.signOffId))
    .innerJoin(caseFile, eq(caseFile.id, signOffProof.caseId))
    .where(proofVisibleTo(ctx))
    .as("visible_signed_proof");
}

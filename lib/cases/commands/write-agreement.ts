import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { agreement, type AgreementKind } from "@/lib/db/schema/cases";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { formatDate } from "@/lib/format/dates";
import { newId } from "@/lib/ids/id";
import { findCaseDocument, getFirmDay, listAgreements } from "../queries";
import type { LockedCase } from "../types";

interface SignedAgreement {
  kind: AgreementKind;
  signedOn: string;
  documentId: string | null;
  note?: string | null;
}

const NAMES: Readonly<Record<AgreementKind, string>> = {
  consultation: "Consultation agreement",
  service: "Service agreement",
};

/** Throws NOT_FOUND unless the document is one of this case. */
async function requireDocument(ctx: StaffContext, caseId: string, documentId: string): Promise<string> {
  const found = await findCaseDocument(ctx, caseId, documentId);
  if (!found) throw invalid("Choose another document.", { documentId: "This document is not in this case." });
  return found.title;
}

/**
 * Writes the row of a signed agreement (Code ss. 23, 24): not signed in the future, a service agreement not before
 * the consultation. Used by the commands that record one; returns the audit entry to hand to `audited`.
 */
export async function writeAgreement(
  ctx: ActorContext,
  file: LockedCase,
  signed: SignedAgreement,
): Promise<AuditEntry> {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff record an agreement.");
  const { today } = await getFirmDay(ctx);
  if (signed.signedOn > today)
    throw invalid("The date needs another look.", { signedOn: "This day is in the future." });
  const earlier = (await listAgreements(ctx, file.id)).find((one) => one.kind === "consultation");
  if (signed.kind === "service" && earlier && signed.signedOn < earlier.signedOn) {
    throw invalid("The date needs another look.", {
      signedOn: `The consultation was on ${formatDate(earlier.signedOn)}; the service agreement cannot be older.`,
    });
  }
  const title = signed.documentId === null ? null : await requireDocument(ctx, file.id, signed.documentId);
  const id = newId<"Agreement">();
  await ctx.db.insert(agreement).values({
    id,
    caseId: file.id,
    clientId: file.clientId,
    kind: signed.kind,
    signedOn: signed.signedOn,
    documentId: signed.documentId,
    note: signed.note ?? null,
    recordedBy: ctx.actor.userId,
    recordedAt: ctx.now,
  });
  return {
    event: "agreement.recorded",
    object: { kind: "agreement", id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { agreement: NAMES[signed.kind], signedOn: signed.signedOn, document: title },
  };
}

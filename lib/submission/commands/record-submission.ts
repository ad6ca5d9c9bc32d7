import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { submission } from "@/lib/db/schema/cases";
import { invitation } from "@/lib/db/schema/pool";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { closeExpiryClocks } from "@/lib/nominations/commands/track-clocks";
import { listFrozenPackages } from "@/lib/packages/queries";
import { can } from "@/lib/policy/can";
import { getOpenInvitation } from "@/lib/profiles/queries";
import { findSignedFigures, getProofFigures } from "@/lib/proof/queries";
import { unprovenWords } from "@/lib/proof/rules";
import { findClientUserId } from "@/lib/users/queries";
import { getSubmissionState } from "../queries";
import { canRecordSubmission, submissionFaults } from "../rules";
import { recordSubmissionInput } from "../schemas";

/** The client is told in writing when something is sent (Code s. 22). */
async function tellClient(ctx: ActorContext, file: LockedCase): Promise<void> {
  const toUserId = await findClientUserId(ctx, file.clientId);
  if (toUserId === null) return;
  await queueMail(ctx, { kind: "submission_recorded", toUserId, caseId: file.id, clientId: file.clientId });
}

/** Exactly what was sent: a frozen package of this case, or null. INVALID for any other. */
async function getSentPackage(ctx: StaffContext, caseId: string, packageId: string | undefined) {
  if (packageId === undefined) return null;
  const sent = (await listFrozenPackages(ctx, caseId)).find(({ id }) => id === packageId);
  if (!sent) throw invalid("Look at the package again.", { packageId: "This package is not frozen." });
  return sent;
}

/** CONFLICT where something has lost its proof since the sign-off, and nobody has signed for that. */
async function assertProofAsSigned(ctx: StaffContext, file: LockedCase): Promise<void> {
  const now = await getProofFigures(ctx, file.id);
  const unproven = unprovenWords(now);
  if (unproven === null) return;
  const signed = await findSignedFigures(ctx, file.id);
  if (signed !== null && signed.reason !== null && now.proven >= signed.provenPoints) return;
  throw conflict(
    `${unproven} Nobody has signed for that. Go back to preparation and sign off again with the reason.`,
  );
}

/** Records the e-APR as sent: the instant and number IRCC's system shows. The window is met. */
export const recordSubmission = defineCommand({
  name: "submission.record",
  input: recordSubmissionInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.record", file),
  async execute(ctx, file, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm records a submission.");
    const allowed = canRecordSubmission(await getSubmissionState(ctx, file.id));
    if (!allowed.allowed) throw conflict(allowed.reason);
    await assertProofAsSigned(ctx, file);
    const open = await getOpenInvitation(ctx, file.id);
    const faults = submissionFaults(input, open, ctx.now);
    if (Object.keys(faults).length > 0) throw invalid("The submission cannot be recorded like this.", faults);

    const sent = await getSentPackage(ctx, file.id, input.packageId);
    const step = await stepCase(ctx, file, "SUBMITTED");
    const id = newId<"Submission">();
    await ctx.db.insert(submission).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      invitationId: open.id,
      submittedAt: input.submittedAt,
      confirmationNumber: input.confirmationNumber,
      packageId: sent?.id ?? null,
      recordedBy: ctx.actor.userId,
      recordedAt: ctx.now,
    });
    await ctx.db
      .update(invitation)
      .set({ status: "submitted", closedAt: ctx.now, version: sql`${invitation.version} + 1` })
      .where(and(eq(invitation.id, open.id), eq(invitation.status, "open")));
    await closeDeadline(ctx, file, { kind: "ita", sourceId: open.id }, "met");
    await closeExpiryClocks(ctx, file);
    await tellClient(ctx, file);
    const subject = { object: { kind: "submission", id }, caseId: file.id, clientId: file.clientId };
    return audited(
      { submissionId: id },
      {
        event: "submission.recorded",
        ...subject,
        detail: {
          number: input.confirmationNumber,
          submittedAt: input.submittedAt.toISOString(),
          package: sent?.number ?? null,
        },
      },
      step,
      {
        event: "deadline.met",
        ...subject,
        detail: { title: "Submit the application", dueOn: open.deadlineDate },
      },
    );
  },
});

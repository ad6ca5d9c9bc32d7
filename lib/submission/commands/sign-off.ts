import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { signOff as signOffTable } from "@/lib/db/schema/cases";
import { signOffProof } from "@/lib/db/schema/proofs";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { getProofFigures } from "@/lib/proof/queries";
import { isSentence, signedLedger, unprovenWords } from "@/lib/proof/rules";
import type { ProofFigures } from "@/lib/proof/types";
import { getSubmissionState } from "../queries";
import { canSignOff } from "../rules";
import { signOffInput } from "../schemas";

/** The reason as it is kept: null where everything is proven. Throws INVALID where one is needed and none is given. */
function reasonFor(figures: ProofFigures, reason: string | null): string | null {
  const unproven = unprovenWords(figures);
  if (unproven === null) return null;
  if (reason === null || !isSentence(reason)) {
    throw invalid(`${unproven} Sign why it goes out like that, or prove it first.`, {
      reason: "Write a sentence that somebody else can follow later.",
    });
  }
  return reason;
}

/**
 * The licensee's review is done: every required item is accepted. It stands for the facts as they are now, and keeps
 * the ledger as it is now: claimed, proven, and the signed reason for what nothing proves.
 */
export const signOff = defineCommand({
  name: "submission.sign-off",
  input: signOffInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.signOff", file),
  async execute(ctx, file, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm signs off.");
    const step = canSignOff(await getSubmissionState(ctx, file.id));
    if (!step.allowed) throw conflict(step.reason);
    const figures = await getProofFigures(ctx, file.id);
    const reason = reasonFor(figures, input.reason);
    const id = newId<"SignOff">();
    await ctx.db.insert(signOffTable).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      byUserId: ctx.actor.userId,
      at: ctx.now,
      factsVersion: file.factsVersion,
    });
    await ctx.db.insert(signOffProof).values({
      signOffId: id,
      caseId: file.id,
      clientId: file.clientId,
      claimedPoints: figures.claimed,
      provenPoints: figures.proven,
      cutOff: figures.cutOff?.score ?? null,
      reason,
      ledger: signedLedger(figures),
    });
    return audited(
      { factsVersion: file.factsVersion },
      {
        event: "submission.signed_off",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: {
          ...{ accepted: file.acceptedCount, required: file.requiredCount },
          ...{ claimed: figures.claimed, proven: figures.proven, reason },
        },
      },
    );
  },
});

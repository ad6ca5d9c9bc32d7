import "server-only";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { faultsOf, pastFault } from "../faults/rules";
import { CHALLENGE_LABELS } from "../rules";
import { challengeInput } from "../schemas";
import { defineStep } from "./define-step";
import { recordStep } from "./record-step";

/** IRCC was asked to reconsider, or counsel took it to the Federal Court: the refusal is on hold. The Court's clock is met by the Court alone. */
export const challenge = defineStep({
  name: "application.challenge",
  input: challengeInput,
  step: "challenge",
  faults: ({ on }, { current, today }) =>
    faultsOf({ on: pastFault(on, { today, notBefore: current.decidedOn, what: "the refusal" }) }),
  change: ({ kind, on }) => ({
    ...{ challenge: kind, challengedOn: on },
    ...{ heldOn: on, heldReason: CHALLENGE_LABELS[kind] },
  }),
  async take(taking, { kind, on, note, documentId }) {
    const { ctx, file, applicationId } = taking;
    if (kind === "court")
      await closeDeadline(ctx, file, { kind: "court_leave", sourceId: applicationId }, "met");
    const step = await recordStep(
      taking,
      { kind: "challenged", happenedOn: on, note: note ?? CHALLENGE_LABELS[kind], documentId },
      { event: "application.challenged", detail: { what: CHALLENGE_LABELS[kind] } },
    );
    return [step];
  },
});

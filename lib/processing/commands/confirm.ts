import "server-only";
import { stepCase } from "@/lib/cases/commands/step-case";
import { confirmationFaults } from "../faults/rules";
import { confirmInput } from "../schemas";
import { defineStep } from "./define-step";
import { endLetters } from "./end-letters";
import { setConfirmationClock } from "./process-clocks";
import { NOT_HELD, recordStep } from "./record-step";

/** The confirmation of permanent residence: the eCOPR of the portal, or the COPR with its last day. */
export const confirm = defineStep({
  name: "application.confirm",
  input: confirmInput,
  step: "confirm",
  faults: (input, { current, today }) => confirmationFaults(input, current, today),
  change: ({ kind, issuedOn, until }) => ({
    ...{ ...NOT_HELD, confirmation: kind, confirmedOn: issuedOn, confirmationUntil: until },
  }),
  async take(taking, { issuedOn, until, documentId }) {
    const { ctx, file, applicationId } = taking;
    const ended = await endLetters(ctx, file, applicationId, "met");
    const step = await recordStep(
      taking,
      { kind: "confirmed", happenedOn: issuedOn, documentId },
      { event: "application.confirmed", detail: { until } },
    );
    const on = await stepCase(ctx, file, "CONFIRMATION_ISSUED", { happenedOn: issuedOn, documentId });
    if (until === null) return [step, on, ...ended];
    const clock = { startDate: issuedOn, dueOn: until, documentId };
    return [step, on, await setConfirmationClock(ctx, file, applicationId, clock), ...ended];
  },
});

import "server-only";
import { permitFaults } from "../faults/rules";
import { recordPermitInput } from "../schemas";
import { defineStep } from "./define-step";
import { recordStep } from "./record-step";

/** The bridging open work permit: asked for, and what came of it. */
export const recordPermit = defineStep({
  name: "application.record-permit",
  input: recordPermitInput,
  step: "permit",
  faults: (input, { current, today }) => permitFaults(input, current, today),
  change: ({ appliedOn, outcome, outcomeOn, until }) => ({
    ...{ permitAppliedOn: appliedOn, permitOutcome: outcome },
    ...{ permitOutcomeOn: outcome === null ? null : outcomeOn, permitUntil: until },
  }),
  async take(taking, { appliedOn, outcome, outcomeOn, documentId }) {
    const kind = outcome === null ? "permit_applied" : "permit_decided";
    const step = await recordStep(
      taking,
      { kind, happenedOn: outcomeOn ?? appliedOn, note: outcome, documentId },
      { event: "application.permit_recorded", detail: { outcome } },
    );
    return [step];
  },
});

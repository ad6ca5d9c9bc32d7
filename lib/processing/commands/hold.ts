import "server-only";
import { faultsOf, pastFault } from "../faults/rules";
import { holdInput } from "../schemas";
import { defineStep } from "./define-step";
import { recordStep } from "./record-step";

/** IRCC has put the application on hold, with the reason. An interrupt: its stage stays, every clock goes on running. */
export const hold = defineStep({
  name: "application.hold",
  input: holdInput,
  step: "hold",
  faults: ({ on }, { current, today }) =>
    faultsOf({ on: pastFault(on, { today, notBefore: current.receivedOn, what: "IRCC received it" }) }),
  change: ({ on, reason }) => ({ heldOn: on, heldReason: reason }),
  async take(taking, { on, reason, documentId }) {
    const step = await recordStep(
      taking,
      { kind: "held", happenedOn: on, note: reason, documentId },
      { event: "application.held", detail: { reason } },
    );
    return [step];
  },
});

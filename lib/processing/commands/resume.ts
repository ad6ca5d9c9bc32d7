import "server-only";
import { faultsOf, pastFault } from "../faults/rules";
import { resumeInput } from "../schemas";
import { defineStep } from "./define-step";
import { NOT_HELD, recordStep } from "./record-step";

/** The hold is over: the application goes on in the stage in which it was. */
export const resume = defineStep({
  name: "application.resume",
  input: resumeInput,
  step: "resume",
  faults: ({ on }, { current, today }) =>
    faultsOf({ on: pastFault(on, { today, notBefore: current.heldOn, what: "it was put on hold" }) }),
  change: () => NOT_HELD,
  async take(taking, { on, note, documentId }) {
    const step = await recordStep(
      taking,
      { kind: "resumed", happenedOn: on, note, documentId },
      { event: "application.resumed" },
    );
    return [step];
  },
});

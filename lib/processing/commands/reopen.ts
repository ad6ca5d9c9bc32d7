import "server-only";
import { stepCase } from "@/lib/cases/commands/step-case";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { faultsOf, pastFault } from "../faults/rules";
import { reopenInput } from "../schemas";
import { defineStep } from "./define-step";
import { setStandardClock } from "./process-clocks";
import { NOT_HELD, recordStep } from "./record-step";

/** The refusal was taken back: IRCC looks at the application again, as it was. The refusal stays in its history. */
export const reopen = defineStep({
  name: "application.reopen",
  input: reopenInput,
  step: "reopen",
  faults: ({ on }, { current, today }) =>
    faultsOf({ on: pastFault(on, { today, notBefore: current.challengedOn, what: "it was asked for" }) }),
  change: () => ({ ...NOT_HELD, decision: null, decidedOn: null, toldInCanada: null }),
  async take(taking, { on, note, documentId }) {
    const { ctx, file, applicationId, current } = taking;
    await closeDeadline(ctx, file, { kind: "court_leave", sourceId: applicationId }, "void");
    const step = await recordStep(
      taking,
      { kind: "reopened", happenedOn: on, note, documentId },
      { event: "application.reopened" },
    );
    const clock = await setStandardClock(ctx, file, applicationId, { startDate: current.receivedOn });
    const back = await stepCase(ctx, file, "IN_PROCESS", { happenedOn: on, reason: note, documentId });
    return [step, clock, back];
  },
});

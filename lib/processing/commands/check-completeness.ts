import "server-only";
import type { z } from "zod";
import { stepCase } from "@/lib/cases/commands/step-case";
import { faultsOf, pastFault } from "../faults/rules";
import { checkCompletenessInput } from "../schemas";
import { defineStep, type Taking } from "./define-step";
import { endLetters } from "./end-letters";
import { NOT_HELD, recordStep } from "./record-step";

type Outcome = z.output<typeof checkCompletenessInput>;

async function pass(taking: Taking, { on, documentId }: Outcome) {
  const { ctx, file } = taking;
  return [
    await recordStep(
      taking,
      { kind: "check_passed", happenedOn: on, documentId },
      { event: "application.check_passed" },
    ),
    await stepCase(ctx, file, "IN_PROCESS", { happenedOn: on, documentId }),
  ] as const;
}

/** Returned: the fees come back and a new profile is needed (IRPR 10, 12). This one stays in the file as it was. */
async function sendBack(taking: Taking, { on, missing, documentId }: Outcome) {
  const { ctx, file, applicationId } = taking;
  const ended = await endLetters(ctx, file, applicationId, "void");
  return [
    await recordStep(
      taking,
      { kind: "check_returned", happenedOn: on, note: missing, documentId },
      { event: "application.check_returned", detail: { missing } },
    ),
    await stepCase(ctx, file, "REJECTED_INCOMPLETE", { happenedOn: on, reason: missing, documentId }),
    ...ended,
  ] as const;
}

/** What came of the completeness check (R10). */
export const checkCompleteness = defineStep({
  name: "application.check-completeness",
  input: checkCompletenessInput,
  step: "check",
  faults: ({ outcome, on, missing }, { current, today }) =>
    faultsOf({
      on: pastFault(on, { today, notBefore: current.receivedOn, what: "IRCC received it" }),
      missing: outcome === "returned" && missing === null ? "Say what IRCC found missing." : null,
    }),
  change: ({ outcome, on, missing, feesReturnedOn }) => ({
    ...{ ...NOT_HELD, completeness: outcome, checkedOn: on },
    ...(outcome === "returned" ? { missing, feesReturnedOn } : {}),
  }),
  take: (taking, input) => (input.outcome === "returned" ? sendBack(taking, input) : pass(taking, input)),
});

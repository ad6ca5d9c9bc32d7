import "server-only";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import type { z } from "zod";
import { faultsOf, pastFault } from "../faults/rules";
import { checkCompletenessInput } from "../schemas";
import type { ApplicationDto } from "../types";
import { endLetters } from "./end-letters";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

type Outcome = z.output<typeof checkCompletenessInput>;

async function pass(
  ctx: StaffContext,
  file: LockedCase,
  current: ApplicationDto,
  { on, documentId }: Outcome,
) {
  await changeApplication(ctx, current, { completeness: "passed", checkedOn: on });
  return [
    await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "check_passed", happenedOn: on, documentId },
      { event: "application.check_passed" },
    ),
    await stepCase(ctx, file, "IN_PROCESS", { happenedOn: on, documentId }),
  ] as const;
}

/** Returned: the fees come back and a new profile is needed (IRPR 10, 12). This one stays in the file as it was. */
async function sendBack(ctx: StaffContext, file: LockedCase, current: ApplicationDto, outcome: Outcome) {
  const { on, missing, feesReturnedOn, documentId } = outcome;
  await changeApplication(ctx, current, {
    ...{ completeness: "returned", checkedOn: on, missing, feesReturnedOn },
  });
  await endLetters(ctx, file, current.id, "void");
  return [
    await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "check_returned", happenedOn: on, note: missing, documentId },
      { event: "application.check_returned", detail: { missing } },
    ),
    await stepCase(ctx, file, "REJECTED_INCOMPLETE", { happenedOn: on, reason: missing, documentId }),
  ] as const;
}

/** What came of the completeness check (R10). */
export const checkCompleteness = defineCommand({
  name: "application.check-completeness",
  input: checkCompletenessInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, input) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, input, "check");
    const { today } = await getFirmDay(ctx);
    const returned = input.outcome === "returned";
    refuse(
      faultsOf({
        on: pastFault(input.on, { today, notBefore: current.receivedOn, what: "IRCC received it" }),
        missing: returned && input.missing === null ? "Say what IRCC found missing." : null,
      }),
    );
    await assertPaper(ctx, file, input.documentId);
    const entries: readonly [AuditEntry, AuditEntry] = returned
      ? await sendBack(ctx, file, current, input)
      : await pass(ctx, file, current, input);
    return audited({ applicationId: current.id }, ...entries);
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { confirmationFaults } from "../faults/rules";
import { confirmInput } from "../schemas";
import { endLetters } from "./end-letters";
import { setConfirmationClock } from "./process-clocks";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

/** The confirmation of permanent residence: the eCOPR of the portal, or the COPR with its last day. */
export const confirm = defineCommand({
  name: "application.confirm",
  input: confirmInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, kind, issuedOn, until, documentId }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "confirm");
    const { today } = await getFirmDay(ctx);
    refuse(confirmationFaults({ kind, issuedOn, until }, current, today));
    await assertPaper(ctx, file, documentId);
    await changeApplication(ctx, current, {
      ...{ confirmation: kind, confirmedOn: issuedOn, confirmationUntil: until },
    });
    await endLetters(ctx, file, current.id, "met");
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "confirmed", happenedOn: issuedOn, documentId },
      { event: "application.confirmed", detail: { until } },
    );
    const on = await stepCase(ctx, file, "CONFIRMATION_ISSUED", { happenedOn: issuedOn, documentId });
    if (until === null) return audited({ applicationId: current.id }, step, on);
    const clock = { startDate: issuedOn, dueOn: until, documentId };
    return audited(
      { applicationId: current.id },
      ...([step, on, await setConfirmationClock(ctx, file, current.id, clock)] as const),
    );
  },
});

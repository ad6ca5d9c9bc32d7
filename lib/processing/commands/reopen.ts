import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { can } from "@/lib/policy/can";
import { faultsOf, pastFault } from "../faults/rules";
import { reopenInput } from "../schemas";
import { setStandardClock } from "./process-clocks";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

/** The refusal was taken back: IRCC looks at the application again, as it was. The refusal stays in its history. */
export const reopen = defineCommand({
  name: "application.reopen",
  input: reopenInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, on, note, documentId }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "reopen");
    const { today } = await getFirmDay(ctx);
    refuse(
      faultsOf({ on: pastFault(on, { today, notBefore: current.challengedOn, what: "it was asked for" }) }),
    );
    await assertPaper(ctx, file, documentId);
    await changeApplication(ctx, current, { decision: null, decidedOn: null, toldInCanada: null });
    await closeDeadline(ctx, file, { kind: "court_leave", sourceId: current.id }, "void");
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "reopened", happenedOn: on, note, documentId },
      { event: "application.reopened" },
    );
    const clock = await setStandardClock(ctx, file, current.id, { startDate: current.receivedOn });
    const back = await stepCase(ctx, file, "IN_PROCESS", { happenedOn: on, reason: note, documentId });
    return audited({ applicationId: current.id }, step, clock, back);
  },
});

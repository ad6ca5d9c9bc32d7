import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { permitFaults } from "../faults/rules";
import { recordPermitInput } from "../schemas";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

/** The bridging open work permit: asked for, and what came of it. */
export const recordPermit = defineCommand({
  name: "application.record-permit",
  input: recordPermitInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, appliedOn, outcome, outcomeOn, until, documentId }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "permit");
    const { today } = await getFirmDay(ctx);
    refuse(permitFaults({ appliedOn, outcome, outcomeOn, until }, current, today));
    await assertPaper(ctx, file, documentId);
    await changeApplication(ctx, current, {
      ...{ permitAppliedOn: appliedOn, permitOutcome: outcome },
      ...{ permitOutcomeOn: outcome === null ? null : outcomeOn, permitUntil: until },
    });
    const kind = outcome === null ? "permit_applied" : "permit_decided";
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind, happenedOn: outcomeOn ?? appliedOn, note: outcome, documentId },
      { event: "application.permit_recorded", detail: { outcome } },
    );
    return audited({ applicationId: current.id }, step);
  },
});

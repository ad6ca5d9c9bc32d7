import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { can } from "@/lib/policy/can";
import { faultsOf, pastFault } from "../faults/rules";
import { CHALLENGE_LABELS } from "../rules";
import { challengeInput } from "../schemas";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

/** IRCC was asked to reconsider, or counsel took it to the Federal Court: the refusal is held. The Court's clock is met by the Court alone. */
export const challenge = defineCommand({
  name: "application.challenge",
  input: challengeInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, kind, on, note, documentId }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "challenge");
    const { today } = await getFirmDay(ctx);
    refuse(faultsOf({ on: pastFault(on, { today, notBefore: current.decidedOn, what: "the refusal" }) }));
    await assertPaper(ctx, file, documentId);
    await changeApplication(ctx, current, { challenge: kind, challengedOn: on });
    if (kind === "court")
      await closeDeadline(ctx, file, { kind: "court_leave", sourceId: current.id }, "met");
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "challenged", happenedOn: on, note: note ?? CHALLENGE_LABELS[kind], documentId },
      { event: "application.challenged", detail: { what: CHALLENGE_LABELS[kind] } },
    );
    return audited({ applicationId: current.id }, step);
  },
});

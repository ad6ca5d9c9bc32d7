import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { openDuties } from "@/lib/closing/commands/open-duties";
import { defineCommand } from "@/lib/command/define-command";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { can } from "@/lib/policy/can";
import { faultsOf, landingFault } from "../faults/rules";
import { landInput } from "../schemas";
import { setCardClock } from "./process-clocks";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

/** Permanent residence: on the day of the eCOPR, or at the port of entry. The work is completed, the closing duties begin. */
export const land = defineCommand({
  name: "application.land",
  input: landInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, landedOn, place, documentId }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "land");
    const { today } = await getFirmDay(ctx);
    refuse(faultsOf({ landedOn: landingFault(landedOn, current, today) }));
    await assertPaper(ctx, file, documentId);
    await changeApplication(ctx, current, { landedOn, landedAt: place });
    await closeDeadline(ctx, file, { kind: "copr", sourceId: current.id }, "met");
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "landed", happenedOn: landedOn, note: place, documentId },
      { event: "application.landed", detail: { place } },
    );
    const on = await stepCase(ctx, file, "LANDED", { happenedOn: landedOn, documentId });
    const card = await setCardClock(ctx, file, current.id, { startDate: landedOn });
    const duties = await openDuties(ctx, file, { ending: "completed", from: today });
    return audited({ applicationId: current.id }, step, on, card, ...duties);
  },
});

import "server-only";
import { stepCase } from "@/lib/cases/commands/step-case";
import { openDuties } from "@/lib/closing/commands/open-duties";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { faultsOf, landingFault } from "../faults/rules";
import { landInput } from "../schemas";
import { defineStep } from "./define-step";
import { setCardClock } from "./process-clocks";
import { NOT_HELD, recordStep } from "./record-step";

/** Permanent residence: on the day of the eCOPR, or at the port of entry. The work is completed, the closing duties begin. */
export const land = defineStep({
  name: "application.land",
  input: landInput,
  step: "land",
  faults: ({ landedOn }, { current, today }) =>
    faultsOf({ landedOn: landingFault(landedOn, current, today) }),
  change: ({ landedOn, place }) => ({ ...NOT_HELD, landedOn, landedAt: place }),
  async take(taking, { landedOn, place, documentId }) {
    const { ctx, file, applicationId, today } = taking;
    await closeDeadline(ctx, file, { kind: "copr", sourceId: applicationId }, "met");
    const step = await recordStep(
      taking,
      { kind: "landed", happenedOn: landedOn, note: place, documentId },
      { event: "application.landed", detail: { place } },
    );
    const on = await stepCase(ctx, file, "LANDED", { happenedOn: landedOn, documentId });
    const card = await setCardClock(ctx, file, applicationId, { startDate: landedOn });
    const duties = await openDuties(ctx, file, { ending: "completed", from: today });
    return [step, on, card, ...duties];
  },
});

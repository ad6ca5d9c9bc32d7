import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { setNomination } from "@/lib/people/commands/set-nomination";
import { can } from "@/lib/policy/can";
import { getLiveProfile } from "@/lib/profiles/queries";
import { recordOfferInput } from "../schemas";
import { acceptBy as acceptByOf, offerFaults } from "../track/rules";
import { getTrackFor, refuseDates, trackEntry, updateTrack } from "./change-track";
import { setOfferClock } from "./track-clocks";

/**
 * IRCC's account shows the nomination: 30 calendar days to accept it run from that day (3.4). It stands among the facts
 * from now on, not accepted yet, so that nothing counts it.
 */
export const recordOffer = defineCommand({
  name: "nomination.record-offer",
  input: recordOfferInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, input) {
    const track = await getTrackFor(ctx, file, input, "offer");
    const { offeredOn } = input;
    const { today } = await getFirmDay(ctx);
    refuseDates(offerFaults(offeredOn, track, today));
    await getLiveProfile(ctx, file.id);
    const acceptBy = acceptByOf(offeredOn);
    const { province, certificateNumber, expiresOn } = track;
    const fact = { province, enhanced: true, certificateNumber, expiresOn };
    const facts = await setNomination(ctx, file, {
      nomination: { ...fact, confirmedOn: offeredOn, acceptedOn: null },
    });
    await updateTrack(ctx, track, { offeredOn, acceptBy, status: "offered" });
    const step = await stepCase(ctx, file, "NOMINATION_OFFERED", { happenedOn: offeredOn });
    const clock = await setOfferClock(ctx, file, track, { offeredOn, acceptBy });
    return audited(
      { nominationId: track.id, acceptBy },
      trackEntry(file, track.id, "nomination.offered", { on: offeredOn, acceptBy }),
      ...facts,
      step,
      clock,
    );
  },
});

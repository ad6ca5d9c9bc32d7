import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { setNomination } from "@/lib/people/commands/set-nomination";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { acceptOfferInput } from "../schemas";
import { acceptanceFaults } from "../track/rules";
import type { NominationDto } from "../types";
import { getTrackFor, refuseDates, trackEntry, updateTrack } from "./change-track";
import { rescoreProfile } from "./rescore-profile";
import { closeClocks, setExpiryClock } from "./track-clocks";

/** The nomination among the facts, accepted; where they mean to live follows it. */
function writeFact(ctx: ActorContext, file: LockedCase, track: NominationDto, acceptedOn: string) {
  const { province, certificateNumber, expiresOn, offeredOn } = track;
  const confirmedOn = offeredOn ?? acceptedOn;
  return setNomination(ctx, file, {
    nomination: { province, enhanced: true, confirmedOn, acceptedOn, certificateNumber, expiresOn },
    intendedProvince: province,
  });
}

async function restartExpiry(ctx: ActorContext, file: LockedCase, track: NominationDto) {
  const { issuedOn, expiresOn } = track;
  await closeClocks(ctx, file, track.id, "met");
  if (issuedOn === null || expiresOn === null) return [];
  return [await setExpiryClock(ctx, file, track, { issuedOn, expiresOn })];
}

/**
 * The client accepted the nomination in IRCC's account: the 600 points and the nominee class follow from the facts, the
 * profile competes in nominees' rounds alone (3.4; IRPA 10.1(1.1)). One accepted in time and recorded late counts too.
 */
export const acceptOffer = defineCommand({
  name: "nomination.accept-offer",
  input: acceptOfferInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, input) {
    const track = await getTrackFor(ctx, file, input, "accept");
    const { acceptedOn } = input;
    const { today } = await getFirmDay(ctx);
    refuseDates(acceptanceFaults(input, track, today));
    const before = await getCaseFacts(ctx, file.id);
    const facts = await writeFact(ctx, file, track, acceptedOn);
    const { score, entries } = await rescoreProfile(ctx, file, before);
    await updateTrack(ctx, track, { acceptedOn, status: "accepted", endedOn: null, endedReason: null });
    const steps =
      file.stage === "NOMINATION_OFFERED"
        ? [await stepCase(ctx, file, "IN_POOL", { happenedOn: acceptedOn, reason: "Nomination accepted" })]
        : [];
    const clock = await restartExpiry(ctx, file, track);
    return audited(
      { nominationId: track.id, score },
      trackEntry(file, track.id, "nomination.accepted", { on: acceptedOn, score }),
      ...[...facts, ...entries, ...steps, ...clock],
    );
  },
});

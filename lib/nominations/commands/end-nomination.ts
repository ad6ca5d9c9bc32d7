import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { endNominationInput } from "../schemas";
import { findInvitationClass } from "../track/queries";
import { endFaults, OUTCOME_LABELS, withdrawalWarning } from "../track/rules";
import { getTrackFor, refuseDates, trackEntry } from "./change-track";
import { closeTrack } from "./close-track";
import { setWithdrawalClock } from "./track-clocks";

/**
 * The province refuses or withdraws, or the client declines or lets it go: what was gained is gone. Under an invitation
 * or an application as a provincial nominee the firm has to tell IRCC, and a date says so until it did (3.4).
 */
export const endNomination = defineCommand({
  name: "nomination.end",
  input: endNominationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, input) {
    const { outcome, endedOn, reason } = input;
    const track = await getTrackFor(ctx, file, input, outcome);
    const { today } = await getFirmDay(ctx);
    refuseDates(endFaults(endedOn, track, today));
    const entries = await closeTrack(ctx, file, track, { outcome, endedOn, reason });
    const ended = { ...track, status: outcome };
    const warning = withdrawalWarning(ended, await findInvitationClass(ctx, file.id));
    const clock = warning === null ? [] : [await setWithdrawalClock(ctx, file, track, { endedOn, today })];
    const detail = { outcome: OUTCOME_LABELS[outcome], on: endedOn, reason };
    return audited(
      { nominationId: track.id, warning },
      trackEntry(file, track.id, "nomination.ended", detail),
      ...[...entries, ...clock],
    );
  },
});

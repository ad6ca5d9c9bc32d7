import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { provinceName } from "../catalogue/rules";
import { recordNominationInput } from "../schemas";
import { listNominations } from "../track/queries";
import { nominationFaults, STANDING } from "../track/rules";
import { getTrackFor, refuseDates, trackEntry, updateTrack } from "./change-track";
import { setExpiryClock } from "./track-clocks";

/** The province nominates: a certificate with its number and its last day. No points yet: IRCC's account comes next. */
export const recordNomination = defineCommand({
  name: "nomination.record-nomination",
  input: recordNominationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, input) {
    const track = await getTrackFor(ctx, file, input, "nominate");
    const { issuedOn, certificateNumber, expiresOn } = input;
    const { today } = await getFirmDay(ctx);
    refuseDates(nominationFaults({ issuedOn, expiresOn }, track, today));
    const standing = (await listNominations(ctx, file.id)).find(({ status }) => STANDING.includes(status));
    if (standing) {
      throw conflict(
        `A nomination by ${provinceName(standing.province)} stands already: a profile carries one. End that one first.`,
      );
    }
    await updateTrack(ctx, track, { issuedOn, certificateNumber, expiresOn, status: "nominated" });
    const clock = expiresOn === null ? [] : [await setExpiryClock(ctx, file, track, { issuedOn, expiresOn })];
    const detail = {
      ...{ province: provinceName(track.province), on: issuedOn },
      ...{ certificate: certificateNumber, expiresOn },
    };
    return audited(
      { nominationId: track.id },
      trackEntry(file, track.id, "nomination.issued", detail),
      ...clock,
    );
  },
});

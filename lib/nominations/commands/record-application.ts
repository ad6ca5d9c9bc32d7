import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { provinceName } from "../catalogue/rules";
import { recordApplicationInput } from "../schemas";
import { applicationFaults } from "../track/rules";
import { getTrackFor, refuseDates, trackEntry, updateTrack } from "./change-track";
import { closeClocks } from "./track-clocks";

/** The answer to a notification of interest: the application to the province. */
export const recordApplication = defineCommand({
  name: "nomination.record-application",
  input: recordApplicationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, input) {
    const track = await getTrackFor(ctx, file, input, "apply");
    const { appliedOn, referenceNumber, decisionExpectedOn } = input;
    const { today } = await getFirmDay(ctx);
    refuseDates(applicationFaults({ appliedOn, decisionExpectedOn }, track.interestOn, today));
    const applied = { appliedOn, referenceNumber, decisionExpectedOn };
    await updateTrack(ctx, track, { ...applied, status: "applied" });
    await closeClocks(ctx, file, track.id, "met");
    const detail = { province: provinceName(track.province), on: appliedOn };
    return audited({ nominationId: track.id }, trackEntry(file, track.id, "nomination.applied", detail));
  },
});

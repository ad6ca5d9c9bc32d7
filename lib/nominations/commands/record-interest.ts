import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { provinceName } from "../catalogue/rules";
import { recordInterestInput } from "../schemas";
import { interestFaults } from "../track/rules";
import { refuseDates, trackEntry } from "./change-track";
import { requireStream, startTrack } from "./start-track";
import { setInterestClock } from "./track-clocks";

/** A province wrote to the client in the pool: a notification of interest, with the last day to answer it. */
export const recordInterest = defineCommand({
  name: "nomination.record-interest",
  input: recordInterestInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, { interestOn, answerBy, ...named }) {
    const { today } = await getFirmDay(ctx);
    refuseDates(interestFaults({ interestOn, answerBy }, today));
    const stream = await requireStream(ctx, named);
    const id = await startTrack(ctx, file, { ...stream, status: "interest", interestOn, answerBy });
    const clock =
      answerBy === null
        ? []
        : [await setInterestClock(ctx, file, { id, province: stream.province }, { interestOn, answerBy })];
    const detail = { province: provinceName(stream.province), stream: stream.streamName, answerBy };
    return audited(
      { nominationId: id },
      trackEntry(file, id, "nomination.interest_recorded", detail),
      ...clock,
    );
  },
});

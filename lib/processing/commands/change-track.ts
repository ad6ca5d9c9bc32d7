import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { faultsOf, pastFault } from "../faults/rules";
import { TRACK_LABELS, TRACK_STATE_LABELS } from "../rules";
import { changeTrackInput } from "../schemas";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";

/** One of IRCC's four tracks stands differently; what it said before stays in the history. */
export const changeTrack = defineCommand({
  name: "application.change-track",
  input: changeTrackInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, track, state, on, note, documentId }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "change_track");
    const { today } = await getFirmDay(ctx);
    refuse(
      faultsOf({ on: pastFault(on, { today, notBefore: current.receivedOn, what: "IRCC received it" }) }),
    );
    await assertPaper(ctx, file, documentId);
    await changeApplication(ctx, current, {});
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "track_changed", happenedOn: on, on: { track, state }, note, documentId },
      {
        event: "application.track_changed",
        detail: { track: TRACK_LABELS[track], state: TRACK_STATE_LABELS[state] },
      },
    );
    return audited({ applicationId: current.id }, step);
  },
});

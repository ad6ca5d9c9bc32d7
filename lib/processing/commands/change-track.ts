import "server-only";
import { faultsOf, pastFault } from "../faults/rules";
import { TRACK_LABELS, TRACK_STATE_LABELS } from "../rules";
import { changeTrackInput } from "../schemas";
import { defineStep } from "./define-step";
import { recordStep } from "./record-step";

/** One of IRCC's four tracks stands differently; what it said before stays in the history. */
export const changeTrack = defineStep({
  name: "application.change-track",
  input: changeTrackInput,
  step: "change_track",
  faults: ({ on }, { current, today }) =>
    faultsOf({ on: pastFault(on, { today, notBefore: current.receivedOn, what: "IRCC received it" }) }),
  async take(taking, { track, state, on, note, documentId }) {
    const step = await recordStep(
      taking,
      { kind: "track_changed", happenedOn: on, on: { track, state }, note, documentId },
      {
        event: "application.track_changed",
        detail: { track: TRACK_LABELS[track], state: TRACK_STATE_LABELS[state] },
      },
    );
    return [step];
  },
});

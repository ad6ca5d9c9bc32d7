import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { tellIrccInput } from "../schemas";
import { toldFaults } from "../track/rules";
import { getTrackFor, refuseDates, trackEntry, updateTrack } from "./change-track";
import { closeClocks } from "./track-clocks";

/** IRCC was told that the nomination is withdrawn. Whether the case is declined or withdrawn is decided on its own. */
export const tellIrcc = defineCommand({
  name: "nomination.tell-ircc",
  input: tellIrccInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, input) {
    const track = await getTrackFor(ctx, file, input, "tell_ircc");
    if (track.irccToldOn !== null) throw conflict("It is recorded already that IRCC was told.");
    const { irccToldOn } = input;
    const { today } = await getFirmDay(ctx);
    refuseDates(toldFaults(irccToldOn, track, today));
    await updateTrack(ctx, track, { irccToldOn });
    await closeClocks(ctx, file, track.id, "met");
    return audited(
      { nominationId: track.id },
      trackEntry(file, track.id, "nomination.ircc_told", { on: irccToldOn }),
    );
  },
});

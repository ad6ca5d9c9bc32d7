import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, notFound } from "@/lib/errors/app-error";
import { lapseOfferInput } from "../schemas";
import { listNominations } from "../track/queries";
import { trackEntry } from "./change-track";
import { closeTrack } from "./close-track";

/** The 30 days are over in the firm's zone: the nomination lapses without points (3.4). Background work only. */
export const lapseOffer = defineCommand({
  name: "nomination.lapse-offer",
  input: lapseOfferInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor) =>
    actor.kind === "system"
      ? { allowed: true }
      : { allowed: false, reason: "A nomination that nobody accepts lapses by itself." },
  async execute(ctx, file, { nominationId }) {
    const track = (await listNominations(ctx, file.id)).find(({ id }) => id === nominationId);
    if (!track) throw notFound();
    const { acceptBy, status } = track;
    const { today } = await getFirmDay(ctx);
    if (status !== "offered" || acceptBy === null || today <= acceptBy) {
      throw conflict("The last day to accept this nomination is not over, or it was answered.");
    }
    const reason = "Not accepted within 30 days";
    const entries = await closeTrack(ctx, file, track, { outcome: "lapsed", endedOn: acceptBy, reason });
    const subject = {
      object: { kind: "nomination", id: track.id },
      caseId: file.id,
      clientId: file.clientId,
    };
    return audited(
      { nominationId },
      trackEntry(file, track.id, "nomination.lapsed", { acceptBy }),
      { event: "deadline.missed", ...subject, detail: { title: "Accept the nomination", dueOn: acceptBy } },
      ...entries,
    );
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden } from "@/lib/errors/app-error";
import { csvText } from "@/lib/format/csv";
import { can } from "@/lib/policy/can";
import { listReplayForExport } from "../replay/queries";
import { replayRoundInput } from "../replay/schemas";

const HEAD = [
  ...["List", "Client", "File", "Owner", "CRS", "Recorded CRS", "Why", "Profile sent, UTC"],
  ...["Class", "Only if", "What would have been enough", "Since then", "On"],
];

const LISTS = {
  reached: "Reached, no ITA recorded",
  near_miss: "Near miss",
  invited: "Invited",
  below: "Further below",
  not_eligible: "Not eligible",
} as const;

const utc = (instant: Date) => instant.toISOString().slice(0, 19).replace("T", " ");

/** The newest replay of a round as CSV: a command, because who took how much out of the firm belongs into the log. */
export const exportReplay = defineCommand({
  name: "round.export-replay",
  openTo: ["staff"],
  input: replayRoundInput,
  load: (ctx, { roundId }) => (isStaffContext(ctx) ? listReplayForExport(ctx, roundId) : Promise.resolve([])),
  authorise: (actor) => can(actor, "round.replay"),
  execute(ctx, lines, { roundId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff export a replay.");
    const csv = csvText(
      HEAD,
      lines.map(({ list, line }) => [
        ...[LISTS[list], line.displayName, line.caseNumber, line.ownerName, line.score, line.recordedScore],
        ...[line.words, utc(line.submittedAt), line.invitationClass, line.doubt?.label ?? null, line.enough],
        ...[line.since.kind.replace("_", " "), line.since.on],
      ]),
    );
    return Promise.resolve(
      audited(
        { csv, rows: lines.length },
        {
          event: "round.replay_exported",
          object: { kind: "round", id: roundId },
          detail: { rows: lines.length },
        },
      ),
    );
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden } from "@/lib/errors/app-error";
import { csvText } from "@/lib/format/csv";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate, getCaseId } from "../queries";
import { exportTimelineInput } from "../schemas";
import { listTimelineForExport } from "../timeline/queries";
import { KIND_LABELS, readKind } from "../timeline/rules";

/** What happened on a case, as CSV, times in UTC. */
export const exportTimeline = defineCommand({
  name: "case.export-timeline",
  input: exportTimelineInput,
  load: async (ctx, { number }) => getCaseForUpdate(ctx, await getCaseId(ctx, number)),
  authorise: (actor, file) => can(actor, "case.timeline", file),
  async execute(ctx, file, { kind }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff export a timeline.");
    const lines = await listTimelineForExport(ctx, file.id, readKind(kind));
    const csv = csvText(
      ["When (UTC)", "Who", "What", "Kind"],
      lines.map((line) => [line.at.toISOString(), line.actor, line.words, KIND_LABELS[line.kind]]),
    );
    return audited(
      { csv, number: file.number },
      {
        event: "case.exported",
        object: { kind: "timeline", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { rows: lines.length },
      },
    );
  },
});

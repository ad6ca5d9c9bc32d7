import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { provinceName } from "../catalogue/rules";
import { startApplicationInput } from "../schemas";
import { applicationFaults } from "../track/rules";
import { refuseDates, trackEntry } from "./change-track";
import { requireStream, startTrack } from "./start-track";

/** An application to a province that nobody asked for: some streams take one without a notification of interest. */
export const startApplication = defineCommand({
  name: "nomination.start-application",
  input: startApplicationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, { appliedOn, referenceNumber, decisionExpectedOn, ...named }) {
    const { today } = await getFirmDay(ctx);
    refuseDates(applicationFaults({ appliedOn, decisionExpectedOn }, null, today));
    const stream = await requireStream(ctx, named);
    const applied = { appliedOn, referenceNumber, decisionExpectedOn };
    const id = await startTrack(ctx, file, { ...stream, ...applied, status: "applied" });
    const detail = { province: provinceName(stream.province), on: appliedOn };
    return audited({ nominationId: id }, trackEntry(file, id, "nomination.applied", detail));
  },
});

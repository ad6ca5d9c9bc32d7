import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { waiveRequirementInput } from "../schemas";
import { loadLine, moveLine } from "./load-line";

/** Takes an item out of what is asked for, with the reason that the file keeps. What was received stays. */
export const waiveRequirement = defineCommand({
  name: "requirement.waive",
  input: waiveRequirementInput,
  load: (ctx, input) => loadLine(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "requirement.edit", file),
  async execute(ctx, { file, line }, input) {
    await moveLine(ctx, line, input.version, "waived", { waivedReason: input.reason, decidedAt: ctx.now });
    return audited(
      { requirementId: line.id, version: line.version + 1 },
      {
        event: "requirement.waived",
        object: { kind: "requirement", id: line.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title, reason: input.reason },
      },
    );
  },
});

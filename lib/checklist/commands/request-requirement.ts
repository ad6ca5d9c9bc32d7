import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { requestRequirementInput } from "../schemas";
import { loadLine, moveLine } from "./load-line";

/** Asks for a document: from now on it shows in the client's portal as theirs to send. */
export const requestRequirement = defineCommand({
  name: "requirement.request",
  input: requestRequirementInput,
  load: (ctx, input) => loadLine(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "requirement.edit", file),
  async execute(ctx, { file, line }, input) {
    await moveLine(ctx, line, input.version, "requested", { requestedAt: ctx.now, waivedReason: null });
    return audited(
      { requirementId: line.id, version: line.version + 1 },
      {
        event: "requirement.requested",
        object: { kind: "requirement", id: line.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title },
      },
    );
  },
});

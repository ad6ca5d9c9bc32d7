import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { stateBeforeWaiver } from "../rules";
import { requestRequirementInput } from "../schemas";
import { loadLine, moveLine } from "./load-line";

/** Takes a waiver back: the item stands again where it stood, with everything that had been received. */
export const unwaiveRequirement = defineCommand({
  name: "requirement.unwaive",
  input: requestRequirementInput,
  load: (ctx, input) => loadLine(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "requirement.edit", file),
  async execute(ctx, { file, line }, input) {
    const to = stateBeforeWaiver(line);
    await moveLine(ctx, line, input.version, to, { waivedReason: null, decidedAt: null });
    return audited(
      { requirementId: line.id, version: line.version + 1 },
      {
        event: "requirement.unwaived",
        object: { kind: "requirement", id: line.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title, state: to },
      },
    );
  },
});

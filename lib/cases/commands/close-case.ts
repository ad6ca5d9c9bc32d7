import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { endCaseInput } from "../schemas";
import { endCase } from "./end-case";

/** Closes a file for good, with a reason. Nothing is deleted. */
export const closeCase = defineCommand({
  name: "case.close",
  input: endCaseInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.close", file),
  async execute(ctx, file, { reason }) {
    return audited({ caseId: file.id }, ...(await endCase(ctx, file, "CLOSED", reason)));
  },
});

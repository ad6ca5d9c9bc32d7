import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, invalid } from "@/lib/errors/app-error";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { addRequirementInput } from "../schemas";
import { writeByHand } from "./write-by-hand";

/** Adds an item that no rule calls for: an IRCC letter asks for it, or experience does. */
export const addRequirement = defineCommand({
  name: "requirement.add",
  input: addRequirementInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "requirement.edit", file),
  async execute(ctx, file, input) {
    if (hasEnded(file.stage)) throw conflict("This case is at its end: nothing more is asked for.");
    if (input.personId !== null) {
      const { people } = await getCaseFacts(ctx, file.id);
      if (!people.some(({ id }) => id === input.personId))
        throw invalid("Choose the person again.", { personId: "This person is not in the file." });
    }
    const { requirementId, entry } = await writeByHand(ctx, file, {
      personId: input.personId,
      title: input.title,
      reason: input.reason,
      responsible: input.responsible,
      required: input.required,
      goodExample: input.goodExample,
      leadDays: input.leadDays ?? 0,
    });
    return audited({ requirementId }, entry);
  },
});

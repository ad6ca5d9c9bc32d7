import "server-only";
import { eq } from "drizzle-orm";
import { deriveCase } from "@/lib/assessment/commands/derive-case";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { stepCase } from "@/lib/cases/commands/step-case";
import { factsAreOpen } from "@/lib/cases/rules";
import type { LockedCase } from "@/lib/cases/types";
import { refreshChecklist } from "@/lib/checklist/commands/refresh-checklist";
import { findOpenInvitation } from "@/lib/checklist/queries";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { publicAssessment } from "@/lib/db/schema/enquiries";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { recordChanges } from "@/lib/people/commands/record-changes";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { compareFacts } from "../comparison/rules";
import type { ComparisonItem } from "../comparison/types";
import { factsOf } from "../facts/rules";
import { getSubmission } from "../queries";
import { importAnswersInput } from "../schemas";
import { takeOver } from "./take-over";

/** The ticked items, each with the person it belongs to. INVALID where that person was not ticked. */
function chosenOf(items: readonly ComparisonItem[], keys: readonly string[]): ComparisonItem[] {
  const chosen = items.filter(({ key, operation }) => operation !== null && keys.includes(key));
  const orphan = chosen.find(({ needs }) => needs !== null && !keys.includes(needs));
  if (orphan) {
    throw invalid(`${orphan.about}: tick the person too, or leave out what belongs to them.`, {
      items: `${orphan.label} belongs to somebody who is not in the file yet.`,
    });
  }
  if (chosen.length < new Set(keys).size) {
    throw conflict(
      "The file changed while you were comparing. Nothing was taken over; reload the page and choose again.",
    );
  }
  return chosen;
}

/** What a sum of changes leads to; as a change of facts by hand does (lib/people/commands/change-facts). */
async function follow(ctx: StaffContext, file: LockedCase): Promise<AuditEntry[]> {
  await deriveCase(ctx, file, { factsChanged: true });
  const steps =
    file.stage === "RETAINED" ? [await stepCase(ctx, file, "ASSESSMENT", { reason: "First facts" })] : [];
  if ((await findOpenInvitation(ctx, file.id)) === null) return steps;
  const { added, changed, dropped, entry } = await refreshChecklist(ctx, file);
  return added + changed + dropped === 0 ? steps : [...steps, entry];
}

/** Who is in the file already, by their names in the answers. */
function peopleOf(facts: CaseFacts): Record<string, string> {
  const spouse = facts.people.find(({ role }) => role === "spouse");
  return { you: principalOf(facts).id, ...(spouse ? { partner: spouse.id } : {}) };
}

/**
 * Compares what somebody sent from the free assessment with their file, and takes over the chosen items; none chosen
 * is a decision too. Either way it waits no more.
 */
export const importAnswers = defineCommand({
  name: "assessment.import",
  input: importAnswersInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "facts.edit", file),
  async execute(ctx, file, { submissionId, items: keys }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff compare answers.");
    const open = factsAreOpen(file.stage);
    if (!open.allowed) throw conflict(open.reason);
    const submission = await getSubmission(ctx, file.id, submissionId);
    const now = await getCaseFacts(ctx, file.id);
    const told = factsOf(submission.answers, { today: submission.receivedOn, assume: false });
    const chosen = chosenOf(compareFacts(now, told), keys);
    const rows = await takeOver(ctx, file, chosen, peopleOf(now));
    await recordChanges(ctx, file, file.factsVersion + 1, rows);
    const follows = rows.length > 0 ? await follow(ctx, file) : [];
    await ctx.db
      .update(publicAssessment)
      .set({ comparedAt: ctx.now, comparedBy: ctx.actor.userId })
      .where(eq(publicAssessment.id, submission.id));
    return audited(
      { taken: chosen.length },
      {
        event: "assessment.compared",
        object: { kind: "submission", id: submission.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { taken: chosen.map(({ label }) => label).join(", ") || "nothing" },
      },
      ...follows,
    );
  },
});

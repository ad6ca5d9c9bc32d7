import "server-only";
import { audited, type AuditEntry } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { requirement } from "@/lib/db/schema/documents";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { EXPLAINED_KEY, MANUAL_KEY } from "../changes";
import { waiveRequirementInput } from "../schemas";
import { loadLine, moveLine, type LockedLine } from "./load-line";

/** Days to write a letter and to find the proof that the document was asked for. */
const LETTER_DAYS = 5;

/**
 * Asks for the letter that stands in for a document which does not come in time, with proof of the request (row 24; for
 * police certificates 5.2: exceptional, at the officer's discretion). Asked for once, however often it is waived.
 */
async function askForLetter(ctx: ActorContext, { file, line }: LockedLine): Promise<AuditEntry[]> {
  const id = newId();
  const title = `Letter of explanation, ${line.title} is missing`.slice(0, 120);
  const added = await ctx.db
    .insert(requirement)
    .values({
      ...{ id, caseId: file.id, clientId: file.clientId, personId: line.personId, title },
      ruleKey: `${MANUAL_KEY}${EXPLAINED_KEY}${line.id}`,
      kind: "letter_of_explanation",
      subject: line.id,
      reason: "A document does not come in time: what was done to get it, with proof that it was asked for",
      leadDays: LETTER_DAYS,
      position: line.position,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing();
  if (added.rowCount !== 1) return [];
  return [
    {
      event: "requirement.added",
      object: { kind: "requirement", id },
      caseId: file.id,
      clientId: file.clientId,
      detail: { title },
    },
  ];
}

/** Takes an item out of what is asked for, with the reason that the file keeps. What was received stays. */
export const waiveRequirement = defineCommand({
  name: "requirement.waive",
  input: waiveRequirementInput,
  load: (ctx, input) => loadLine(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "requirement.edit", file),
  async execute(ctx, locked, input) {
    const { file, line } = locked;
    await moveLine(ctx, line, input.version, "waived", { waivedReason: input.reason, decidedAt: ctx.now });
    const letter = input.explain ? await askForLetter(ctx, locked) : [];
    return audited(
      { requirementId: line.id, version: line.version + 1 },
      {
        event: "requirement.waived",
        object: { kind: "requirement", id: line.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title, reason: input.reason },
      },
      ...letter,
    );
  },
});

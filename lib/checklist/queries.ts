import "server-only";
import { asc, eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import { countryName } from "@/lib/format/countries";
import { personName } from "@/lib/format/names";
import { getCaseFacts } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { countsOf, describePerson, gapsOf, groupsOf, itemOf, readyOf } from "./groups";
import { policeMatrix } from "./police-matrix";
import type { Checklist, DerivedChecklist, RequirementRow } from "./types";
import { visibleOpenInvitations, visibleRequirements } from "./visibility";

/** Every line of a case's checklist, in slot order. */
export async function listRequirements(ctx: ActorContext, caseId: string): Promise<RequirementRow[]> {
  const lines = visibleRequirements(ctx);
  return ctx.db
    .select()
    .from(lines)
    .where(eq(lines.caseId, caseId))
    .orderBy(asc(lines.position), asc(lines.title), asc(lines.id));
}

/** One line; NOT_FOUND for a missing and for an invisible one alike. */
export async function getRequirement(ctx: ActorContext, requirementId: string): Promise<RequirementRow> {
  const lines = visibleRequirements(ctx);
  const [found] = await ctx.db.select().from(lines).where(eq(lines.id, requirementId));
  if (!found) throw notFound();
  return found;
}

/** The line, locked until the transaction ends. Lock its case first: every writer takes them in that order. */
export async function getRequirementForUpdate(
  ctx: ActorContext,
  requirementId: string,
): Promise<RequirementRow> {
  const lines = visibleRequirements(ctx);
  const [found] = await ctx.db.select().from(lines).where(eq(lines.id, requirementId)).for("update");
  if (!found) throw notFound();
  return found;
}

/** The open invitation of a case, or null. */
export async function findOpenInvitation(ctx: ActorContext, caseId: string) {
  const invitations = visibleOpenInvitations(ctx);
  const [found] = await ctx.db.select().from(invitations).where(eq(invitations.caseId, caseId));
  return found ?? null;
}

/**
 * What the rules call for today, from the facts of the case; null while no invitation is open. Judged for the
 * planned submission, or for the last day where nothing is planned. NOT_FOUND where the actor sees no facts.
 */
export async function deriveChecklist(
  ctx: ActorContext,
  file: { id: string; plannedSubmissionOn: string | null },
): Promise<DerivedChecklist | null> {
  const open = await findOpenInvitation(ctx, file.id);
  if (open === null) return null;
  const facts = await getCaseFacts(ctx, file.id);
  const { today } = await getFirmDay(ctx);
  const plannedOn = file.plannedSubmissionOn ?? open.deadlineDate;
  const tables = await getRuleTables(ctx);
  const context = {
    on: today,
    invitationClass: open.invitationClass,
    plannedSubmission: plannedOn,
    hasRepresentative: true,
    tables,
  } as const;
  const documents = requiredDocuments(facts, context, countryName);
  return { documents, facts, plannedOn, tables };
}

/** The case a checklist belongs to, by file number, as its screens need it. */
async function getChecklistCase(ctx: ActorContext, number: string) {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.number, number));
  if (!file) throw notFound();
  return file;
}

/** The checklist page of a case: groups that add up, the police matrix, gaps in the histories. */
export async function getChecklist(ctx: StaffContext, number: string): Promise<Checklist> {
  const file = await getChecklistCase(ctx, number);
  const open = await findOpenInvitation(ctx, file.id);
  const derived = isAllowed(ctx.actor, "facts.read", file) ? await deriveChecklist(ctx, file) : null;
  const lines = await listRequirements(ctx, file.id);
  const { today } = await getFirmDay(ctx);
  const may = {
    edit: isAllowed(ctx.actor, "requirement.edit", file),
    review: isAllowed(ctx.actor, "document.review", file),
  };
  const plannedOn = file.plannedSubmissionOn ?? open?.deadlineDate ?? null;
  const context = { derived, plannedOn, today, now: ctx.now, may };
  const groups = groupsOf(lines, context);
  const describe = (person: DerivedChecklist["facts"]["people"][number]) => describePerson(person, today);
  return {
    caseId: file.id,
    number: file.number,
    plannedOn: file.plannedSubmissionOn,
    lastDay: open?.deadlineDate ?? null,
    today,
    groups,
    dropped: lines.filter(({ noLongerNeeded }) => noLongerNeeded).map((line) => itemOf(line, context)),
    counts: countsOf(groups),
    police: derived ? policeMatrix(derived, lines, countryName, describe) : null,
    gaps: derived ? gapsOf(derived) : [],
    ready: readyOf(groups),
    invitedOn: open?.issueDate ?? null,
    derivable: open !== null,
    people: (derived?.facts.people ?? []).map((person) => ({ id: person.id, name: personName(person) })),
    allowed: { ...may, upload: isAllowed(ctx.actor, "document.upload", file) },
  };
}

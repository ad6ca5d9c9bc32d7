import "server-only";
import { asc, eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { countryName } from "@/lib/format/countries";
import { personName } from "@/lib/format/names";
import { getCaseFacts } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { changesOf, inTitles } from "./changes";
import { countsOf, describePerson, groupsOf, historiesOf, itemOf, readyOf } from "./groups";
import { listDurations } from "./history/queries";
import { mediansOf } from "./history/rules";
import { listLeadTimes } from "./lead-times/queries";
import { withLeadTimes } from "./lead-times/rules";
import { policeMatrix } from "./police-matrix";
import { findCaseTemplate, findNewestTemplate } from "./template/queries";
import { askedFor, type AskedFor } from "./template/rules";
import type { TemplateContent, TemplateNotice } from "./template/types";
import { specOf } from "./rules";
import type { Checklist, DerivedChecklist, DocumentLife, RequirementRow } from "./types";
import { isTooEarly, lastDayOnFile, validityOf } from "./validity";
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

/** The facts of the day of the invitation; null where none were kept, as of invitations from before they were. */
function factsThen(kept: unknown): CaseFacts | null {
  const facts = kept as Partial<CaseFacts> | null;
  if (!facts?.family || !facts.people?.some(({ role }) => role === "principal")) return null;
  return { people: facts.people, family: facts.family };
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
  const then = factsThen(open.factsAtInvitation);
  const { invitationClass } = open;
  const context = {
    on: today,
    atInvitation: then && { on: open.issueDate, facts: then },
    invitationClass,
    plannedSubmission: plannedOn,
    hasRepresentative: true,
    tables,
  } as const;
  const documents = requiredDocuments(facts, context, countryName);
  return { documents, facts, plannedOn, invitationClass, tables };
}

/** What the rules and a version of the firm's template ask for, with the firm's own days. */
export async function askedForIn(
  ctx: ActorContext,
  derived: DerivedChecklist,
  template: TemplateContent,
): Promise<AskedFor[]> {
  const documents = withLeadTimes(derived.documents, {
    entries: await listLeadTimes(ctx),
    on: (await getFirmDay(ctx)).today,
    shipped: documentRulesOn(derived.plannedOn, derived).lead_days,
  });
  return askedFor(documents, derived, template);
}

/** The newer version of the template and what it would change in a file; null: the file has the newest. */
async function findNotice(
  ctx: StaffContext,
  derived: DerivedChecklist,
  lines: readonly RequirementRow[],
  taken: number | null,
): Promise<TemplateNotice | null> {
  const newest = await findNewestTemplate(ctx);
  if (newest?.number == null || newest.publishedAt === null || newest.number === taken) return null;
  const asked = await askedForIn(ctx, derived, newest);
  const { number, note, publishedAt } = newest;
  return { number, publishedAt, note: note ?? "", ...inTitles(changesOf(lines, asked, derived.plannedOn)) };
}

/** The life of a line's document by the rules as they are now and the plan as it stands: it is judged anew each time. */
export function lifeOf(
  line: RequirementRow,
  derived: DerivedChecklist | null,
  plannedOn: string | null,
): DocumentLife {
  const spec = specOf(line, derived);
  return {
    lastDay: line.state === "accepted" ? lastDayOnFile(line, spec) : spec.factsLastDay,
    needs: validityOf(line, spec, plannedOn).words,
    tooEarly: isTooEarly(line, spec),
  };
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
  const { today, timeZone } = await getFirmDay(ctx);
  const may = {
    edit: isAllowed(ctx.actor, "requirement.edit", file),
    review: isAllowed(ctx.actor, "document.review", file),
  };
  const plannedOn = file.plannedSubmissionOn ?? open?.deadlineDate ?? null;
  const context = { derived, plannedOn, today, timeZone, now: ctx.now, may };
  const groups = groupsOf(lines, context);
  const templateNumber = await findCaseTemplate(ctx, file.id);
  const measured = mediansOf(derived ? await listDurations(ctx, ["police"]) : [], "police");
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
    police: derived && policeMatrix(derived, lines, { countryName, describe, measured }),
    history: derived ? historiesOf(derived, countryName) : [],
    newer: derived && lines.length > 0 ? await findNotice(ctx, derived, lines, templateNumber) : null,
    templateNumber,
    ready: readyOf(groups),
    invitedOn: open?.issueDate ?? null,
    derivable: open !== null,
    people: (derived?.facts.people ?? []).map((person) => ({ id: person.id, name: personName(person) })),
    allowed: {
      ...may,
      upload: isAllowed(ctx.actor, "document.upload", file),
      template: isAllowed(ctx.actor, "template.edit"),
    },
  };
}

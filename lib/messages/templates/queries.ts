import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases, visibleColleagues } from "@/lib/cases/visibility";
import { getRequirement, listRequirements } from "@/lib/checklist/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { REVIEW_DAYS } from "@/lib/deadlines/rules";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { daysUntil, formatDate, formatDaysLeft } from "@/lib/format/dates";
import { isAllowed } from "@/lib/policy/can";
import { currentTemplates, visibleAddressees, visibleTemplateVersions } from "../visibility";
import type {
  FieldValues,
  MessageTemplate,
  OfferedTemplates,
  TemplatePreview,
  TemplateSettings,
  TemplateVersion,
} from "./types";

/** What each template of the firm says now, by title; withdrawn ones are left out. */
async function listOffered(ctx: StaffContext) {
  const templates = currentTemplates(ctx);
  return ctx.db.select().from(templates).where(eq(templates.withdrawn, false)).orderBy(asc(templates.title));
}

/** The newest version of a template; NOT_FOUND where there is none. */
export async function getTemplate(ctx: StaffContext, templateId: string) {
  const templates = currentTemplates(ctx);
  const [found] = await ctx.db.select().from(templates).where(eq(templates.id, templateId));
  if (!found) throw notFound();
  return found;
}

/** How many templates the firm has and has not withdrawn. */
export async function countTemplates(ctx: StaffContext): Promise<number> {
  return (await listOffered(ctx)).length;
}

type Case = Awaited<ReturnType<typeof getCaseBy>>;

async function getCaseBy(ctx: StaffContext, by: { id: string } | { number: string }) {
  const [cases, people, owners] = [visibleCases(ctx), visibleAddressees(ctx), visibleColleagues(ctx)];
  const [file] = await ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      ownerId: cases.ownerId,
      clientId: cases.clientId,
      displayName: cases.displayName,
      plannedOn: cases.plannedSubmissionOn,
      nextOn: cases.nextDeadlineOn,
      givenName: people.givenName,
      familyName: people.familyName,
      locale: people.locale,
      consultant: owners.name,
    })
    .from(cases)
    .innerJoin(people, eq(people.caseId, cases.id))
    .innerJoin(owners, eq(owners.id, cases.ownerId))
    .where("id" in by ? eq(cases.id, by.id) : eq(cases.number, by.number));
  if (!file) throw notFound();
  return file;
}

/** By when: an item has to reach us in time to be looked at; a file has its own next last day. */
function dueOf({ plannedOn, nextOn }: Case, hasItem: boolean): IsoDate | null {
  const sendingOn = plannedOn ?? nextOn;
  if (!hasItem) return nextOn ?? plannedOn;
  return sendingOn === null ? null : addDays(sendingOn, -REVIEW_DAYS);
}

async function valuesOf(
  ctx: StaffContext,
  file: Case,
  itemTitle: string | null,
  language: string,
): Promise<FieldValues> {
  const { firmName, today } = await getFirmDay(ctx);
  const due = dueOf(file, itemTitle !== null);
  return {
    "client name": file.givenName || file.familyName,
    "file number": file.number,
    item: itemTitle,
    "due date": due === null ? null : formatDate(due, language),
    // A date that has passed leaves nothing; how long ago it was is for the writer to say.
    "days left": due === null ? null : formatDaysLeft(Math.max(0, daysUntil(due, today)), language),
    consultant: file.consultant,
    firm: firmName,
  };
}

/** The firm's templates as a composer offers them for this file, this item and this moment, in the client's language. */
export async function getOfferedTemplates(
  ctx: StaffContext,
  caseId: string,
  item: string | null,
): Promise<OfferedTemplates> {
  const file = await getCaseBy(ctx, { id: caseId });
  if (!isAllowed(ctx.actor, "message.send", file))
    throw forbidden("Only who writes in this file fills a template.");
  const title = item === null ? null : (await getRequirement(ctx, item)).title;
  const templates = await listOffered(ctx);
  return {
    locale: file.locale,
    values: await valuesOf(ctx, file, title, file.locale),
    templates: templates.map(({ id, title: name, bodyEn, bodyFr }) => ({
      ...{ id, title: name },
      body: file.locale === "fr" ? bodyFr : bodyEn,
    })),
  };
}

async function listTemplates(ctx: StaffContext): Promise<MessageTemplate[]> {
  const versions = visibleTemplateVersions(ctx);
  const rows = await ctx.db.select().from(versions).orderBy(asc(versions.id), desc(versions.number));
  const templates = new Map<string, MessageTemplate>();
  for (const { id, changerName, changedBy: _, ...row } of rows) {
    const version: TemplateVersion = { ...row, changedBy: changerName };
    const known = templates.get(id);
    if (known) known.versions.push(version);
    else templates.set(id, { id, versions: [version] });
  }
  return [...templates.values()].sort((a, b) => a.versions[0].title.localeCompare(b.versions[0].title));
}

/** A real file in whose words templates are shown: with its first item that is not in yet. */
async function findPreview(ctx: StaffContext, number: string): Promise<TemplatePreview | null> {
  const cases = visibleCases(ctx);
  const [seen] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  if (!seen) return null;
  const file = await getCaseBy(ctx, { id: seen.id });
  const lines = await listRequirements(ctx, file.id);
  const line = lines.find(({ state }) => state === "requested" || state === "to_request") ?? lines[0];
  const title = line?.title ?? null;
  return {
    number: file.number,
    displayName: file.displayName,
    values: {
      en: await valuesOf(ctx, file, title, "en"),
      fr: await valuesOf(ctx, file, title, "fr"),
    },
  };
}

/** The firm's message templates as their settings show them, with the file that was chosen to try them on. */
export async function getTemplateSettings(
  ctx: StaffContext,
  number: string | null,
): Promise<TemplateSettings> {
  const preview = number === null ? null : await findPreview(ctx, number);
  return {
    templates: await listTemplates(ctx),
    timeZone: (await getFirmDay(ctx)).timeZone,
    preview,
    previewMissing: number !== null && preview === null,
    allowed: { edit: isAllowed(ctx.actor, "template.edit") },
  };
}

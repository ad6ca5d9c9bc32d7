import "server-only";
import { and, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { documentCatalogue } from "@/lib/express-entry/documents/catalogue";
import { DOCUMENT_KINDS } from "@/lib/express-entry/documents/document-kind";
import { isId } from "@/lib/ids/id";
import { isAllowed } from "@/lib/policy/can";
import { KIND_LABELS } from "../lead-times/rules";
import { EMPTY_TEMPLATE } from "./rules";
import type { HandAddedItem, ItemStart, TemplateContent, TemplateSettings, TemplateVersion } from "./types";
import { visibleCaseTemplates, visibleHandAdded, visibleTemplates } from "./visibility";

/** The newest published version; null: none has been published. */
export async function findNewestTemplate(ctx: ActorContext) {
  const templates = visibleTemplates(ctx);
  const [newest] = await ctx.db
    .select()
    .from(templates)
    .where(isNotNull(templates.number))
    .orderBy(desc(templates.number))
    .limit(1);
  return newest ?? null;
}

/** The one draft; null: nothing has been changed since the newest version. */
export async function findTemplateDraft(ctx: ActorContext) {
  const templates = visibleTemplates(ctx);
  const [draft] = await ctx.db.select().from(templates).where(isNull(templates.number));
  return draft ?? null;
}

/** What a version says; of no version nothing. */
export async function getTemplateContent(ctx: ActorContext, number: number | null): Promise<TemplateContent> {
  if (number === null) return EMPTY_TEMPLATE;
  const templates = visibleTemplates(ctx);
  const [version] = await ctx.db.select().from(templates).where(eq(templates.number, number));
  if (!version) throw notFound();
  return version;
}

/** The version that a file's checklist was made with; null: none. */
export async function findCaseTemplate(ctx: ActorContext, caseId: string): Promise<number | null> {
  const taken = visibleCaseTemplates(ctx);
  const [row] = await ctx.db.select().from(taken).where(eq(taken.caseId, caseId));
  return row?.templateNumber ?? null;
}

async function listVersions(ctx: StaffContext): Promise<TemplateVersion[]> {
  const templates = visibleTemplates(ctx);
  const rows = await ctx.db
    .select()
    .from(templates)
    .where(isNotNull(templates.number))
    .orderBy(desc(templates.number));
  const taken = visibleCaseTemplates(ctx);
  const counted = await ctx.db
    .select({ number: taken.templateNumber, files: count() })
    .from(taken)
    .groupBy(taken.templateNumber);
  const files = new Map(counted.map((row) => [row.number, row.files]));
  return rows.flatMap(({ number, note, publisher, publishedAt, items, wordings }) =>
    number === null || publishedAt === null
      ? []
      : {
          ...{ number, publishedAt, note: note ?? "", publishedBy: publisher ?? "" },
          ...{ items: items.length, wordings: wordings.length, files: files.get(number) ?? 0 },
        },
  );
}

/** The newest items added by hand are looked through; older ones were passed over already. */
const LOOKED_THROUGH = 500;
const LISTED = 12;

/** Items that were added by hand and that the template does not have yet, the most frequent first. */
async function listHandAdded(ctx: StaffContext, { items }: TemplateContent): Promise<HandAddedItem[]> {
  const added = visibleHandAdded(ctx);
  const rows = await ctx.db
    .select({
      requirementId: added.requirementId,
      title: added.title,
      reason: added.reason,
      kind: added.kind,
    })
    .from(added)
    .orderBy(desc(added.createdAt))
    .limit(LOOKED_THROUGH);
  const known = new Set(items.map(({ title }) => title.toLowerCase()));
  const byTitle = new Map<string, HandAddedItem>();
  for (const { kind, ...row } of rows) {
    const key = row.title.toLowerCase();
    if (kind !== "other" || known.has(key)) continue;
    const found = byTitle.get(key);
    byTitle.set(key, found ? { ...found, files: found.files + 1 } : { ...row, files: 1 });
  }
  return [...byTitle.values()].sort((a, b) => b.files - a.files).slice(0, LISTED);
}

/** The firm's template as its settings show it: the draft where there is one, versions, what was added by hand. */
export async function getTemplateSettings(ctx: StaffContext): Promise<TemplateSettings> {
  const versions = await listVersions(ctx);
  const newest = versions[0]?.number ?? null;
  const draft = await findTemplateDraft(ctx);
  const content = draft ?? (await getTemplateContent(ctx, newest));
  const { timeZone } = await getFirmDay(ctx);
  return {
    content: { items: content.items, wordings: content.wordings },
    draftVersion: draft?.version ?? 0,
    newest,
    versions,
    handAdded: await listHandAdded(ctx, content),
    kinds: DOCUMENT_KINDS.map((kind) => {
      const { goodExample, acceptancePoints } = documentCatalogue[kind];
      return { kind, label: KIND_LABELS[kind], goodExample, points: acceptancePoints };
    }),
    timeZone,
    allowed: { edit: isAllowed(ctx.actor, "template.edit") },
  };
}

/** What an item of the template is begun with. NOT_FOUND for a line that nobody added by hand. */
export async function getItemStart(ctx: StaffContext, requirementId: string): Promise<ItemStart> {
  if (!isId(requirementId)) throw notFound();
  const added = visibleHandAdded(ctx);
  const [row] = await ctx.db
    .select()
    .from(added)
    .where(and(eq(added.requirementId, requirementId), eq(added.kind, "other")));
  if (!row) throw notFound();
  const { title, reason, responsible, required, leadDays, goodExample, extraPoints, personId } = row;
  return {
    ...{ title, reason, responsible, required, leadDays, goodExample, points: extraPoints },
    owner: personId === null ? "family" : "principal",
  };
}

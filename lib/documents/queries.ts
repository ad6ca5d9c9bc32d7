import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, max, or, sql } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import { visibleRequirements } from "@/lib/checklist/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { personName } from "@/lib/format/names";
import { visiblePeople } from "@/lib/people/visibility";
import { isAllowed } from "@/lib/policy/can";
import { documentLines, RESERVATION_MINUTES, type Usage } from "./rules";
import type { CaseDocuments, DocumentVersion, ReceivedDocument, UploadTarget } from "./types";
import {
  heldFiles,
  ownDraftFiles,
  ownUploads,
  visibleDocuments,
  visibleNames,
  visibleOpenings,
  visibleReviews,
  visibleVersions,
} from "./visibility";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A reservation of the caller's own; NOT_FOUND for everything else. */
export async function getUpload(ctx: ActorContext, uploadId: string): Promise<UploadTarget> {
  const uploads = ownUploads(ctx);
  const [found] = await ctx.db.select().from(uploads).where(eq(uploads.id, uploadId));
  if (!found) throw notFound();
  return found;
}

/** What a stored upload became. */
export async function getReceivedDocument(ctx: ActorContext, versionId: string): Promise<ReceivedDocument> {
  const [versions, drafts] = [visibleVersions(ctx), ownDraftFiles(ctx)];
  const [sent] = await ctx.db.select().from(versions).where(eq(versions.id, versionId));
  const found = sent ?? (await ctx.db.select().from(drafts).where(eq(drafts.id, versionId)))[0];
  if (!found) throw notFound();
  const { documentId, number, fileName, size, sha256, uploadedAt } = found;
  return { documentId, versionId, number, fileName, size, sha256, receivedAt: uploadedAt };
}

/** How much a case holds and its sender sent in the last 24 hours, bytes on their way included. */
export async function getUsage(ctx: ActorContext, caseId: string): Promise<Usage> {
  const files = heldFiles(ctx);
  const uploads = ownUploads(ctx);
  const since = new Date(ctx.now.getTime() - DAY_MS);
  const underWay = new Date(ctx.now.getTime() - RESERVATION_MINUTES * 60_000);
  const [held] = await ctx.db
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8`,
    })
    .from(files)
    .where(eq(files.caseId, caseId));
  const [sent] = await ctx.db
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${uploads.size}) filter (where ${or(eq(uploads.state, "stored"), gt(uploads.createdAt, underWay))}), 0)::float8`,
    })
    .from(uploads)
    .where(gt(uploads.createdAt, since));
  return {
    caseFiles: held?.files ?? 0,
    caseBytes: held?.bytes ?? 0,
    dayUploads: sent?.files ?? 0,
    dayBytes: sent?.bytes ?? 0,
  };
}

/** The document that answers a checklist line, or null while nothing was received for it. */
export async function findDocumentOf(
  ctx: ActorContext,
  requirementId: string,
): Promise<{ id: string; title: string } | null> {
  const documents = visibleDocuments(ctx);
  const [found] = await ctx.db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(eq(documents.requirementId, requirementId));
  return found ?? null;
}

/** The number of a document's newest version; 0 while there is none. */
export async function getLatestNumber(ctx: ActorContext, documentId: string): Promise<number> {
  const versions = visibleVersions(ctx);
  const [found] = await ctx.db
    .select({ latest: max(versions.number) })
    .from(versions)
    .where(eq(versions.documentId, documentId));
  return found?.latest ?? 0;
}

/** Everything that was received for a checklist line, newest first. */
export async function listVersionsOf(ctx: ActorContext, requirementId: string): Promise<DocumentVersion[]> {
  const versions = visibleVersions(ctx);
  return ctx.db
    .select()
    .from(versions)
    .where(eq(versions.requirementId, requirementId))
    .orderBy(desc(versions.number));
}

/** Everything that was received for a case. */
export async function listVersionsOfCase(ctx: ActorContext, caseId: string): Promise<DocumentVersion[]> {
  const versions = visibleVersions(ctx);
  return ctx.db
    .select()
    .from(versions)
    .where(eq(versions.caseId, caseId))
    .orderBy(asc(versions.title), asc(versions.number));
}

/** The files that came with these messages, by message, in the order in which they were added. */
export async function listFilesOfMessages(
  ctx: ActorContext,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentVersion[]>> {
  const files = new Map<string, DocumentVersion[]>();
  if (messageIds.length === 0) return files;
  const versions = visibleVersions(ctx);
  const rows = await ctx.db
    .select()
    .from(versions)
    .where(inArray(versions.messageId, [...messageIds]))
    .orderBy(asc(versions.uploadedAt), asc(versions.id));
  for (const row of rows) {
    const id = row.messageId ?? "";
    files.set(id, [...(files.get(id) ?? []), row]);
  }
  return files;
}

/** What waits in the actor's own composer of a thread: of an item, or of the case. */
export async function listDraftFiles(ctx: ActorContext, caseId: string, item: string | null) {
  const drafts = ownDraftFiles(ctx);
  return ctx.db
    .select({ id: drafts.id, fileName: drafts.fileName, size: drafts.size })
    .from(drafts)
    .where(
      and(eq(drafts.caseId, caseId), item === null ? isNull(drafts.draftItem) : eq(drafts.draftItem, item)),
    )
    .orderBy(asc(drafts.uploadedAt), asc(drafts.id));
}

/** A file that waits in one of the actor's own composers; NOT_FOUND for everybody else's. */
export async function getDraftFile(ctx: ActorContext, versionId: string) {
  const drafts = ownDraftFiles(ctx);
  const [found] = await ctx.db.select().from(drafts).where(eq(drafts.id, versionId));
  if (!found) throw notFound();
  return found;
}

/** A version with what opens its bytes, for the command that has just decided who asks. */
export async function getStoredVersion(ctx: ActorContext, versionId: string) {
  const versions = visibleVersions(ctx);
  const [found] = await ctx.db.select().from(versions).where(eq(versions.id, versionId));
  if (!found) throw notFound();
  return found;
}

/** Openings that are listed for a case; the timeline has them all. */
const OPENINGS = 400;

async function listOpenings(ctx: StaffContext, caseId: string) {
  const openings = visibleOpenings(ctx);
  return ctx.db
    .select()
    .from(openings)
    .where(eq(openings.caseId, caseId))
    .orderBy(desc(openings.at))
    .limit(OPENINGS);
}

async function nameMap(ctx: StaffContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const names = visibleNames(ctx);
  const rows = await ctx.db
    .select()
    .from(names)
    .where(inArray(names.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whose a document is, by the checklist line that it answers. */
async function peopleByLine(ctx: StaffContext, caseId: string): Promise<ReadonlyMap<string, string>> {
  const lines = visibleRequirements(ctx);
  const people = visiblePeople(ctx);
  const rows = await ctx.db
    .select({ lineId: lines.id, givenName: people.givenName, familyName: people.familyName })
    .from(lines)
    .innerJoin(people, eq(people.id, lines.personId))
    .where(eq(lines.caseId, caseId));
  return new Map(rows.map(({ lineId, ...person }) => [lineId, personName(person)]));
}

/** Every version of every document of a case, who sent, judged and opened it. For staff. */
export async function getCaseDocuments(ctx: StaffContext, number: string): Promise<CaseDocuments> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.number, number));
  if (!file) throw notFound();
  const all = visibleVersions(ctx);
  const versions = await ctx.db
    .select()
    .from(all)
    .where(eq(all.caseId, file.id))
    .orderBy(asc(all.title), asc(all.documentId), desc(all.number));
  const reviews = visibleReviews(ctx);
  const reviewed = await ctx.db.select().from(reviews).where(eq(reviews.caseId, file.id));
  const reviewers = new Map(reviewed.map(({ versionId, reviewedBy }) => [versionId, reviewedBy]));
  const ids = [
    ...versions.map(({ uploadedBy }) => uploadedBy),
    ...reviewed.flatMap(({ reviewedBy }) => reviewedBy ?? []),
  ];
  const { today, timeZone } = await getFirmDay(ctx);
  return {
    caseId: file.id,
    number: file.number,
    timeZone,
    today,
    documents: documentLines(versions, {
      names: await nameMap(ctx, ids),
      reviewers,
      openings: await listOpenings(ctx, file.id),
      people: await peopleByLine(ctx, file.id),
    }),
    versionCount: versions.length,
    totalBytes: versions.reduce((sum, { size }) => sum + size, 0),
    allowed: {
      open: isAllowed(ctx.actor, "document.open", file),
      upload: isAllowed(ctx.actor, "document.upload", file),
      review: isAllowed(ctx.actor, "document.review", file),
    },
  };
}

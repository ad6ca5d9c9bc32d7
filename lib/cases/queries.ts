import "server-only";
import { and, asc, desc, eq, inArray, isNull, like, ne, or, type Column, type SQL } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { can, isAllowed } from "@/lib/policy/can";
import { factsAreOpen, searchWords, STAGE_LABELS } from "./rules";
import type { CaseHit, Colleague, FirmDay, LockedCase } from "./types";
import {
  filesWithEmail,
  visibleAgreements,
  visibleCaseDocuments,
  visibleCaseHeads,
  visibleCaseRows,
  visibleCases,
  visibleColleagues,
  visibleFirm,
} from "./visibility";

/**
 * The case, locked until the transaction ends, though not against new rows that point at it. NOT_FOUND for a missing
 * and for an invisible one alike.
 */
export async function getCaseForUpdate(ctx: ActorContext, caseId: string): Promise<LockedCase> {
  const cases = visibleCases(ctx);
  const [found] = await ctx.db
    .select(lockedColumns(cases))
    .from(cases)
    .where(eq(cases.id, caseId))
    .for("no key update");
  if (!found) throw notFound();
  return found;
}

/** Several cases, locked in the order of their ids so that two bulk changes never wait for each other; the invisible are left out. */
export async function getCasesForUpdate(
  ctx: ActorContext,
  caseIds: readonly string[],
): Promise<LockedCase[]> {
  const cases = visibleCases(ctx);
  return ctx.db
    .select(lockedColumns(cases))
    .from(cases)
    .where(inArray(cases.id, [...caseIds]))
    .orderBy(asc(cases.id))
    .for("no key update");
}

/** The same, all or none: NOT_FOUND where one of them is missing or invisible. Each id stands once in `caseIds`. */
export async function getAllCasesForUpdate(
  ctx: ActorContext,
  caseIds: readonly string[],
): Promise<LockedCase[]> {
  const files = await getCasesForUpdate(ctx, caseIds);
  if (files.length !== caseIds.length) throw notFound();
  return files;
}

/** The id of a case by its file number; NOT_FOUND for a missing and for an invisible one alike. */
export async function getCaseId(ctx: ActorContext, number: string): Promise<string> {
  const cases = visibleCases(ctx);
  const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  if (!found) throw notFound();
  return found.id;
}

/**
 * A case by its file number for who reads its facts, and whether they may change them. NOT_FOUND where the case is
 * missing or invisible, FORBIDDEN for who sees the case but not the facts.
 */
export async function getFileWithFacts(ctx: StaffContext, number: string) {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      ownerId: cases.ownerId,
      clientId: cases.clientId,
      stage: cases.stage,
      factsVersion: cases.factsVersion,
    })
    .from(cases)
    .where(eq(cases.number, number));
  if (!file) throw notFound();
  const mayRead = can(ctx.actor, "facts.read", file);
  if (!mayRead.allowed) throw forbidden(mayRead.reason);
  const mayEdit = isAllowed(ctx.actor, "facts.edit", file) && factsAreOpen(file.stage).allowed;
  return { ...file, mayEdit };
}

function lockedColumns(cases: ReturnType<typeof visibleCases>) {
  return {
    id: cases.id,
    number: cases.number,
    clientId: cases.clientId,
    ownerId: cases.ownerId,
    stage: cases.stage,
    displayName: cases.displayName,
    factsVersion: cases.factsVersion,
    plannedSubmissionOn: cases.plannedSubmissionOn,
    requiredCount: cases.requiredCount,
    acceptedCount: cases.acceptedCount,
    version: cases.version,
  };
}

/** The firm's name and today in its zone. */
export async function getFirmDay(ctx: ActorContext): Promise<FirmDay> {
  const firms = visibleFirm(ctx);
  const [found] = await ctx.db.select().from(firms);
  const timeZone = found?.timeZone ?? DEFAULT_ZONE;
  return { firmName: found?.name ?? "Your firm", timeZone, today: dateInZone(ctx.now, timeZone) };
}

type Owner = { id: string; name: string; role: string };

/** A staff row as a colleague. */
export function colleagueOf(row: Owner): Colleague {
  // The subquery holds staff only; its column is typed for all roles.
  return { id: row.id, name: row.name, role: row.role as Colleague["role"] };
}

/** Who may own a case: active consultants and managers, by name. */
export async function listAssignees(ctx: StaffContext): Promise<Colleague[]> {
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select()
    .from(colleagues)
    .where(and(eq(colleagues.status, "active"), ne(colleagues.role, "administrator")))
    .orderBy(asc(colleagues.name), asc(colleagues.id));
  return rows.map(colleagueOf);
}

/** One who may own a case, or null: unknown, a client, an administrator, not active. */
export async function findAssignee(ctx: StaffContext, userId: string): Promise<Colleague | null> {
  const assignees = await listAssignees(ctx);
  return assignees.find((one) => one.id === userId) ?? null;
}

export interface SameEmail {
  /** Files the viewer may see. */
  visible: { number: string; displayName: string }[];
  /** How many more there are in the firm. */
  hidden: number;
}

/** The conflict check of a new enquiry: files of the firm under the same e-mail address. */
export async function findFilesWithEmail(ctx: StaffContext, email: string): Promise<SameEmail> {
  const files = await ctx.db.select().from(filesWithEmail(ctx, email));
  return {
    visible: files.filter((file) => file.visible).map(({ number, displayName }) => ({ number, displayName })),
    hidden: files.filter((file) => !file.visible).length,
  };
}

export interface CaseDocument {
  id: string;
  title: string;
  /** Belongs to a checklist item rather than to the case as a whole. */
  onChecklist: boolean;
}

/** Newest first; what an agreement can be linked to. */
export async function listCaseDocuments(ctx: StaffContext, caseId: string): Promise<CaseDocument[]> {
  const documents = visibleCaseDocuments(ctx);
  const rows = await ctx.db
    .select()
    .from(documents)
    .where(and(eq(documents.caseId, caseId), isNull(documents.requirementId)))
    .orderBy(desc(documents.createdAt), asc(documents.id))
    .limit(50);
  return rows.map((row) => ({ id: row.id, title: row.title, onChecklist: row.requirementId !== null }));
}

/** The agreements of a case, in the order they were signed. */
export async function listAgreements(ctx: StaffContext, caseId: string) {
  const agreements = visibleAgreements(ctx);
  const documents = visibleCaseDocuments(ctx);
  return ctx.db
    .select({
      id: agreements.id,
      kind: agreements.kind,
      signedOn: agreements.signedOn,
      note: agreements.note,
      documentTitle: documents.title,
    })
    .from(agreements)
    .leftJoin(documents, eq(documents.id, agreements.documentId))
    .where(eq(agreements.caseId, caseId))
    .orderBy(asc(agreements.signedOn), asc(agreements.id));
}

/** A colleague's name for the record; a number of theirs that is gone reads as "somebody". */
export async function getColleagueName(ctx: StaffContext, userId: string): Promise<string> {
  const colleagues = visibleColleagues(ctx);
  const [found] = await ctx.db
    .select({ name: colleagues.name })
    .from(colleagues)
    .where(eq(colleagues.id, userId));
  return found?.name ?? "somebody";
}

/** A document of this case, by id. */
export async function findCaseDocument(ctx: StaffContext, caseId: string, documentId: string) {
  const documents = visibleCaseDocuments(ctx);
  const [found] = await ctx.db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.caseId, caseId)));
  return found ?? null;
}

/** The open invitation of a case, as its two ends; null without one. */
export async function findOpenWindow(ctx: StaffContext, caseId: string) {
  const heads = visibleCaseHeads(ctx);
  const [found] = await ctx.db
    .select({ invitedOn: heads.invitedOn, endsOn: heads.windowEndsOn })
    .from(heads)
    .where(eq(heads.caseId, caseId));
  if (!found || found.invitedOn === null || found.endsOn === null) return null;
  return { invitedOn: found.invitedOn, endsOn: found.endsOn };
}

/** How many answers the palette shows. */
const HITS = 8;

/**
 * Every typed word is in the file: number, names, e-mail, phone, NOC, profile number. A word of three letters
 * matches anywhere, a shorter one at the start of a word: both are answered by the trigram index.
 */
export function searchCondition(searchText: Column, text: string): SQL | undefined {
  const conditions = searchWords(text).map(({ pattern, short }) =>
    short
      ? or(like(searchText, `${pattern}%`), like(searchText, `% ${pattern}%`))
      : like(searchText, `%${pattern}%`),
  );
  return and(...conditions);
}

/** Visible cases for the search palette; nothing typed, nothing found. */
export async function findCases(ctx: StaffContext, text: string): Promise<CaseHit[]> {
  if (searchWords(text).length === 0) return [];
  const cases = visibleCaseRows(ctx);
  const rows = await ctx.db
    .select({ number: cases.number, displayName: cases.displayName, stage: cases.stage })
    .from(cases)
    .where(searchCondition(cases.searchText, text))
    .orderBy(desc(cases.updatedAt))
    .limit(HITS);
  return rows.map(({ stage, ...row }) => ({ ...row, stageLabel: STAGE_LABELS[stage] }));
}

import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import { findOpenInvitation } from "@/lib/checklist/queries";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { asksForLanguage } from "@/lib/express-entry/documents/package-slots";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { getConsultant, getPlan, type PlannedCase } from "./planning/queries";
import { outdatedTitles } from "./planning/rules";
import { isGenerated, problemsOf } from "./rules";
import type {
  FileDescription,
  PackagePage,
  PackageSlot,
  PackageSummary,
  PackageView,
  StoredSlotFile,
} from "./types";
import { lockablePackages, visibleDescriptions, visiblePackages, visibleSlots } from "./visibility";

export type PackageRow = Awaited<ReturnType<typeof getPackageForUpdate>>;

/** The package, locked until the transaction ends; NOT_FOUND for a missing and an invisible one alike. */
export async function getPackageForUpdate(ctx: ActorContext, packageId: string) {
  const packages = lockablePackages(ctx);
  const [found] = await ctx.db.select().from(packages).where(eq(packages.id, packageId)).for("no key update");
  if (!found) throw notFound();
  return found;
}

export async function getPackage(ctx: ActorContext, packageId: string) {
  const packages = visiblePackages(ctx);
  const [found] = await ctx.db.select().from(packages).where(eq(packages.id, packageId));
  if (!found) throw notFound();
  return found;
}

type SlotRow = Awaited<ReturnType<typeof listSlotRows>>[number];

/** The slots with what opens their files, in order. */
export async function listSlotRows(ctx: ActorContext, packageId: string) {
  const slots = visibleSlots(ctx);
  return ctx.db.select().from(slots).where(eq(slots.packageId, packageId)).orderBy(asc(slots.position));
}

export function slotOf(row: SlotRow): PackageSlot {
  const { fileName, mediaType, size, sha256, pageCount, ...slot } = row;
  const isThere = fileName !== null && mediaType !== null && size !== null && sha256 !== null;
  const file = isThere && pageCount !== null ? { fileName, mediaType, size, sha256, pageCount } : null;
  const { id, packageId, caseId, position, slotKey, kind, title, personId, personName: whose } = slot;
  const { required, country, language, sources, pages, findings, faults, state } = slot;
  return {
    ...{ id, packageId, caseId, position, slotKey, kind, title, personId, personName: whose },
    ...{ required, country, language, sources, pages, findings, faults, state, file },
  };
}

/** The pages of received files that were read already. */
export async function listDescriptions(
  ctx: ActorContext,
  versionIds: readonly string[],
): Promise<Map<string, FileDescription>> {
  if (versionIds.length === 0) return new Map();
  const descriptions = visibleDescriptions(ctx);
  const rows = await ctx.db
    .select()
    .from(descriptions)
    .where(inArray(descriptions.versionId, [...new Set(versionIds)]));
  return new Map(
    rows.map(({ versionId, type, pages, failure }) => [versionId, { versionId, type, pages, failure }]),
  );
}

function summaryOf(row: Awaited<ReturnType<typeof getPackage>>): PackageSummary {
  const { id, number, state, createdAt, approvedAt, approvedByName: approvedBy, sentAt } = row;
  return { id, number, state, createdAt, approvedAt, approvedBy, sentAt };
}

/** Everything a manifest is written from, with what opens the files; and who would approve it. */
export async function getPackageContents(ctx: ActorContext, packageId: string, approverId: string) {
  const rows = await listSlotRows(ctx, packageId);
  const slots = rows.map(slotOf);
  const versionIds = slots.flatMap(({ sources }) => sources.map(({ versionId }) => versionId));
  return {
    slots,
    files: rows.flatMap((row) => storedFileOf(row) ?? []),
    descriptions: Object.fromEntries(await listDescriptions(ctx, versionIds)),
    approver: await getConsultant(ctx, approverId),
  };
}

function storedFileOf(row: SlotRow): StoredSlotFile | null {
  const { file, caseId } = slotOf(row);
  const { fileId, storageKey, wrappedKey, keyId } = row;
  if (file === null || fileId === null || storageKey === null || wrappedKey === null || keyId === null)
    return null;
  return { ...file, ...{ fileId, caseId, storageKey, wrappedKey, keyId } };
}

/** The rules for documents that hold on a day, by their id. */
export async function getRulesAsOf(ctx: ActorContext, on: IsoDate): Promise<string> {
  return documentRulesOn(on, { tables: await getRuleTables(ctx) }).id;
}

/** Documents that changed since the package was arranged; none for a frozen one, which is what it is. */
export async function listOutdated(
  ctx: ActorContext,
  file: PlannedCase,
  slots: readonly PackageSlot[],
): Promise<string[]> {
  if ((await findOpenInvitation(ctx, file.id)) === null) return [];
  return outdatedTitles(slots, (await getPlan(ctx, file)).slots);
}

async function viewOf(
  ctx: ActorContext,
  file: PlannedCase,
  row: Awaited<ReturnType<typeof getPackage>>,
): Promise<PackageView> {
  const slots = (await listSlotRows(ctx, row.id)).map(slotOf);
  const versionIds = slots.flatMap(({ sources }) => sources.map(({ versionId }) => versionId));
  const descriptions = Object.fromEntries(await listDescriptions(ctx, versionIds));
  const { plannedOn, letter, letterDraft, requestedAt, builtAt, rulesAsOf, manifestSha256 } = row;
  const reading = row.state === "reading";
  return {
    ...summaryOf(row),
    ...{ plannedOn, letter, requestedAt, builtAt, rulesAsOf, manifestSha256 },
    letterEdited: letter !== letterDraft,
    approvedDespite: row.approvedDespite,
    version: row.version,
    slots: slots.map((slot, index) => ({
      ...slot,
      number: index,
      problems: problemsOf(slot, descriptions),
      generated: isGenerated(slot),
      asksLanguage: asksForLanguage(slot.kind, slot.country),
    })),
    descriptions,
    progress: reading
      ? { done: Object.keys(descriptions).length, total: new Set(versionIds).size }
      : { done: slots.filter(({ state }) => state === "done").length, total: slots.length },
    outdated: row.state === "frozen" ? [] : await listOutdated(ctx, file, slots),
    totalBytes: slots.reduce((sum, slot) => sum + (slot.file?.size ?? 0), 0),
  };
}

/** Why no new package can be begun now, or that it can. */
async function mayBegin(
  ctx: StaffContext,
  caseId: string,
  all: readonly PackageSummary[],
): Promise<PackagePage["begin"]> {
  if (all.some(({ state }) => state !== "frozen"))
    return { allowed: false, reason: "One is being worked on. Freeze it first." };
  if ((await findOpenInvitation(ctx, caseId)) === null)
    return { allowed: false, reason: "A package is made for an invitation, and none is open." };
  return { allowed: true };
}

/** The package screen of a case: the open package, or the one that is asked for by its number. */
export async function getPackagePage(
  ctx: StaffContext,
  number: string,
  packageNumber: number | null,
): Promise<PackagePage> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.number, number));
  if (!file) throw notFound();
  if (!isAllowed(ctx.actor, "package.build", file))
    throw forbidden("Packages hold documents, and you do not open those.");
  const packages = visiblePackages(ctx);
  const rows = await ctx.db
    .select()
    .from(packages)
    .where(eq(packages.caseId, file.id))
    .orderBy(desc(packages.number));
  const all = rows.map(summaryOf);
  const row = packageNumber === null ? rows[0] : rows.find((found) => found.number === packageNumber);
  if (packageNumber !== null && !row) throw notFound();
  const { today, timeZone } = await getFirmDay(ctx);
  return {
    ...{ caseId: file.id, number: file.number, today, timeZone, all },
    current: row ? await viewOf(ctx, file, row) : null,
    begin: await mayBegin(ctx, file.id, all),
  };
}

/** Frozen packages of a case, newest first: what a submission can be said to have sent. */
export async function listFrozenPackages(ctx: ActorContext, caseId: string) {
  const packages = visiblePackages(ctx);
  return ctx.db
    .select({ id: packages.id, number: packages.number, approvedAt: packages.approvedAt })
    .from(packages)
    .where(and(eq(packages.caseId, caseId), eq(packages.state, "frozen")))
    .orderBy(desc(packages.number));
}

import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { AuditDetail, AuditEntry, AuditEventName } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { packageSlot, submissionPackage } from "@/lib/db/schema/packages";
import { conflict } from "@/lib/errors/app-error";
import { getPackage, getPackageForUpdate, listSlotRows, slotOf, type PackageRow } from "../queries";
import { canArrange, isGenerated } from "../rules";
import type { PackageSlot } from "../types";

/** A package with its case, both locked, the case first. */
export interface LockedPackage {
  file: LockedCase;
  pack: PackageRow;
}

export async function loadPackage(ctx: ActorContext, packageId: string): Promise<LockedPackage> {
  const { caseId } = await getPackage(ctx, packageId);
  const file = await getCaseForUpdate(ctx, caseId);
  return { file, pack: await getPackageForUpdate(ctx, packageId) };
}

/** Throws CONFLICT where the package is no longer the one that the screen showed. */
export function assertSeen({ number, version }: PackageRow, seen: number): void {
  if (version === seen) return;
  throw conflict(`Package ${number} changed while you had it open. Look at it again.`, { version });
}

/** Changes the package's own row; its version goes on. */
export async function changePackage(
  ctx: ActorContext,
  { id, version }: PackageRow,
  change: Partial<typeof submissionPackage.$inferInsert>,
): Promise<void> {
  const changed = await ctx.db
    .update(submissionPackage)
    .set({ ...change, version: sql`${submissionPackage.version} + 1` })
    .where(and(eq(submissionPackage.id, id), eq(submissionPackage.version, version)));
  if (changed.rowCount !== 1) throw conflict("The package changed meanwhile. Look at it again.");
}

/** A slot without a file: what was made for it is no longer what it is. */
export const UNBUILT = {
  state: "waiting",
  faults: [],
  fileId: null,
  fileName: null,
  mediaType: null,
  size: null,
  sha256: null,
  pageCount: null,
  storageKey: null,
  wrappedKey: null,
  keyId: null,
} as const satisfies Partial<typeof packageSlot.$inferInsert>;

/** Slots that are to be built anew, and with them what is made from the whole: the index and the letter. */
export async function unbuild(
  ctx: ActorContext,
  slots: readonly PackageSlot[],
  changed: readonly string[],
): Promise<void> {
  const made = slots.filter((slot) => isGenerated(slot)).map(({ id }) => id);
  await ctx.db
    .update(packageSlot)
    .set(UNBUILT)
    .where(inArray(packageSlot.id, [...new Set([...changed, ...made])]));
}

/** The package as it may be arranged: seen as it is, and not frozen or under way. Throws CONFLICT. */
export async function requireArrangeable(
  ctx: ActorContext,
  { pack }: LockedPackage,
  seen: number,
): Promise<PackageSlot[]> {
  const step = canArrange(pack.state);
  if (!step.allowed) throw conflict(step.reason);
  assertSeen(pack, seen);
  return (await listSlotRows(ctx, pack.id)).map(slotOf);
}

export function packageEntry(
  { file, pack }: LockedPackage,
  event: AuditEventName,
  detail: AuditDetail = {},
): AuditEntry {
  return {
    event,
    object: { kind: "package", id: pack.id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { number: pack.number, ...detail },
  };
}

import "server-only";
import { eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { getStoredVersion } from "@/lib/documents/queries";
import { notFound } from "@/lib/errors/app-error";
import { dateInZone, formatDate } from "@/lib/format/dates";
import type { StoredFile } from "@/lib/storage/stored-file";
import { manifestFiles } from "../manifest";
import { INDEX, LETTER } from "../planning/rules";
import { getPackage, listDescriptions, listSlotRows, slotOf } from "../queries";
import type { FileDescription, ManifestFile, PackageSlot, SlotSource } from "../types";

/** A received file that is to be read, with what opens it. */
export interface SourceFile {
  source: SlotSource;
  stored: StoredFile;
}

export interface PaperFacts {
  caseNumber: string;
  clientName: string;
  firmName: string;
  packageNumber: number;
  madeAt: Date;
  day: string;
}

/** The next thing to do for a package. */
export type Work =
  | { kind: "read"; file: SourceFile }
  | { kind: "settle" | "finish" | "none" }
  | {
      kind: "make";
      slot: PackageSlot;
      /** Of the package, to see that nobody has changed it meanwhile. */
      version: number;
      files: SourceFile[];
      descriptions: Readonly<Record<string, FileDescription>>;
      paper: PaperFacts;
      /** For the letter's slot alone. */
      letter: string;
      /** For the index alone. */
      index: ManifestFile[] | null;
    };

type Row = Awaited<ReturnType<typeof getPackage>>;

async function getSourceFile(ctx: ActorContext, source: SlotSource): Promise<SourceFile> {
  const { id, caseId, storageKey, wrappedKey, keyId, size } = await getStoredVersion(ctx, source.versionId);
  return {
    source,
    stored: { fileId: id, caseId, storageKey, wrappedKey: Buffer.from(wrappedKey, "base64"), keyId, size },
  };
}

async function paperFacts(ctx: ActorContext, row: Row, madeAt: Date): Promise<PaperFacts> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({ caseNumber: cases.number, clientName: cases.displayName })
    .from(cases)
    .where(eq(cases.id, row.caseId));
  if (!file) throw notFound();
  const { firmName, timeZone } = await getFirmDay(ctx);
  const day = formatDate(dateInZone(madeAt, timeZone));
  return { ...file, firmName, packageNumber: row.number, madeAt, day };
}

async function nextToMake(ctx: ActorContext, row: Row, slots: readonly PackageSlot[]): Promise<Work> {
  const waiting = slots.filter(({ state }) => state === "waiting");
  // The index names every other file, so it comes last.
  const slot = waiting.find(({ slotKey }) => slotKey !== INDEX) ?? waiting[0];
  if (!slot || row.requestedAt === null) return { kind: "finish" };
  const sources = new Map(
    slots.flatMap((each) => each.sources.map((source) => [source.versionId, source] as const)),
  );
  const used = new Set([...slot.pages, ...slot.sources].map(({ versionId }) => versionId));
  const files: SourceFile[] = [];
  for (const versionId of used) {
    const source = sources.get(versionId);
    if (source) files.push(await getSourceFile(ctx, source));
  }
  const descriptions = Object.fromEntries(await listDescriptions(ctx, [...sources.keys()]));
  return {
    ...{ kind: "make", slot, version: row.version, files, descriptions },
    paper: await paperFacts(ctx, row, row.requestedAt),
    letter: slot.slotKey === LETTER ? row.letter : "",
    index: slot.slotKey === INDEX ? manifestFiles({ slots, descriptions }) : null,
  };
}

/** What is to be done next for a package, as it is now: whoever asks goes on where the last one was cut off. */
export async function getNextWork(ctx: ActorContext, packageId: string): Promise<Work> {
  const row = await getPackage(ctx, packageId);
  const slots = (await listSlotRows(ctx, packageId)).map(slotOf);
  if (row.state === "building") return nextToMake(ctx, row, slots);
  if (row.state !== "reading") return { kind: "none" };
  const sources = slots.flatMap((slot) => slot.sources);
  const descriptions = await listDescriptions(
    ctx,
    sources.map(({ versionId }) => versionId),
  );
  const unread = sources.find(({ versionId }) => !descriptions.has(versionId));
  return unread ? { kind: "read", file: await getSourceFile(ctx, unread) } : { kind: "settle" };
}

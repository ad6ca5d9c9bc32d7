/** What a package is made of, written down so that it can be checked in five years. */
import { createHash } from "node:crypto";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { LANGUAGE_LABELS, problemsOf } from "./rules";
import type { FileDescription, ManifestFile, PackageSlot } from "./types";

export interface ManifestInput {
  caseNumber: string;
  clientName: string;
  number: number;
  plannedOn: IsoDate;
  rulesAsOf: string;
  requestedAt: Date;
  builtAt: Date;
  /** null: not approved yet. */
  approved: { by: string; licenceNumber: string | null; at: Date; despite: string | null } | null;
  slots: readonly PackageSlot[];
  descriptions: Readonly<Record<string, FileDescription>>;
}

/** The files a slot's pages come from, each with the pages of it, from 1, in the order they stand. */
function sourcesOf(slot: PackageSlot, slots: readonly PackageSlot[]): ManifestFile["sources"] {
  const known = new Map(
    slots.flatMap(({ sources }) => sources.map((source) => [source.versionId, source] as const)),
  );
  const order = [...new Set([...slot.pages, ...slot.sources].map(({ versionId }) => versionId))];
  return order.flatMap((versionId) => {
    const source = known.get(versionId);
    const pages = slot.pages.filter((page) => page.versionId === versionId).map(({ page }) => page + 1);
    if (!source || (pages.length === 0 && slot.pages.length > 0)) return [];
    const { title, number, fileName, sha256 } = source;
    return [{ version_id: versionId, document: title, version: number, file: fileName, sha256, pages }];
  });
}

export function manifestFiles({
  slots,
  descriptions,
}: Pick<ManifestInput, "slots" | "descriptions">): ManifestFile[] {
  return slots.flatMap((slot) => {
    const { file } = slot;
    if (file === null) return [];
    const { fileName: name, sha256, size: bytes, pageCount: pages } = file;
    return [
      {
        ...{ name, slot: slot.slotKey, title: slot.title, person: slot.personName, sha256, bytes, pages },
        sources: sourcesOf(slot, slots),
        ...(slot.language === null ? {} : { language: LANGUAGE_LABELS[slot.language] }),
        problems: problemsOf(slot, descriptions).map(({ words }) => words),
      },
    ];
  });
}

/** The manifest as it lies in the ZIP, to the byte; the same package gives the same text. */
export function manifestText(input: ManifestInput): string {
  const { approved, slots, descriptions } = input;
  const manifest = {
    format: "landfall-package/1",
    case_number: input.caseNumber,
    client: input.clientName,
    package_number: input.number,
    planned_submission: input.plannedOn,
    rules_as_of: input.rulesAsOf,
    build_requested_at: input.requestedAt.toISOString(),
    built_at: input.builtAt.toISOString(),
    approved: approved && {
      by: approved.by,
      licence_number: approved.licenceNumber,
      at: approved.at.toISOString(),
      despite_problems: approved.despite,
    },
    files: manifestFiles({ slots, descriptions }),
    slots_without_file: slots
      .filter(({ file }) => file === null)
      .map((slot) => ({
        slot: slot.slotKey,
        title: slot.title,
        person: slot.personName,
        problems: problemsOf(slot, descriptions).map(({ words }) => words),
      })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The hash by which the manifest itself can be checked, hexadecimal. */
export function hashOfManifest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

import type { Tone } from "@/components/ui/tone";
import type { PackageState, PackageView, PlannedPage, SlotView } from "@/lib/packages/types";

export const STATES: Readonly<Record<PackageState, { label: string; tone: Tone }>> = {
  reading: { label: "Reading the files", tone: "info" },
  arranging: { label: "Being arranged", tone: "neutral" },
  building: { label: "Being built", tone: "info" },
  built: { label: "Built, not approved", tone: "watch" },
  frozen: { label: "Frozen", tone: "ok" },
};

interface PlaceOnScreen {
  /** The package's number; null: the one that is worked on. */
  pack?: number | null;
  slotId?: string;
  /** The page's place in its slot, from 1. */
  page?: number;
}

/** The screen of a case's packages, at a slot and a page. */
export function packageHref(caseNumber: string, { pack = null, slotId, page }: PlaceOnScreen = {}): string {
  const query = new URLSearchParams();
  if (pack !== null) query.set("package", String(pack));
  if (slotId !== undefined) query.set("slot", slotId);
  if (page !== undefined) query.set("page", String(page));
  const text = query.toString();
  return `/cases/${caseNumber}/documents/package${text === "" ? "" : `?${text}`}`;
}

/** `Police certificate, India, version 2, page 3`. */
export function pageWords(view: Pick<PackageView, "slots">, { versionId, page }: PlannedPage): string {
  const source = view.slots.flatMap(({ sources }) => sources).find((one) => one.versionId === versionId);
  return source ? `${source.title}, version ${source.number}, page ${page + 1}` : `Page ${page + 1}`;
}

/** What a slot shows of itself in one line. */
export function slotTone({ problems }: SlotView): Tone {
  if (problems.some(({ tone }) => tone === "late")) return "late";
  return problems.length > 0 ? "watch" : "ok";
}

export function lateProblems(view: PackageView): number {
  return view.slots.reduce(
    (sum, { problems }) => sum + problems.filter(({ tone }) => tone === "late").length,
    0,
  );
}

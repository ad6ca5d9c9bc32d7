/** How a package is arranged, and what is wrong with its slots. Pure: screens ask it first, commands ask it again. */
import { asksForLanguage } from "@/lib/express-entry/documents/package-slots";
import type {
  FileDescription,
  PackageSlot,
  PackageState,
  PlannedPage,
  Problem,
  SlotLanguage,
  SlotSource,
} from "./types";

export type Step = { allowed: true } | { allowed: false; reason: string };

const YES: Step = { allowed: true };

function no(reason: string): Step {
  return { allowed: false, reason };
}

export function canArrange(state: PackageState): Step {
  if (state === "arranging" || state === "built") return YES;
  if (state === "frozen") return no("A frozen package is never changed. Begin a new one.");
  return no("It is being worked on. Wait until that is done.");
}

export function canRequestBuild(state: PackageState): Step {
  return state === "arranging" ? YES : no("There is nothing to build at the moment.");
}

/** May it be approved? What is wrong needs a reason, what is out of date needs another look. */
export function canFreeze(
  state: PackageState,
  { outdated, late, despite }: { outdated: number; late: number; despite: string | null },
): Step {
  if (state !== "built") return no("A package is approved once it is built.");
  if (outdated > 0) return no("Documents have changed since it was arranged. Take the changes in first.");
  if (late > 0 && despite === null)
    return no("Something is wrong with it. Say why it goes out all the same.");
  return YES;
}

/** A change of one page's place. */
export type Move =
  | { kind: "up" | "down" | "turn" | "out"; slotId: string; place: number }
  | { kind: "to"; slotId: string; place: number; target: string }
  | { kind: "all_to"; slotId: string; target: string }
  | { kind: "back"; slotId: string; versionId: string; page: number };

type Arranged = Pick<PackageSlot, "id" | "pages">;

const TURNED = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

function swapped(pages: readonly PlannedPage[], a: number, b: number): PlannedPage[] {
  const [first, second] = [pages[a], pages[b]];
  if (!first || !second) return [...pages];
  return pages.map((page, index) => (index === a ? second : index === b ? first : page));
}

function without(pages: readonly PlannedPage[], place: number): PlannedPage[] {
  return pages.filter((_, index) => index !== place);
}

/**
 * The slots that a move changes, with their pages then; none for a move that changes nothing. No page is ever there
 * twice, and none is lost but by `out`.
 */
export function arrange(slots: readonly Arranged[], move: Move): Map<string, PlannedPage[]> {
  const changed = new Map<string, PlannedPage[]>();
  const from = slots.find(({ id }) => id === move.slotId);
  if (!from) return changed;
  const { pages } = from;
  if (move.kind === "back") {
    const { versionId, page } = move;
    const isThere = slots.some((slot) =>
      slot.pages.some((at) => at.versionId === versionId && at.page === page),
    );
    if (!isThere) changed.set(from.id, [...pages, { versionId, page, turn: 0 }]);
    return changed;
  }
  if (move.kind === "to" || move.kind === "all_to") {
    const target = slots.find(({ id }) => id === move.target);
    const moved = move.kind === "all_to" ? pages : pages.slice(move.place, move.place + 1);
    if (!target || target.id === from.id || moved.length === 0) return changed;
    changed.set(from.id, move.kind === "all_to" ? [] : without(pages, move.place));
    changed.set(target.id, [...target.pages, ...moved]);
    return changed;
  }
  const { kind, place } = move;
  const page = pages[place];
  const neighbour = place + (kind === "up" ? -1 : 1);
  if (!page || ((kind === "up" || kind === "down") && !pages[neighbour])) return changed;
  if (kind === "out") changed.set(from.id, without(pages, place));
  else if (kind === "turn")
    changed.set(
      from.id,
      pages.map((at, index) => (index === place ? { ...at, turn: TURNED[at.turn] } : at)),
    );
  else changed.set(from.id, swapped(pages, place, neighbour));
  return changed;
}

/** Pages of a slot's own files that are in no slot, with the document they are of. */
export function pagesLeftOut(
  slot: Pick<PackageSlot, "sources">,
  slots: readonly Pick<PackageSlot, "pages">[],
  descriptions: Readonly<Record<string, FileDescription>>,
): { versionId: string; page: number }[] {
  const placed = new Set(
    slots.flatMap(({ pages }) => pages.map(({ versionId, page }) => `${versionId}/${page}`)),
  );
  return slot.sources.flatMap(({ versionId }) =>
    (descriptions[versionId]?.pages ?? []).flatMap((_, page) =>
      placed.has(`${versionId}/${page}`) ? [] : [{ versionId, page }],
    ),
  );
}

/**
 * The one file that a slot is, byte for byte as it was received: nothing in it is turned, left out or in another order,
 * and it does nothing by itself. Null where a new file has to be made.
 */
export function wholeSource(
  { sources, pages }: Pick<PackageSlot, "sources" | "pages">,
  descriptions: Readonly<Record<string, FileDescription>>,
): SlotSource | null {
  const [only, ...more] = sources;
  if (!only || more.length > 0) return null;
  if (only.extension === "docx") return pages.length === 0 ? only : null;
  const description = descriptions[only.versionId];
  if (!description || description.failure !== null) return null;
  const asReceived = pages.every(
    ({ versionId, page, turn }, index) => versionId === only.versionId && page === index && turn === 0,
  );
  // What a form of Adobe's draws by itself is nowhere in its pages: made anew, it would be empty.
  const isActive = only.flags.some((flag) => flag.startsWith("pdf.")) && !only.flags.includes("pdf.xfa");
  return asReceived && pages.length === description.pages.length && !isActive ? only : null;
}

const UNREADABLE: Readonly<Record<string, string>> = {
  encrypted: "has a password. Ask for a copy without one",
  damaged: "is damaged and cannot be opened. Ask for it again",
  timed_out: "takes too long to open. Ask for a simpler copy",
  too_large_in_memory: "is too heavy to open. Ask for a simpler copy",
  unsupported: "is no file that can be put together. Ask for a PDF",
};

/** What a failure to read a file means to the reader. */
export function unreadableWords(title: string, failure: string): string {
  return `${title} ${UNREADABLE[failure] ?? "cannot be opened"}`;
}

export const LANGUAGE_LABELS: Readonly<Record<SlotLanguage, string>> = {
  english_or_french: "In English or French",
  with_affidavit: "Translated, with the translator’s affidavit",
  certified: "Translated by a certified translator, stamped",
  without_affidavit: "Translated, without affidavit or stamp",
};

/** A paper in another language needs translation, original, and affidavit or stamp (rules reference 5.5). */
function languageProblems({ kind, country, language, pages }: PackageSlot): Problem[] {
  if (pages.length === 0 || !asksForLanguage(kind, country)) return [];
  if (language === null)
    return [{ code: "language_unsaid", tone: "watch", words: "Say whether it is in English or French" }];
  if (language !== "without_affidavit") return [];
  const words = "Translation without the translator’s affidavit or stamp";
  return [{ code: "no_affidavit", tone: "late", words }];
}

const GENERATED = ["index", "letter"];

/** It is made from the file itself. */
export function isGenerated({ slotKey }: Pick<PackageSlot, "slotKey">): boolean {
  return GENERATED.includes(slotKey);
}

function readingProblems(
  slot: PackageSlot,
  descriptions: Readonly<Record<string, FileDescription>>,
): Problem[] {
  const { sources } = slot;
  return sources.flatMap(({ versionId, title, extension }): Problem[] => {
    const failure = descriptions[versionId]?.failure ?? null;
    if (extension === "docx") {
      if (sources.length === 1 && slot.pages.length === 0) return [];
      return [
        {
          code: "cannot_merge",
          tone: "late",
          words: `${title} is a Word file: it cannot be merged. Ask for a PDF`,
        },
      ];
    }
    return failure === null ? [] : [{ code: failure, tone: "late", words: unreadableWords(title, failure) }];
  });
}

/** Everything that is wrong with a slot, the worst first. */
export function problemsOf(
  slot: PackageSlot,
  descriptions: Readonly<Record<string, FileDescription>>,
): Problem[] {
  const findings = slot.findings.map(({ code, words }): Problem => ({ code, tone: "late", words }));
  const reading = readingProblems(slot, descriptions);
  const isWord = slot.sources.every(({ extension }) => extension === "docx");
  const empty: Problem[] =
    slot.sources.length > 0 && slot.pages.length === 0 && reading.length === 0 && !isWord
      ? [{ code: "no_pages", tone: "watch", words: "All its pages are left out or moved to another slot" }]
      : [];
  const known = new Set(reading.map(({ code }) => code));
  const faults = slot.faults
    .filter(({ code }) => !known.has(code))
    .map(({ code, words }): Problem => ({ code, tone: code === "coarse" ? "watch" : "late", words }));
  return [...findings, ...reading, ...faults, ...languageProblems(slot), ...empty].sort(
    (a, b) => Number(a.tone === "watch") - Number(b.tone === "watch"),
  );
}

/** Which slots a package has, what goes into each, and what is missing: from the checklist. Pure. */
import { slotKindOf, slotRank } from "@/lib/express-entry/documents/package-slots";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FileDescription, Finding, PlannedPage, SlotSource } from "../types";

/** What is made from the file itself. */
export const INDEX = "index";
export const LETTER = "letter";

const LETTER_KIND = "letter_of_explanation";

/** A line of the checklist, as far as a package is concerned. */
export interface PlannedLine {
  ruleKey: string;
  kind: string;
  title: string;
  personId: string | null;
  personName: string | null;
  required: boolean;
  country: string | null;
  /** Last day on which the accepted one can be sent; null: no end. */
  lastDay: IsoDate | null;
  /** Days in the firm's zone. */
  requestedOn: IsoDate | null;
  /** The accepted file; null while there is none. */
  accepted: SlotSource | null;
}

export interface PlannedSlot {
  slotKey: string;
  kind: string;
  title: string;
  personId: string | null;
  personName: string | null;
  required: boolean;
  country: string | null;
  sources: SlotSource[];
  findings: Finding[];
}

/** `requested on 3 Nov 2026`; empty where nobody has been asked. */
function proofOfRequest({ requestedOn }: PlannedLine): string {
  return requestedOn === null ? "" : `, requested on ${plainDate(requestedOn)}`;
}

/** What is wrong with a line; its title is said where it is not that of its slot. */
function findingsOf(line: PlannedLine, plannedOn: IsoDate, isOwn: boolean): Finding[] {
  const said = (words: string) =>
    isOwn ? words.charAt(0).toUpperCase() + words.slice(1) : `${line.title}: ${words}`;
  if (line.accepted === null) {
    if (!line.required) return [];
    return [{ code: "missing", words: said(`not accepted yet${proofOfRequest(line)}`) }];
  }
  const { lastDay } = line;
  if (lastDay === null || lastDay >= plannedOn) return [];
  const short = daysBetween(lastDay, plannedOn);
  return [{ code: "stale", words: said(`ends ${plainDate(lastDay)}, ${short} d before it is sent`) }];
}

/** The key of the slot that a line goes into: its own, unless another line's slot takes it. */
function slotKeyOf(line: PlannedLine, lines: readonly PlannedLine[]): string {
  if (line.kind === LETTER_KIND) return LETTER;
  const kind = slotKindOf(line.kind);
  if (kind === line.kind) return line.ruleKey;
  const host = lines.find((other) => other.kind === kind && other.personId === line.personId);
  return (host ?? line).ruleKey;
}

function generated(slotKey: string, kind: string, title: string): PlannedSlot {
  return {
    ...{ slotKey, kind, title },
    ...{ personId: null, personName: null, required: false, country: null },
    ...{ sources: [], findings: [] },
  };
}

/**
 * The slots in the order of the portal: the index first, then every line that is required or has an accepted file. What
 * shares a slot is one, the letter that is drafted from the file among them.
 */
export function planSlots(lines: readonly PlannedLine[], plannedOn: IsoDate): PlannedSlot[] {
  const slots = new Map<string, PlannedSlot>([
    [LETTER, generated(LETTER, LETTER_KIND, "Letter of explanation")],
  ]);
  const hostsFirst = [...lines].sort(
    (a, b) => Number(slotKeyOf(a, lines) !== a.ruleKey) - Number(slotKeyOf(b, lines) !== b.ruleKey),
  );
  for (const line of hostsFirst) {
    const findings =
      line.kind === LETTER_KIND ? [] : findingsOf(line, plannedOn, slotKeyOf(line, lines) === line.ruleKey);
    if (line.accepted === null && findings.length === 0) continue;
    const slotKey = slotKeyOf(line, lines);
    const slot = slots.get(slotKey) ?? { ...line, slotKey, sources: [], findings: [] };
    slots.set(slotKey, {
      slotKey,
      kind: slot.kind,
      title: slot.title,
      personId: slot.personId,
      personName: slot.personName,
      required: slot.required || (line.required && line.kind !== LETTER_KIND),
      country: slot.country,
      sources: [...slot.sources, ...(line.accepted === null ? [] : [line.accepted])],
      findings: [...slot.findings, ...findings],
    });
  }
  const place = new Map(lines.map(({ ruleKey }, index) => [ruleKey, index]));
  const inOrder = [...slots.values()].sort(
    (a, b) =>
      slotRank(a.kind) - slotRank(b.kind) || (place.get(a.slotKey) ?? 0) - (place.get(b.slotKey) ?? 0),
  );
  return [generated(INDEX, INDEX, "Index"), ...inOrder];
}

/** A slot's arrangement, as far as planning anew keeps it. */
export interface Arrangement {
  slotKey: string;
  sources: readonly SlotSource[];
  pages: readonly PlannedPage[];
}

/**
 * The planned slots with what was arranged before: pages stay where somebody has put them, those of files that are
 * accepted no more go, those of a slot that is gone come back to their own. Files that are new wait to be placed.
 */
export function keepArrangement(
  planned: readonly PlannedSlot[],
  before: readonly Arrangement[],
): (PlannedSlot & { pages: PlannedPage[] })[] {
  const accepted = new Set(planned.flatMap(({ sources }) => sources.map(({ versionId }) => versionId)));
  const placed = new Set(
    before.flatMap(({ sources }) =>
      sources.filter((source) => source.placed).map(({ versionId }) => versionId),
    ),
  );
  const arranged = new Map(before.map(({ slotKey, pages }) => [slotKey, pages]));
  const keys = new Set(planned.map(({ slotKey }) => slotKey));
  const homeless = before.filter(({ slotKey }) => !keys.has(slotKey)).flatMap(({ pages }) => pages);
  return planned.map((slot) => {
    const own = new Set(slot.sources.map(({ versionId }) => versionId));
    return {
      ...slot,
      sources: slot.sources.map((source) => ({ ...source, placed: placed.has(source.versionId) })),
      pages: [
        ...(arranged.get(slot.slotKey) ?? []).filter(({ versionId }) => accepted.has(versionId)),
        ...homeless.filter(({ versionId }) => own.has(versionId)),
      ],
    };
  });
}

/** The slot with the pages of its new files, in their own order after what is there; each file is placed once. */
export function placePages(
  { sources, pages }: Pick<Arrangement, "sources" | "pages">,
  descriptions: ReadonlyMap<string, FileDescription>,
): { sources: SlotSource[]; pages: PlannedPage[] } {
  const fresh = sources
    .filter(({ placed }) => !placed)
    .flatMap(({ versionId }) =>
      (descriptions.get(versionId)?.pages ?? []).map((_, page): PlannedPage => ({
        versionId,
        page,
        turn: 0,
      })),
    );
  return { sources: sources.map((source) => ({ ...source, placed: true })), pages: [...pages, ...fresh] };
}

/** What the package does not have yet, or has no more: titles of documents whose accepted file is another one now. */
export function outdatedTitles(
  slots: readonly Pick<Arrangement, "slotKey" | "sources">[],
  planned: readonly PlannedSlot[],
): string[] {
  const has = new Map(slots.flatMap(({ sources }) => sources.map((source) => [source.versionId, source])));
  const needs = new Map(
    planned.flatMap(({ sources }) => sources.map((source) => [source.versionId, source])),
  );
  const came = [...needs].filter(([id]) => !has.has(id)).map(([, { title }]) => title);
  const gone = [...has].filter(([id]) => !needs.has(id)).map(([, { title }]) => title);
  return [...new Set([...came, ...gone])];
}

/** How long the steps of an item take: the firm's own closed items where there are enough, else a stated spread. Pure. */
import type { DocumentDuration } from "@/lib/checklist/history/types";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import { policeNoteOf } from "@/lib/express-entry/documents/police-notes";
import { inTurn, quantilesOf, spreadOf, type Spread } from "./quantiles";
import type { DurationSource, OpenItem, StepDurations, Quantiles } from "./types";

/** Fewer closed items than this say too little; the lead time stands in. */
export const ENOUGH_FILES = 8;

/**
 * Around a lead time, as estimated by ourselves: one in ten takes three quarters of it, one in ten 1.4 times as long
 * or longer, none more than twice.
 */
const LEAD_SPREAD: Spread = [
  [0, 0.5],
  [0.1, 0.75],
  [0.5, 1],
  [0.9, 1.4],
  [1, 2],
];

/** The firm's decision, where it has too few of its own: half within two days, nine of ten within four. */
const REVIEW: Quantiles = spreadOf(2, [
  [0, 0.1],
  [0.5, 1],
  [0.9, 2],
  [1, 3.5],
]);
/** A translation of the original, where the country issues in neither English nor French. */
const TRANSLATION: Quantiles = spreadOf(5, [
  [0, 0.4],
  [0.5, 1],
  [0.9, 2],
  [1, 3],
]);
/** One document in five comes back once, as an estimate of our own. */
const RETURN_SHARE = 0.2;
/** What was returned comes again within a week as a rule, or within its own lead time if that is shorter. Days. */
const REDO_DAYS = 7;

const DAY_MS = 86_400_000;
const daysFrom = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / DAY_MS);

/** Kinds that carry the language of their country. */
const IN_THE_LANGUAGE: ReadonlySet<string> = new Set<DocumentKind>([
  "police",
  "diploma",
  "reference_letter",
  "self_employment",
]);

/** Countries whose authorities, schools and employers write in English or French, as a rule (our own list, not IRCC's). */
const ENGLISH_OR_FRENCH: ReadonlySet<string> = new Set(
  (
    "AU BB BE BF BI BJ BS BW BZ CA CD CF CG CH CI CM DJ FJ FR GA GB GD GH GM GN GY HK IE IN JM KE KM LC LK LR LS LU MC " +
    "MG ML MT MU MW NA NE NG NZ PG PH PK RW SC SG SL SN SS SZ TD TG TT TZ UG US VC VU ZA ZM ZW AE QA BH KW"
  ).split(" "),
);

function needsTranslation({ kind, country }: Pick<OpenItem, "kind" | "country">): boolean {
  return country !== null && IN_THE_LANGUAGE.has(kind) && !ENGLISH_OR_FRENCH.has(country);
}

/** A group of closed items, counted once for the whole board. */
interface Group {
  files: number;
  obtain: Quantiles;
  review: Quantiles;
  returnShare: number;
  redo: Quantiles | null;
}

type Durations = ReadonlyMap<string, Group>;

function groupOf(closed: readonly DocumentDuration[]): Group {
  const again = closed.filter(({ returns }) => returns > 0);
  return {
    files: closed.length,
    obtain: quantilesOf(closed.map((one) => daysFrom(one.requestedAt, one.firstReceivedAt))),
    review: quantilesOf(closed.map((one) => daysFrom(one.receivedAt, one.acceptedAt))),
    returnShare: again.length / closed.length,
    // From having it first to having it last: the review that sent it back is in it.
    redo:
      again.length < ENOUGH_FILES
        ? null
        : quantilesOf(again.map((one) => daysFrom(one.firstReceivedAt, one.receivedAt))),
  };
}

const keyOf = (kind: string, country: string | null) => `${kind}:${country ?? ""}`;

/** The firm's closed items by kind and country, those groups that are large enough. */
export function durationsOf(closed: readonly DocumentDuration[]): Durations {
  const groups = new Map<string, DocumentDuration[]>();
  for (const one of closed) {
    const key = keyOf(one.kind, one.country);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const large = [...groups].filter(([, group]) => group.length >= ENOUGH_FILES);
  return new Map(large.map(([key, group]) => [key, groupOf(group)]));
}

/** Lead times of the document rules, in days. */
export type ShippedDays = Readonly<Record<DocumentKind, number>>;

function redoSpread(leadDays: number): Quantiles {
  return spreadOf(Math.max(1, Math.min(leadDays, REDO_DAYS)), LEAD_SPREAD);
}

/**
 * The lead time of a line. Where the authority waits for a letter of IRCC, which comes after the application, a note
 * stands in for the certificate (5.2, P): it takes what a letter of explanation takes.
 */
function leadOf(item: OpenItem, shipped: ShippedDays): { days: number; from: "shipped" | "entered" } {
  const noteOnly =
    item.kind === "police" && item.country !== null && policeNoteOf(item.country)?.requestLetter === true;
  if (noteOnly) return { days: shipped.letter_of_explanation, from: "shipped" };
  const days: Readonly<Record<string, number>> = shipped;
  return { days: item.leadDays, from: days[item.kind] === item.leadDays ? "shipped" : "entered" };
}

/** The steps of one open item. */
export function stepsOf(item: OpenItem, own: Durations, shipped: ShippedDays): StepDurations {
  const group = own.get(keyOf(item.kind, item.country));
  if (group) {
    const source: DurationSource = { from: "own", files: group.files };
    const { obtain, review, returnShare } = group;
    return { obtain, review, returnShare, redo: group.redo ?? redoSpread(item.leadDays), source };
  }
  const { days, from } = leadOf(item, shipped);
  const original = spreadOf(days, LEAD_SPREAD);
  return {
    obtain: needsTranslation(item) ? inTurn(original, TRANSLATION) : original,
    review: REVIEW,
    returnShare: RETURN_SHARE,
    redo: inTurn(redoSpread(item.leadDays), REVIEW),
    source: { from, days },
  };
}

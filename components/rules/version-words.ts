import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/format/dates";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { CellValue, RuleVersion, SheetCell } from "@/lib/rules/types";

export interface StateWords {
  tone: Tone;
  words: string;
}

/** Where a version stands today, in a few words. */
export function stateOf(version: RuleVersion, today: IsoDate): StateWords {
  if (version.status === "draft") return { tone: "info", words: "Draft" };
  if (version.status === "retired") return { tone: "neutral", words: "Retired" };
  if (version.replacedBy !== null) return { tone: "neutral", words: `Replaced by ${version.replacedBy}` };
  if (version.inForce && !version.hasValues) return { tone: "watch", words: "In force, no figures entered" };
  if (version.inForce) return { tone: "ok", words: "In force" };
  if (version.effectiveFrom > today)
    return { tone: "info", words: `From ${formatDate(version.effectiveFrom)}` };
  return { tone: "neutral", words: "Ended" };
}

const CONFIDENCE: Readonly<Record<string, string>> = {
  P: "verified in primary text",
  M: "two or more independent sources",
  S: "one source only",
  D: "derived from verified figures",
  K: "from knowledge, no source found",
  U: "not verified",
};

/** `M: two or more independent sources`. */
export function confidenceWords(confidence: string): string {
  const words = CONFIDENCE[confidence];
  return words === undefined ? confidence : `${confidence}: ${words}`;
}

/** A figure as it is read; a list of codes as its length where the list stands beside it. */
export function cellWords(value: CellValue, cell?: Pick<SheetCell, "options">): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-CA");
  const labelOf = (word: string) => cell?.options?.find((option) => option.value === word)?.label ?? word;
  if (typeof value === "string") return labelOf(value);
  if (cell?.options) return value.length === 0 ? "no condition" : value.map(labelOf).join(", ");
  return value.length === 0 ? "none" : value.join(" ");
}

/** What came to a list of codes and what left it. */
export function listChanges(
  now: readonly string[],
  before: readonly string[],
): { added: string[]; removed: string[] } {
  return {
    added: now.filter((code) => !before.includes(code)),
    removed: before.filter((code) => !now.includes(code)),
  };
}

/** `-10`, `+25`, `0`, with a real minus sign. */
export function signed(difference: number): string {
  if (difference === 0) return "0";
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

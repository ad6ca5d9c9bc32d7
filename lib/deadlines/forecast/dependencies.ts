/** What has to be there before something else can be asked for. One table; sections are those of the rules reference. */
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { OpenItem } from "./types";

export interface Dependency {
  kind: DocumentKind;
  /** Any open one of these kinds has to be accepted first. */
  after: readonly DocumentKind[];
  /** `person`: those of the same person; `case`: those of anybody. */
  of: "person" | "case";
  reason: string;
}

const ALL_BUT_FEES = DOCUMENT_KINDS.filter((kind) => kind !== "fee_receipt");

/**
 * Named dependencies. Two more hold for every window and have no line: a translation follows its original (5.5; a
 * step of the same item), and the sign-off follows all items (section 8).
 */
export const DEPENDENCIES: readonly Dependency[] = [
  {
    kind: "medical",
    after: ["passport"],
    of: "person",
    reason: "The panel physician identifies the person by the passport (5.4)",
  },
  {
    kind: "police",
    after: ["passport", "name_change"],
    of: "person",
    reason: "It is applied for with the passport, for every name used (5.2)",
  },
  {
    kind: "eca",
    after: ["diploma"],
    of: "person",
    reason: "The assessing body reads the diploma and its transcripts (section 5, education)",
  },
  {
    kind: "imm5604",
    after: ["custody"],
    of: "person",
    reason: "A custody order decides whether the other parent signs (section 5, line 15)",
  },
  {
    kind: "letter_of_explanation",
    after: ["police"],
    of: "case",
    reason: "It says what is missing, with the proof of request (5.2; section 5, line 24)",
  },
  {
    kind: "fee_receipt",
    after: ALL_BUT_FEES,
    of: "case",
    reason: "Fees are paid in the system once the rest is there (section 5, line 25)",
  },
];

/** A kind has one line at most. */
const RULES = new Map<string, Dependency>(DEPENDENCIES.map((rule) => [rule.kind, rule]));

type Linked = Pick<OpenItem, "kind" | "personId">;

/** For each item the places of those it waits for. An item that is asked for already waits for nothing. */
export function predecessorsOf(items: readonly (Linked & Pick<OpenItem, "state">)[]): number[][] {
  return items.map((item) => {
    const rule = item.state === "to_request" ? RULES.get(item.kind) : undefined;
    if (rule === undefined) return [];
    return items.flatMap((other, index) => {
      const asked = rule.of === "case" || other.personId === item.personId;
      return asked && rule.after.some((kind) => kind === other.kind) ? [index] : [];
    });
  });
}

/** Places in an order in which every item comes after those it waits for. The table has no circle (tested). */
export function inOrder(predecessors: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  const place = (index: number) => {
    if (placed.has(index)) return;
    placed.add(index);
    for (const before of predecessors[index] ?? []) place(before);
    order.push(index);
  };
  predecessors.forEach((_, index) => place(index));
  return order;
}

import type { QueueFilter } from "@/lib/checklist/review/types";

type Query = Readonly<Record<string, string | string[] | undefined>>;

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** What part of the queue an address asks for; what it says wrongly is as if it were not said. */
export function readQueueFilter(query: Query): QueueFilter {
  return {
    caseNumber: textOf(query.case),
    consultantId: textOf(query.consultant),
    kind: textOf(query.kind),
    order: query.order === "oldest" ? "oldest" : "urgent",
  };
}

/** The same as a query: `?case=26-0412`, or nothing. `more` is added to it. */
export function queueQuery(filter: QueueFilter, more: Readonly<Record<string, string>> = {}): string {
  const asked: Record<string, string | null> = {
    case: filter.caseNumber,
    consultant: filter.consultantId,
    kind: filter.kind,
    order: filter.order === "urgent" ? null : filter.order,
    ...more,
  };
  const said = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== null);
  return said.length === 0 ? "" : `?${new URLSearchParams(said).toString()}`;
}

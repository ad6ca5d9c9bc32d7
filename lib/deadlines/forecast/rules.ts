/** Checklist lines as the forecast takes them. Pure. */
import type { RequirementState } from "@/lib/checklist/types";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { OpenItem } from "./types";

interface Line extends Omit<OpenItem, "state" | "since"> {
  state: RequirementState;
  requestedAt: Date | null;
  receivedAt: Date | null;
  decidedAt: Date | null;
}

function sinceOf(line: Line): Date | null {
  if (line.state === "returned") return line.decidedAt;
  return line.state === "requested" ? line.requestedAt : line.receivedAt;
}

/** The lines that are still open, each with the day since which it is what it is. */
export function openItemsOf(lines: readonly Line[], timeZone: string): OpenItem[] {
  return lines.flatMap((line) => {
    const { id, kind, personId, country, title, personName, state, leadDays } = line;
    if (state === "accepted" || state === "waived") return [];
    const since = sinceOf(line);
    return [
      {
        ...{ id, kind, personId, country, title, personName, state, leadDays },
        since: since === null ? null : dateInZone(since, timeZone),
      },
    ];
  });
}

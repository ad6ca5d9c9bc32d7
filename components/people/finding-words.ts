/** Gaps and overlaps of the ten years in words, with where each is mended. Pure. */
import { daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { formatDateRange } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import type { Finding } from "@/lib/people/timeline/types";
import type { FactLinks } from "./edit-target";

const MISSING = { no_address: "No address", no_activity: "No work or study" } as const;

function daysOf({ from, to }: Finding): string {
  return to === null ? "" : `, ${formatCount(daysBetween(from, to) + 1, "day")}`;
}

/** `No address 31 May 2020 to 30 Jun 2020, 31 days`. */
export function findingWords(finding: Finding): string {
  const { kind, from, to, entries } = finding;
  const dates = formatDateRange(from, to);
  const [first = "", second = ""] = entries.map(({ label }) => label);
  switch (kind) {
    case "no_address":
    case "no_activity":
      return `${MISSING[kind]} ${dates}${daysOf(finding)}`;
    case "two_addresses":
      return `${first} and ${second} at once, ${dates}: two addresses`;
    case "two_jobs":
      return `${first} and ${second} at once, ${dates}: 30 h a week count`;
    case "work_during_study":
      return `${first} during full-time study at ${second}, ${dates}: not counted as Canadian work`;
  }
}

export interface FindingLink {
  label: string;
  href: string;
}

/** The forms that mend it: for a gap with its days filled in, for an overlap those of both entries. */
export function findingLinks(finding: Finding, personId: string, links: FactLinks): FindingLink[] {
  const { kind, from, to, entries } = finding;
  const days = { from, to: to ?? "" };
  const [first, second] = entries;
  switch (kind) {
    case "no_address":
      return [{ label: "Add an address", href: links.add("address", personId, days) }];
    case "no_activity":
      return [
        { label: "Add a job", href: links.add("job", personId, days) },
        { label: "Add studies", href: links.add("credential", personId, days) },
      ];
    case "two_addresses":
    case "two_jobs":
    case "work_during_study": {
      const of = kind === "two_addresses" ? "address" : "job";
      const other = kind === "work_during_study" ? "credential" : of;
      return [
        ...(first ? [{ label: `Change ${first.label}`, href: links.edit(of, first.id, "fromDate") }] : []),
        ...(second
          ? [{ label: `Change ${second.label}`, href: links.edit(other, second.id, "fromDate") }]
          : []),
      ];
    }
  }
}

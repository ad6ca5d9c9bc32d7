import { FilterChips } from "@/components/ui/filter-chips";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { AHEAD_DAYS } from "@/lib/deadlines/rules";
import type { DatesAsked, DeadlineKind, OtherDates } from "@/lib/deadlines/types";

const KIND_LABELS: Readonly<Partial<Record<DeadlineKind, string>>> = {
  nomination: "Nomination",
  biometrics: "Biometrics",
  adr: "Document request",
  pfl: "Fairness letter",
  language_test: "Language test",
  eca: "ECA",
  passport: "Passport",
  work_permit: "Status in Canada",
  medical: "Medical",
  passport_request: "Passport request",
  decision: "Six-month standard",
  court_leave: "Leave of the Court",
  copr: "COPR",
  pr_card: "PR card",
  closing: "Closing duties",
  file_transfer: "File transfer",
};

function hrefOf({ kind, days }: DatesAsked): string {
  const asked = new URLSearchParams({ ...(kind !== null && { kind }), days: String(days) });
  return `/deadlines/dates?${asked.toString()}`;
}

/** What is shown, and how far ahead. A kind that nobody has is left out. */
export function DateFilters({ dates }: { dates: OtherDates }) {
  const { kind, days, counts } = dates;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const chips = counts.filter(({ kind: one, count }) => count > 0 || one === kind);
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
      <FilterChips
        label="Kind"
        items={[
          { href: hrefOf({ kind: null, days }), label: "All", count: all, current: kind === null },
          ...chips.map(({ kind: one, count }) => ({
            href: hrefOf({ kind: one, days }),
            label: KIND_LABELS[one] ?? one,
            count,
            current: one === kind,
          })),
        ]}
      />
      <SegmentedControl
        label="Ahead"
        items={AHEAD_DAYS.map((one) => ({
          href: hrefOf({ kind, days: one }),
          label: `${one} days`,
          current: one === days,
        }))}
      />
    </div>
  );
}

/** What was sent back, and why. Pure. */
import { formatCount } from "@/lib/format/quantities";
import type { Figure, ReportTable } from "../types";
import { count, grouped, share, sum, type Counted } from "./counted";
import { kindLabel, reasonLabel } from "./kinds";

/** Reasons in the chart. */
const CHARTED = 10;

const returnsOf = (rows: readonly Counted[]) => rows.filter(({ part }) => part !== "");

/** By kind, under each its reasons; and the commonest reasons of all kinds as a chart. */
export function returnTables(rows: readonly Counted[]): ReportTable[] {
  const returns = returnsOf(rows);
  const reasons = returns.toSorted((a, b) => b.n - a.n || a.group.localeCompare(b.group)).slice(0, CHARTED);
  const figure = (more: Omit<Figure, "set"> = {}): Figure => ({ set: "reviews", ...more });
  const all = sum(rows);
  return [
    {
      id: "by-kind",
      title: "Documents sent back, by kind and reason",
      definition:
        "Of files that were reviewed in the period: those that stand returned, as a share of all reviewed. A return that was undone is none.",
      columns: ["Document and reason", "Reviewed", "Returned", "Share"],
      rows: grouped(rows, "group")
        .toSorted((a, b) => sum(returnsOf(b.rows)) - sum(returnsOf(a.rows)) || b.n - a.n)
        .flatMap(({ key: group, rows: own, n }) => {
          const back = returnsOf(own);
          return [
            {
              label: kindLabel(group),
              cells: [
                count(n, figure({ group })),
                count(sum(back), figure({ group, returned: true })),
                share(sum(back), n, figure({ group, returned: true })),
              ],
            },
            ...grouped(back, "part").map(({ key: part, n: times }) => ({
              label: reasonLabel(group, part),
              part: true,
              cells: [
                { value: null, unit: "count" as const, figure: null },
                count(times, figure({ group, part })),
                share(times, n, figure({ group, part })),
              ],
            })),
          ];
        }),
      total: {
        label: "All",
        cells: [
          count(all, figure()),
          count(sum(returns), figure({ returned: true })),
          share(sum(returns), all, figure({ returned: true })),
        ],
      },
      chart: {
        kind: "bars",
        unit: "count",
        bars: reasons.map(({ group, part, n }) => ({
          ...{ label: `${reasonLabel(group, part)}, ${kindLabel(group)}`, value: n, note: "" },
        })),
      },
    },
  ];
}

export function returnHeadline(rows: readonly Counted[]): string {
  const returns = returnsOf(rows);
  if (returns.length === 0) return "No document was sent back in this period.";
  const [first] = returns.toSorted((a, b) => b.n - a.n);
  const words = `${sum(returns)} of ${formatCount(sum(rows), "reviewed document")} sent back`;
  return first
    ? `${words}, most often for “${reasonLabel(first.group, first.part)}” (${kindLabel(first.group)}, ${first.n}).`
    : `${words}.`;
}

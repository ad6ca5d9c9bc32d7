/** How long files stayed in each stage. Pure. */
import { STAGE_LABELS } from "@/lib/cases/rules";
import { formatCount } from "@/lib/format/quantities";
import { FEW } from "../rules";
import type { Figure, ReportTable } from "../types";
import { count, days, sum, type Measured } from "./counted";

/** Stages in the order of the way. */
export const STAGE_ORDER: readonly string[] = Object.keys(STAGE_LABELS);
const LABELS: Readonly<Record<string, string | undefined>> = STAGE_LABELS;

export const stageLabel = (stage: string): string => LABELS[stage] ?? stage;

/** Stays that ended, by stage in the order of the way. */
export function stageTables(measured: readonly Measured[]): ReportTable[] {
  const rows = measured.toSorted((a, b) => STAGE_ORDER.indexOf(a.group) - STAGE_ORDER.indexOf(b.group));
  const figure = (group: string): Figure => ({ set: "stays", group });
  return [
    {
      id: "by-stage",
      title: "Days in each stage",
      definition:
        "Of stays that ended in the period: half of the files left the stage within the median, four of five within the second figure. Files that are still there are not in it.",
      columns: ["Stage", "Stays", "Median days", "80th percentile"],
      rows: rows.map(({ group, n, median, eighty }) => ({
        label: stageLabel(group),
        cells: [count(n, figure(group)), days(median, n, figure(group)), days(eighty, n, figure(group))],
      })),
      total: { label: "All", cells: [count(sum(rows), { set: "stays" })] },
      chart: {
        kind: "bars",
        unit: "days",
        markLabel: "80th percentile",
        bars: rows
          .filter(({ n }) => n >= FEW)
          .map(({ group, n, median, eighty }) => ({
            ...{ label: stageLabel(group), value: median, mark: eighty },
            note: `n = ${n}`,
          })),
      },
    },
  ];
}

export function stageHeadline(measured: readonly Measured[]): string {
  const [longest] = measured.filter(({ n }) => n >= FEW).toSorted((a, b) => b.median - a.median);
  if (!longest) return "Fewer than five stays in any stage ended in this period: too few for a median.";
  return `The longest stage is “${stageLabel(longest.group)}”: half of the files left it within ${formatCount(longest.median, "day")}.`;
}

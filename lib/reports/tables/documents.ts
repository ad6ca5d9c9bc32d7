/** How long documents took from being asked for to being accepted. Pure. */
import { countryName } from "@/lib/format/countries";
import { formatCount } from "@/lib/format/quantities";
import { FEW } from "../rules";
import type { Figure, ReportRow, ReportTable } from "../types";
import { count, days, sum, type Measured } from "./counted";
import { kindLabel } from "./kinds";

function rowOf(measured: Measured): ReportRow {
  const { group, part, n, median, eighty, clientMedian, ownMedian, returned } = measured;
  const figure: Figure = { set: "documents", group, ...(part !== null && { part }) };
  return {
    label: part === null ? kindLabel(group) : countryName(part),
    part: part !== null,
    cells: [
      count(n, figure),
      days(median, n, figure),
      days(eighty, n, figure),
      days(clientMedian, n, figure),
      days(ownMedian, n, figure),
      count(returned, { ...figure, returned: true }),
    ],
  };
}

/** Kinds with the most documents first, under each its countries. */
export function documentTables(measured: readonly Measured[]): ReportTable[] {
  const kinds = measured
    .filter(({ part }) => part === null)
    .toSorted((a, b) => b.n - a.n || a.group.localeCompare(b.group));
  const countriesOf = (kind: string) =>
    measured
      .filter(({ group, part }) => group === kind && part !== null && part !== "")
      .toSorted((a, b) => b.n - a.n || (a.part ?? "").localeCompare(b.part ?? ""));
  const figure: Figure = { set: "documents" };
  return [
    {
      id: "by-kind",
      title: "Days from asking to accepting, by kind and country",
      definition:
        "Of documents that were asked for and accepted in the period: the days from the first request to the acceptance, of them how long until the file that was accepted came in, and how long it then waited for us.",
      columns: [
        ...["Document", "Accepted", "Median days", "80th percentile"],
        ...["Until it came", "Then with us", "Returned before"],
      ],
      rows: kinds.flatMap((kind) => [rowOf(kind), ...countriesOf(kind.group).map(rowOf)]),
      total: {
        label: "All",
        cells: [
          count(sum(kinds), figure),
          ...Array.from({ length: 4 }, () => ({ value: null, unit: "days" as const, figure: null })),
          count(
            kinds.reduce((all, { returned }) => all + returned, 0),
            { ...figure, returned: true },
          ),
        ],
      },
      chart: {
        kind: "bars",
        unit: "days",
        markLabel: "80th percentile",
        bars: kinds
          .filter(({ n }) => n >= FEW)
          .map(({ group, n, median, eighty }) => ({
            ...{ label: kindLabel(group), value: median, mark: eighty },
            note: `n = ${n}`,
          })),
      },
    },
  ];
}

export function documentHeadline(measured: readonly Measured[]): string {
  const [longest] = measured
    .filter(({ n, part }) => n >= FEW && part === null)
    .toSorted((a, b) => b.median - a.median);
  if (!longest)
    return "Fewer than five documents of any kind were accepted in this period: too few for a median.";
  return `The slowest kind is “${kindLabel(longest.group)}”: half of them took ${formatCount(longest.median, "day")} or less.`;
}

/** What lies open with whom now. Pure. */
import { formatCount } from "@/lib/format/quantities";
import type { FactSet, Figure, ReportOwner, ReportTable } from "../types";
import { count, grouped, sum, type Counted } from "./counted";
import { STAGE_ORDER, stageLabel } from "./stages";

const SETS = ["open_cases", "open_windows", "waiting_reviews"] as const satisfies readonly FactSet[];

export type Workload = Readonly<Record<(typeof SETS)[number], readonly Counted[]>>;

/** By consultant, those with nothing open included and those who have left something, and by stage. */
export function workloadTables(load: Workload, staff: readonly ReportOwner[]): ReportTable[] {
  const cells = (which: Omit<Figure, "set">, counts: (row: Counted) => boolean) =>
    SETS.map((set) => count(sum(load[set].filter(counts)), { set, ...which }));
  const has = (id: string) => SETS.some((set) => load[set].some((row) => row.ownerId === id));
  const owners = staff.filter(({ id, isAssignable }) => isAssignable || has(id));
  const files = (id: string) => sum(load.open_cases.filter((row) => row.ownerId === id));
  return [
    {
      id: "by-consultant",
      title: "Open work by consultant",
      definition:
        "As of now: files that have not ended, 60-day windows that run, and documents that came in and wait for review, by who has the file.",
      columns: ["Consultant", "Open files", "Open windows", "Reviews waiting"],
      rows: owners.map(({ id, name }) => ({
        label: name,
        cells: cells({ owner: id }, (row) => row.ownerId === id),
      })),
      total: { label: "All", cells: cells({}, () => true) },
      chart: {
        kind: "bars",
        unit: "count",
        bars: owners
          .map(({ id, name }) => ({ label: name, value: files(id), note: "" }))
          .toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label)),
      },
    },
    {
      ...{ id: "by-stage", title: "Open files by stage", chart: null },
      definition: "Files that have not ended, by the stage they are in.",
      columns: ["Stage", "Open files"],
      rows: grouped(load.open_cases, "group")
        .toSorted((a, b) => STAGE_ORDER.indexOf(a.key) - STAGE_ORDER.indexOf(b.key))
        .map(({ key: group, n }) => ({
          label: stageLabel(group),
          cells: [count(n, { set: "open_cases", group })],
        })),
      total: { label: "All", cells: [count(sum(load.open_cases), { set: "open_cases" })] },
    },
  ];
}

export function workloadHeadline(load: Workload): string {
  const [files, windows, reviews] = SETS.map((set) => sum(load[set]));
  return `${formatCount(files ?? 0, "open file")}, ${formatCount(windows ?? 0, "open window")}, ${formatCount(reviews ?? 0, "document")} waiting for review.`;
}

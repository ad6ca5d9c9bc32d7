/** Windows that ended: met, missed, declined. Pure. */
import { formatMonth } from "@/lib/format/dates";
import { FEW, OUTCOME_LABELS } from "../rules";
import type { Figure, ReportCell, ReportRow, ReportTable } from "../types";
import { count, share, sum, type Counted } from "./counted";

const OUTCOMES = Object.keys(OUTCOME_LABELS) as (keyof typeof OUTCOME_LABELS)[];
const LOOKS = { met: "good", missed: "bad", declined: "other", withdrawn: "quiet" } as const;

const COLUMNS = ["Ended", ...OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome]), "On time"];

const DEFINITION =
  "On time: submitted on or before the window’s last day, as a share of the windows submitted or missed. A window counts on the day it ended: submitted, declined, withdrawn with its file, or its last day passed.";

const of = (rows: readonly Counted[], outcome: string) => sum(rows.filter(({ group }) => group === outcome));

function cellsOf(rows: readonly Counted[], which: Omit<Figure, "set">): ReportCell[] {
  const figure = (group?: string): Figure => ({
    set: "ended_windows",
    ...which,
    ...(group !== undefined && { group }),
  });
  const [met, missed] = [of(rows, "met"), of(rows, "missed")];
  return [
    count(sum(rows), figure()),
    ...OUTCOMES.map((outcome) => count(of(rows, outcome), figure(outcome))),
    share(met, met + missed, figure("met")),
  ];
}

/** `11 of 12`, as a percentage where there are enough. */
function rateWords(rows: readonly Counted[]): string {
  const [met, missed] = [of(rows, "met"), of(rows, "missed")];
  const all = met + missed;
  if (all === 0) return "";
  return all < FEW ? `${met} of ${all}` : `${Math.round((100 * met) / all)} %`;
}

/** What became of the windows that ended, by month and by consultant. */
export function onTimeTables(
  rows: readonly Counted[],
  months: readonly string[],
  owners: readonly { id: string; name: string }[],
): ReportTable[] {
  const total: ReportRow = { label: "All", cells: cellsOf(rows, {}) };
  const byMonth = months.map((month) => ({ month, rows: rows.filter((row) => row.month === month) }));
  const byOwner = owners
    .map((owner) => ({ owner, rows: rows.filter((row) => row.ownerId === owner.id) }))
    .filter(({ rows: own }) => own.length > 0);
  return [
    {
      ...{ id: "by-month", title: "Windows by month", definition: DEFINITION, total },
      columns: ["Month", ...COLUMNS],
      rows: byMonth.map(({ month, rows: own }) => ({
        label: formatMonth(`${month}-01`),
        cells: cellsOf(own, { month }),
      })),
      chart: {
        kind: "columns",
        parts: OUTCOMES.map((outcome) => ({ label: OUTCOME_LABELS[outcome], look: LOOKS[outcome] })),
        columns: byMonth.map(({ month, rows: own }) => ({
          label: formatMonth(`${month}-01`),
          values: OUTCOMES.map((outcome) => of(own, outcome)),
          note: rateWords(own),
        })),
      },
    },
    {
      ...{ id: "by-consultant", title: "Windows by consultant", total, chart: null },
      definition: "By who has the file now, who need not have had it when the window ended.",
      columns: ["Consultant", ...COLUMNS],
      rows: byOwner.map(({ owner, rows: own }) => ({
        label: owner.name,
        cells: cellsOf(own, { owner: owner.id }),
      })),
    },
  ];
}

export function onTimeHeadline(rows: readonly Counted[]): string {
  const [met, missed] = [of(rows, "met"), of(rows, "missed")];
  const all = met + missed;
  if (all === 0) return "No window was submitted or missed in this period.";
  const rate = all < FEW ? "too few for a rate" : `${Math.round((100 * met) / all)} % on time`;
  return `${met} of ${all} windows submitted on or before the last day: ${rate}.`;
}

import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { STAGE_LABELS } from "@/lib/cases/rules";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { csvText, type CsvValue } from "@/lib/format/csv";
import { can } from "@/lib/policy/can";
import { listFactsForExport } from "../facts/queries";
import { getReport } from "../queries";
import { readReportName, type Params } from "../rules";
import { exportReportInput } from "../schemas";
import type { ReportCell, ReportTable } from "../types";

/** The file with the rows behind a figure; every other is a table's. */
const ROWS_FILE = "cases.csv";

type Sheet = { head: string[]; rows: CsvValue[][] };

/** What a cell is, and of how many: a figure of few is empty, and says so by its number. */
const valuesOf = ({ value, of, unit }: ReportCell): CsvValue[] =>
  unit === "count" ? [value] : [value, of ?? null];

function sheetOf({ columns, rows, total }: ReportTable): Sheet {
  const [first = "", ...names] = columns;
  const cells = rows[0]?.cells ?? total?.cells ?? [];
  const heads = names.flatMap((name, index) =>
    cells[index]?.unit === "count" ? [name] : [name, `${name}: of`],
  );
  let whole = "";
  return {
    head: [first, "Part", ...heads],
    rows: [...rows, ...(total ? [total] : [])].map((row) => {
      if (!row.part) whole = row.label;
      return [whole, row.part ? row.label : null, ...row.cells.flatMap(valuesOf)];
    }),
  };
}

async function rowsSheet(ctx: StaffContext, name: string, params: Params): Promise<Sheet> {
  const { rows, dateLabel, daysLabel } = await listFactsForExport(ctx, name, params);
  return {
    head: ["File", "Client", "Consultant", "Stage now", "What", dateLabel, ...(daysLabel ? [daysLabel] : [])],
    rows: rows.map((row) => [
      ...[row.number, row.displayName, row.ownerName, STAGE_LABELS[row.stage], row.what, row.on],
      ...(daysLabel ? [row.days] : []),
    ]),
  };
}

async function readSheet(ctx: ActorContext, name: string, file: string, params: Params): Promise<Sheet> {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff export reports.");
  if (file === ROWS_FILE) return rowsSheet(ctx, name, params);
  const { tables } = await getReport(ctx, name, params);
  const table = tables.find(({ id }) => `${id}.csv` === file);
  if (!table) throw notFound();
  return sheetOf(table);
}

/** A table of a report, or the rows behind a figure, as CSV: a command, as every list that leaves the firm. */
export const exportReport = defineCommand({
  name: "report.export",
  input: exportReportInput,
  load: async (_ctx, { name }) => {
    const known = readReportName(name);
    if (known === null) throw notFound();
    return known;
  },
  authorise: (actor) => can(actor, "case.export"),
  async execute(ctx, name, { file, query }) {
    const params = Object.fromEntries(new URLSearchParams(query));
    const { head, rows } = await readSheet(ctx, name, file, params);
    return audited(
      { csv: csvText(head, rows), fileName: `${name}-${file}` },
      {
        event: "case.exported",
        object: { kind: "report", id: null },
        detail: { report: name, file, rows: rows.length },
      },
    );
  },
});

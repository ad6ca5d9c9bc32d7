import { Download } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { buttonClass } from "@/components/ui/button-class";
import { classNames } from "@/components/ui/class-names";
import { HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { reportQuery } from "@/lib/reports/rules";
import type { Report, ReportRow, ReportTable } from "@/lib/reports/types";
import { BarsChart } from "./bars-chart";
import { ColumnsChart } from "./columns-chart";
import { FigureCell } from "./figure-cell";

interface TableRowProps {
  report: Report;
  columns: readonly string[];
  row: ReportRow;
  isTotal?: boolean;
}

function TableRow({ report, columns, row, isTotal }: TableRowProps) {
  return (
    <Row className={isTotal ? "font-semibold" : undefined}>
      <RowHead wrap>
        {row.part ? <span className="block pl-5 font-normal">{row.label}</span> : row.label}
      </RowHead>
      {row.cells.map((cell, index) => (
        <FigureCell
          key={columns[index + 1]}
          report={report}
          cell={cell}
          label={`${columns[index + 1] ?? ""}, ${row.label}`}
        />
      ))}
    </Row>
  );
}

/** A table with its definition, its picture above it, and its file. */
export function ReportCard({ report, table }: { report: Report; table: ReportTable }) {
  const { id, title, definition, columns, rows, total, chart } = table;
  const isEmpty = rows.length === 0;
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={title}
        actions={
          report.allowed.export &&
          !isEmpty && (
            <a
              href={`/api/reports/${report.name}/${id}.csv${reportQuery(report.state)}`}
              className={classNames(buttonClass({ variant: "quiet", size: "sm" }), "print:hidden")}
              aria-label={`CSV: ${title}`}
              download
            >
              <Download aria-hidden />
              CSV
            </a>
          )
        }
      />
      <CardBody className="border-b border-line">
        <p className="max-w-prose text-sm text-ink-2">{definition}</p>
        {chart?.kind === "columns" && <ColumnsChart title={title} chart={chart} />}
        {chart?.kind === "bars" && chart.bars.length > 0 && <BarsChart title={title} chart={chart} />}
      </CardBody>
      {isEmpty ? (
        <p className="px-4 py-3.5 text-ink-2">Nothing in this period.</p>
      ) : (
        <Table caption={title}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <HeadCell key={column} align={index === 0 ? "left" : "right"}>
                  {column}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <TableRow key={`${index} ${row.label}`} {...{ report, columns, row }} />
            ))}
            {total && <TableRow {...{ report, columns }} row={total} isTotal />}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

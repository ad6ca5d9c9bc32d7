import { DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { FactList } from "@/lib/reports/types";

/** The rows behind a figure, the newest first, each with the case it is about. */
export function FactsTable({ list }: { list: FactList }) {
  const { rows, title, dateLabel, daysLabel } = list;
  if (rows.length === 0) return <p className="px-4 py-3.5 text-ink-2">Nothing in this period.</p>;
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <HeadCell>Client</HeadCell>
          <HeadCell>File</HeadCell>
          <HeadCell>What</HeadCell>
          <HeadCell align="right">{dateLabel}</HeadCell>
          {daysLabel !== null && <HeadCell align="right">{daysLabel}</HeadCell>}
          <HeadCell>Consultant</HeadCell>
          <HeadCell>Stage now</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead>
              <RowLink href={`/cases/${row.number}/overview`}>{row.displayName}</RowLink>
            </RowHead>
            <Cell className="tabular-nums">{row.number}</Cell>
            <Cell>{row.what}</Cell>
            <Cell align="right">
              <DateText date={row.on} />
            </Cell>
            {daysLabel !== null && <Cell align="right">{row.days}</Cell>}
            <Cell>{row.ownerName}</Cell>
            <Cell>{STAGE_LABELS[row.stage]}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

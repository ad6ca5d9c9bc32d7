import { DaysLeft } from "@/components/ui/days-left";
import { RowKeys } from "@/components/ui/row-keys";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { RadarLine } from "@/lib/profiles/radar/types";

interface RadarTableProps {
  lines: readonly RadarLine[];
  today: string;
  /** Of those who fall: the one thing that would make up for it. */
  withAdvice?: boolean;
}

/** Clients who cross a recent cut-off, the nearest day first. */
export function RadarTable({ lines, today, withAdvice = false }: RadarTableProps) {
  return (
    <RowKeys>
      <Table caption={withAdvice ? "Clients who fall below a cut-off" : "Clients who rise above a cut-off"}>
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell align="right">On</HeadCell>
            <HeadCell>Why</HeadCell>
            <HeadCell align="right">Score</HeadCell>
            <HeadCell>Cut-off</HeadCell>
            {withAdvice && <HeadCell>What would help</HeadCell>}
            <HeadCell>Owner</HeadCell>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.caseId}>
              <RowHead>
                <RowLink href={`/cases/${line.number}/assessment/forecast`}>{line.displayName}</RowLink>{" "}
                <span className="text-xs font-normal text-ink-2 max-md:block">{line.number}</span>
              </RowHead>
              <Cell>
                <DaysLeft date={line.on} today={today} look="board" />
              </Cell>
              <Cell wrap className="min-w-36 first-letter:uppercase">
                {line.label}
              </Cell>
              <Cell align="right">
                {line.scoreBefore !== line.scoreAfter && `${line.scoreBefore} → `}
                <b className="font-semibold">{line.scoreAfter}</b>
              </Cell>
              <Cell className="tabular-nums">
                {line.lowestCrs}, {line.round}
              </Cell>
              {withAdvice && (
                <Cell wrap className="min-w-64">
                  {line.advice ?? "Being worked out"}
                </Cell>
              )}
              <Cell>{line.ownerName}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

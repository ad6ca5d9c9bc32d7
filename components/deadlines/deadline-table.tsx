import { Card } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { EmptyState } from "@/components/ui/empty-state";
import { RowKeys } from "@/components/ui/row-keys";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { DeadlineRow } from "@/lib/deadlines/types";

/** Clocks of one kind as a list, nearest first, each with its formula. */
export function DeadlineTable({
  rows,
  today,
  empty,
  more = 0,
}: {
  rows: readonly DeadlineRow[];
  today: string;
  empty: string;
  /** How many there are beside these. */
  more?: number;
}) {
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState title="Nothing runs out">{empty}</EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <RowKeys>
        <Table caption="Deadlines, nearest first">
          <thead>
            <tr>
              <HeadCell>Client</HeadCell>
              <HeadCell align="right">Days left</HeadCell>
              <HeadCell>What ends</HeadCell>
              <HeadCell>How it is counted</HeadCell>
              <HeadCell>Owner</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead>
                  <RowLink href={`/cases/${row.number}/overview`}>{row.displayName}</RowLink>{" "}
                  <span className="text-xs font-normal text-ink-2">{row.number}</span>
                </RowHead>
                <Cell align="right">
                  <DaysLeft
                    date={row.dueOn}
                    today={today}
                    tone={row.daysLeft < 0 ? "late" : row.daysLeft < 30 ? "watch" : "neutral"}
                  />
                </Cell>
                <Cell>{row.title}</Cell>
                <Cell wrap className="min-w-56 text-ink-2">
                  {row.rule}
                </Cell>
                <Cell>{row.ownerName}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </RowKeys>
      {more > 0 && (
        <p className="px-4 py-2 text-sm text-ink-2">
          These are the nearest {rows.length}; {more} more end later. Choose a kind, or look less far ahead.
        </p>
      )}
    </Card>
  );
}

import { ChartLine, Table2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { RoundDto } from "@/lib/draws/types";
import { formatNumber } from "@/lib/format/quantities";
import { RoundLine } from "./round-line";

function RoundsOfKind({ rounds, marked }: { rounds: readonly RoundDto[]; marked: string }) {
  return (
    <div className="max-h-56 overflow-y-auto">
      <Table caption="Rounds of this kind, newest first" stickyHead>
        <thead>
          <tr>
            <HeadCell>Date</HeadCell>
            <HeadCell align="right">Lowest CRS</HeadCell>
            <HeadCell align="right">Invitations</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rounds.toReversed().map(({ id, date, lowestCrs, invitations }) => (
            <Row key={id}>
              <RowHead>
                <RowLink href={`/draws/${encodeURIComponent(id)}`}>
                  <DateText date={date} />
                </RowLink>
                {id === marked && <span className="ml-2 text-xs font-normal text-ink-2">this round</span>}
              </RowHead>
              <Cell align="right">{lowestCrs}</Cell>
              <Cell align="right">{formatNumber(invitations)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface SameKindCardProps {
  /** Oldest first. */
  rounds: readonly RoundDto[];
  /** The round of the page. */
  marked: string;
  asTable: boolean;
  /** The page with the chart, or with the table in its place. */
  hrefs: { chart: string; table: string };
}

/** The lowest score of one kind of round in the year before and after: a chart, or its figures. */
export function SameKindCard({ rounds, marked, asTable, hrefs }: SameKindCardProps) {
  const other = asTable
    ? { href: hrefs.chart, icon: <ChartLine aria-hidden />, label: "Chart" }
    : { href: hrefs.table, icon: <Table2 aria-hidden />, label: "Table" };
  return (
    <Card labelledBy="same-kind">
      <CardHeader
        id="same-kind"
        title="Lowest score, this kind of round"
        detail="a year before and after"
        actions={
          rounds.length > 1 && (
            <Button variant="quiet" size="sm" href={other.href} icon={other.icon} scroll={false}>
              {other.label}
            </Button>
          )
        }
      />
      {asTable ? (
        <RoundsOfKind rounds={rounds} marked={marked} />
      ) : (
        <RoundLine rounds={rounds} marked={marked} />
      )}
    </Card>
  );
}

import { Card, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { poolBands } from "@/lib/draws/rules";
import type { PublishedRoundDto } from "@/lib/draws/types";
import { formatDate } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/quantities";

/** Candidates by band of scores on the day IRCC counted them; the band of the round's lowest score is marked. */
export function PoolBands({ round }: { round: PublishedRoundDto }) {
  const bands = poolBands(round);
  if (bands.length === 0) return null;
  const most = Math.max(...bands.map(({ count }) => count));
  return (
    <Card labelledBy="pool-bands">
      <CardHeader
        id="pool-bands"
        title="The pool then"
        detail={round.poolAsOf === null ? undefined : `by score, as of ${formatDate(round.poolAsOf)}`}
      />
      <Table caption="Candidates in the pool by score">
        <thead>
          <tr>
            <HeadCell>Score</HeadCell>
            <HeadCell align="right">Candidates</HeadCell>
            <HeadCell align="right">At or above</HeadCell>
            <HeadCell>
              <span className="sr-only">Share</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ label, count, above, holdsLowest }) => (
            <Row key={label}>
              <RowHead>
                {label}
                {holdsLowest && <span className="ml-2 text-xs font-normal text-ink-2">lowest invited</span>}
              </RowHead>
              <Cell align="right">{formatNumber(count)}</Cell>
              <Cell align="right">{formatNumber(above)}</Cell>
              <Cell>
                <svg
                  viewBox="0 0 100 6"
                  className="h-1.5 w-full min-w-24"
                  aria-hidden
                  preserveAspectRatio="none"
                >
                  <rect width={(100 * count) / most} height={6} rx={1} className="fill-chart-1" />
                </svg>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

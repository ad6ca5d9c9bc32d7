import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { NextCutOff, PoolScore } from "@/lib/assessment/decision/types";
import { formatDate } from "@/lib/format/dates";

/** Where the client would stand back in the pool: the latest round of each kind they compete in. */
export function CutOffsCard({ cutOffs, inPool }: { cutOffs: readonly NextCutOff[]; inPool: PoolScore }) {
  return (
    <Card labelledBy="cut-offs">
      <CardHeader
        id="cut-offs"
        title="Back in the pool"
        detail={`with ${inPool.total} today${inPool.superseded ? " by the last rules with values, not IRCC’s score" : ""}`}
      />
      {cutOffs.length === 0 ? (
        <p className="px-4 py-3 text-sm text-ink-2">
          No round of the last year would be open to the profile by the facts of today.
        </p>
      ) : (
        <Table caption="Latest cut-offs the client competes in">
          <thead>
            <tr>
              <HeadCell>Round</HeadCell>
              <HeadCell>Last</HeadCell>
              <HeadCell align="right">Lowest score</HeadCell>
              <HeadCell>Today</HeadCell>
              <HeadCell align="right">Comes about every</HeadCell>
            </tr>
          </thead>
          <tbody>
            {cutOffs.map(({ label, date, lowestCrs, margin, everyDays }) => (
              <Row key={label}>
                <RowHead>{label}</RowHead>
                <Cell>{formatDate(date)}</Cell>
                <Cell align="right">{lowestCrs}</Cell>
                <Cell>
                  <span className="inline-flex items-center gap-1.5">
                    <StatusIcon tone={margin >= 0 ? "ok" : "neutral"} size={14} />
                    {margin >= 0 ? `${margin} over` : `${-margin} short`}
                  </span>
                </Cell>
                <Cell align="right">{everyDays === null ? "one in a year" : `${everyDays} days`}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

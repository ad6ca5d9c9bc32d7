import { InstantText, DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { RoundDto } from "@/lib/draws/types";
import { formatNumber } from "@/lib/format/quantities";

/** Rounds, newest first. Each leads to what it means for our clients. */
export function RoundsTable({ rounds }: { rounds: readonly RoundDto[] }) {
  return (
    <Table caption="Rounds of invitations, newest first" stickyHead>
      <thead>
        <tr>
          <HeadCell>Round</HeadCell>
          <HeadCell>For</HeadCell>
          <HeadCell>Date</HeadCell>
          <HeadCell align="right">Invitations</HeadCell>
          <HeadCell align="right">Lowest CRS</HeadCell>
          <HeadCell>Tie-break, UTC</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <Row key={round.id}>
            <RowHead>
              <RowLink href={`/draws/${round.id}`}>
                {round.number === null ? "Recorded here" : `Round ${round.id}`}
              </RowLink>
            </RowHead>
            <Cell>{round.title}</Cell>
            <Cell>
              <DateText date={round.date} />
            </Cell>
            <Cell align="right">{formatNumber(round.invitations)}</Cell>
            <Cell align="right" className="font-semibold">
              {round.lowestCrs}
            </Cell>
            <Cell className="text-ink-2 tabular-nums">
              {round.tieBreakAt ? (
                <InstantText instant={round.tieBreakAt} zone="UTC" seconds />
              ) : (
                "not published"
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

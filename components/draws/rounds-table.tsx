import { InstantText, DateText } from "@/components/ui/date-text";
import { classNames } from "@/components/ui/class-names";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { RoundDto } from "@/lib/draws/types";
import { formatNumber } from "@/lib/format/quantities";

/** A phone has these under the round's name, or on the round's page. */
const WIDE = "max-md:hidden";

/** Rounds, newest first. Each leads to what it means for our clients. */
export function RoundsTable({ rounds }: { rounds: readonly RoundDto[] }) {
  return (
    <Table caption="Rounds of invitations, newest first" stickyHead>
      <thead>
        <tr>
          <HeadCell>Round</HeadCell>
          <HeadCell className={WIDE}>For</HeadCell>
          <HeadCell className={WIDE}>Date</HeadCell>
          <HeadCell align="right">Invitations</HeadCell>
          <HeadCell align="right">Lowest CRS</HeadCell>
          <HeadCell className={WIDE}>Tie-break, UTC</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <Row key={round.id}>
            <RowHead>
              <RowLink href={`/draws/${round.id}`}>
                {round.number === null ? "Recorded here" : `Round ${round.id}`}
              </RowLink>
              <span className="block font-normal whitespace-normal text-ink-2 md:hidden">
                {round.title}, <DateText date={round.date} />
              </span>
            </RowHead>
            <Cell className={WIDE}>{round.title}</Cell>
            <Cell className={WIDE}>
              <DateText date={round.date} />
            </Cell>
            <Cell align="right">{formatNumber(round.invitations)}</Cell>
            <Cell align="right" className="font-semibold">
              {round.lowestCrs}
            </Cell>
            <Cell className={classNames(WIDE, "text-ink-2 tabular-nums")}>
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

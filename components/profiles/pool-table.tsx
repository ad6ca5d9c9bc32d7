import { programLabel } from "@/lib/draws/rules";
import { InstantText } from "@/components/ui/date-text";
import { DaysLeft } from "@/components/ui/days-left";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { dateInZone, formatDayMonth } from "@/lib/format/dates";
import type { PoolEntry } from "@/lib/profiles/types";

function Nearest({ nearest, today }: { nearest: PoolEntry["nearest"]; today: string }) {
  if (nearest === null) return <span className="text-ink-3">no round of theirs in a year</span>;
  const over = nearest.margin >= 0;
  return (
    <span className="inline-flex items-center gap-1.5">
      <StatusIcon tone={over ? "ok" : "neutral"} size={14} />
      <b className="font-semibold">{over ? `${nearest.margin} over` : `${-nearest.margin} short`}</b>
      <span className="text-ink-2">
        of {nearest.lowestCrs}, {nearest.label}, {formatDayMonth(nearest.date, today)}
      </span>
    </span>
  );
}

export function PoolTable({
  entries,
  today,
  timeZone,
}: {
  entries: readonly PoolEntry[];
  today: string;
  timeZone: string;
}) {
  return (
    <RowKeys>
      <Table caption="Clients in the pool, best first" stickyHead>
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell align="right">CRS</HeadCell>
            <HeadCell>Could be invited in</HeadCell>
            <HeadCell>Latest cut-off of theirs</HeadCell>
            <HeadCell>Profile sent, UTC</HeadCell>
            <HeadCell>Owner</HeadCell>
            <HeadCell align="right">Leaves the pool</HeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.caseId}>
              <RowHead className="whitespace-normal!">
                <RowLink href={`/cases/${entry.number}/overview`}>{entry.displayName}</RowLink>{" "}
                <span className="text-xs font-normal text-ink-2">{entry.number}</span>
              </RowHead>
              <Cell align="right" className="font-semibold">
                {entry.crsScore}
              </Cell>
              <Cell>
                {[...entry.programs, ...entry.categories.map(programLabel)].join(", ") || "none by the facts"}
              </Cell>
              <Cell>
                <Nearest nearest={entry.nearest} today={today} />
              </Cell>
              <Cell className="tabular-nums">
                <InstantText instant={entry.submittedAt} zone="UTC" seconds />
              </Cell>
              <Cell>{entry.ownerName}</Cell>
              <Cell align="right">
                <DaysLeft date={dateInZone(entry.expiresAt, timeZone)} today={today} look="board" />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

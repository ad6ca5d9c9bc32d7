import { programLabel } from "@/lib/draws/rules";
import { classNames } from "@/components/ui/class-names";
import { InstantText } from "@/components/ui/date-text";
import { DaysLeft } from "@/components/ui/days-left";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, GroupRow, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { dateInZone, formatDate, formatDayMonth } from "@/lib/format/dates";
import { signedPoints } from "@/lib/format/points";
import type { CutOffDistance, PoolCliff, PoolEntry } from "@/lib/profiles/types";

/** A phone shows the distances instead. */
const WIDE = "max-md:hidden";

/** Distances that stand in a row; the others are in its title. */
const SHOWN = 2;

function Distances({ distances, today }: { distances: readonly CutOffDistance[]; today: string }) {
  if (distances.length === 0) return <span className="text-ink-3">no round of theirs in a year</span>;
  const all = distances.map(
    ({ label, date, lowestCrs, margin }) =>
      `${label}, ${formatDate(date)}: ${lowestCrs}, ${margin >= 0 ? `${margin} over` : `${-margin} short`}`,
  );
  return (
    <ul title={all.join("\n")} className="grid gap-0.5 py-1">
      {distances.slice(0, SHOWN).map(({ roundId, label, date, lowestCrs, margin, reached }) => (
        <li key={roundId} className="flex items-start gap-1.5">
          <StatusIcon tone={reached ? "ok" : "neutral"} size={14} className="mt-0.75" />
          <span className="text-ink-2">
            <b className="font-semibold text-ink">{margin >= 0 ? `${margin} over` : `${-margin} short`}</b>{" "}
            {lowestCrs}, {label}, <span className="whitespace-nowrap">{formatDayMonth(date, today)}</span>
          </span>
        </li>
      ))}
      {distances.length > SHOWN && (
        <li className="text-xs text-ink-3">and {distances.length - SHOWN} more kinds</li>
      )}
    </ul>
  );
}

function Cliffs({ cliffs, today }: { cliffs: readonly PoolCliff[]; today: string }) {
  if (cliffs.length === 0) return <span className="text-ink-3">nothing in 180 days</span>;
  return (
    <ul className="grid gap-0.5 py-1">
      {cliffs.map(({ on, points, label, leaves }) => (
        <li key={`${on}${label}`} className="flex items-start gap-1.5">
          <StatusIcon tone={leaves ? "late" : points < 0 ? "watch" : "ok"} size={14} className="mt-0.75" />
          <span className="text-ink-2">
            <span className="text-ink tabular-nums">{formatDayMonth(on, today)}</span>{" "}
            {points !== 0 && <b className="font-semibold text-ink tabular-nums">{signedPoints(points)}</b>}{" "}
            {label}
            {leaves && points !== 0 && ", leaves the pool"}
          </span>
        </li>
      ))}
    </ul>
  );
}

const COLUMNS = 7;

interface PoolTableProps {
  entries: readonly PoolEntry[];
  today: string;
  timeZone: string;
  /** A line through the list: who is in at this score. */
  cutOff: number | null;
}

function Entry({
  entry,
  today,
  timeZone,
}: Omit<PoolTableProps, "entries" | "cutOff"> & { entry: PoolEntry }) {
  const { score, recordedScore, scoredOn } = entry;
  const seen =
    scoredOn === null ? "as recorded" : score === recordedScore ? null : `recorded ${recordedScore}`;
  return (
    <Row>
      <RowHead className="min-w-32 whitespace-normal! md:min-w-40">
        <RowLink href={`/cases/${entry.number}/overview`}>{entry.displayName}</RowLink>{" "}
        <span className="block text-xs font-normal text-ink-2">
          {entry.number}, {entry.ownerName}
        </span>
      </RowHead>
      <Cell align="right" className="font-semibold">
        {score}
        {seen !== null && <span className="block text-xs font-normal text-ink-3">{seen}</span>}
      </Cell>
      <Cell wrap className={classNames("min-w-32 text-sm", WIDE)}>
        {[...entry.programs, ...entry.categories.map(programLabel)].join(", ") || "none by the facts"}
      </Cell>
      <Cell wrap className="min-w-52">
        <Distances distances={entry.distances} today={today} />
      </Cell>
      <Cell wrap className="min-w-44">
        <Cliffs cliffs={entry.cliffs} today={today} />
      </Cell>
      <Cell className="tabular-nums max-xl:hidden">
        <InstantText instant={entry.submittedAt} zone="UTC" seconds />
      </Cell>
      <Cell align="right">
        <DaysLeft date={dateInZone(entry.expiresAt, timeZone)} today={today} look="board" />
      </Cell>
    </Row>
  );
}

/** The pool in IRCC's order, with what each is short of and what comes next. */
export function PoolTable({ entries, today, timeZone, cutOff }: PoolTableProps) {
  const line = cutOff === null ? -1 : entries.findIndex(({ score }) => score < cutOff);
  return (
    <RowKeys>
      <Table caption="Clients in the pool, best first" stickyHead>
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell align="right">CRS</HeadCell>
            <HeadCell className={WIDE}>Could be invited in</HeadCell>
            <HeadCell>To the latest cut-offs</HeadCell>
            <HeadCell>What comes next</HeadCell>
            <HeadCell className="max-xl:hidden">Profile sent, UTC</HeadCell>
            <HeadCell align="right">Leaves the pool</HeadCell>
          </tr>
        </thead>
        {line > 0 && (
          <tbody>
            {entries.slice(0, line).map((entry) => (
              <Entry key={entry.caseId} entry={entry} today={today} timeZone={timeZone} />
            ))}
          </tbody>
        )}
        <tbody>
          {line >= 0 && cutOff !== null && (
            <GroupRow
              title={`Below ${cutOff}`}
              detail={line === 0 ? "nobody on this page is in" : "everybody above is in"}
              columns={COLUMNS}
            />
          )}
          {entries.slice(Math.max(0, line)).map((entry) => (
            <Entry key={entry.caseId} entry={entry} today={today} timeZone={timeZone} />
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

import { Badge } from "@/components/ui/badge";
import { Meter } from "@/components/ui/meter";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { formatDate, formatDayMonth } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import type { Readiness, ReadyClient, ReadyPage } from "@/lib/readiness/types";

const VERDICTS: Readonly<Record<Readiness["verdict"], { tone: Tone; words: string }>> = {
  ready: { tone: "ok", words: "Ready" },
  in_time: { tone: "info", words: "By day 50" },
  tight: { tone: "watch", words: "Between day 50 and 60" },
  too_late: { tone: "late", words: "After day 60" },
};

function Nearest({ client, today }: { client: ReadyClient; today: string }) {
  const { nearest, likely, endsBefore } = client;
  if (endsBefore !== null) return <>Profile ends {formatDate(endsBefore)}, before that day</>;
  if (nearest === null) return <span className="text-ink-3">no round of theirs in a year</span>;
  const { margin, lowestCrs, label, date } = nearest;
  return (
    <span className="inline-flex items-start gap-1.5">
      <StatusIcon
        tone={likely ? "ok" : "neutral"}
        size={14}
        label={likely ? "likely" : undefined}
        className="mt-0.5"
      />
      <span>
        <b className="font-semibold whitespace-nowrap">
          {margin >= 0 ? `${margin} over` : `${-margin} short`}
        </b>{" "}
        <span className="text-ink-2">
          of {lowestCrs}, {label}, <span className="whitespace-nowrap">{formatDayMonth(date, today)}</span>
        </span>
      </span>
    </span>
  );
}

function Missing({ readiness, today }: { readiness: Readiness; today: string }) {
  const [last, ...others] = readiness.missing;
  if (!last) return <span className="text-ink-2">nothing is missing</span>;
  return (
    <details>
      <summary className="cursor-pointer">
        {last.title}, usually {formatCount(last.leadDays, "day")}
        {others.length > 0 && <span className="text-ink-2"> and {others.length} more</span>}
      </summary>
      <ul className="mt-1 text-sm text-ink-2">
        {readiness.missing.map((item) => (
          <li key={item.key}>
            {item.title}: {formatCount(item.leadDays, "day")}
            {item.startOn > today && ` from ${formatDate(item.startOn)}`}, there {formatDate(item.readyOn)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ReadyCells({ client, page }: { client: ReadyClient; page: ReadyPage }) {
  const { readiness, invitationClass } = client;
  if (readiness === null || invitationClass === null) {
    return (
      <Cell colSpan={4} className="text-ink-2">
        No class by the facts on that day: nothing would be called for
      </Cell>
    );
  }
  const { held, needed, completeOn, verdict } = readiness;
  const { tone, words } = VERDICTS[verdict];
  return (
    <>
      <Cell>
        <span className="inline-flex items-center gap-2 tabular-nums">
          <Meter label={`Held for ${invitationClass}`} value={held} max={needed} className="w-16" />
          {held} of {needed}
        </span>
      </Cell>
      <Cell wrap className="min-w-56">
        <Missing readiness={readiness} today={page.today} />
      </Cell>
      <Cell align="right">{formatDate(completeOn)}</Cell>
      <Cell>
        <Badge tone={tone}>{words}</Badge>
      </Cell>
    </>
  );
}

/** Clients in the pool against an invitation on a day, likely and unready first. */
export function ReadyTable({ page }: { page: ReadyPage }) {
  return (
    <RowKeys>
      <Table caption="Clients in the pool, likely and unready first">
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell align="right">CRS</HeadCell>
            <HeadCell>Latest cut-off of theirs</HeadCell>
            <HeadCell>Documents held</HeadCell>
            <HeadCell>Takes longest</HeadCell>
            <HeadCell align="right">Complete</HeadCell>
            <HeadCell>Of the 60 days</HeadCell>
          </tr>
        </thead>
        <tbody>
          {page.clients.map((client) => (
            <Row key={client.caseId}>
              <RowHead className="min-w-36 whitespace-normal!">
                <RowLink href={`/cases/${client.number}/overview`}>{client.displayName}</RowLink>{" "}
                <span className="block text-xs font-normal text-ink-2">
                  {client.number}, {client.ownerName}
                </span>
              </RowHead>
              <Cell align="right" className="font-semibold">
                {client.score}
              </Cell>
              <Cell wrap className="min-w-44">
                <Nearest client={client} today={page.today} />
              </Cell>
              <ReadyCells client={client} page={page} />
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

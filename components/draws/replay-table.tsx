import { CheckboxBox } from "@/components/ui/checkbox";
import { InstantText } from "@/components/ui/date-text";
import { RowKeys } from "@/components/ui/row-keys";
import { StatusIcon } from "@/components/ui/status-icon";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { toneText } from "@/components/ui/tone";
import type { ReplayLineDto, ReplayList, Since } from "@/lib/draws/replay/types";
import { formatDate } from "@/lib/format/dates";
import { sinceInWords, whyUnknown } from "./replay-words";

/** A phone has the file number under the name. */
const WIDE = "max-md:hidden";

function SinceText({ since }: { since: Since }) {
  const { words, tone } = sinceInWords(since);
  return (
    <span className={`inline-flex items-center gap-1.5 ${toneText[tone]}`}>
      <StatusIcon tone={tone} size={14} />
      {words}
    </span>
  );
}

function Score({ line }: { line: ReplayLineDto }) {
  return (
    <Cell align="right">
      {line.score ?? "–"}
      {line.score !== null && line.score !== line.recordedScore && (
        <span className="block text-xs text-ink-3">recorded {line.recordedScore}</span>
      )}
    </Cell>
  );
}

/** Head and cell of each column that a list has besides client, file and score. */
const COLUMNS: Readonly<
  Record<ReplayList, readonly { head: string; cell: (line: ReplayLineDto) => React.ReactNode }[]>
> = {
  reached: [
    { head: "Why the round reached them", cell: ({ words }) => words },
    { head: "Profile sent, UTC", cell: sent },
    {
      head: "Why we may not know, or since then",
      cell: (line) =>
        line.noInvitation ? (
          `${line.noInvitation.reason} (${line.noInvitation.by}, ${formatDate(line.noInvitation.on)})`
        ) : line.recordable ? (
          whyUnknown(line)
        ) : (
          <SinceText since={line.since} />
        ),
    },
    { head: "Owner", cell: ({ ownerName }) => ownerName },
  ],
  near_miss: [
    {
      head: "Missed by",
      cell: ({ words }) => <span className="font-semibold text-watch">{words}</span>,
    },
    { head: "Profile sent, UTC", cell: sent },
    { head: "What would have been enough", cell: ({ enough }) => enough ?? "Being worked out" },
    { head: "Since then", cell: ({ since }) => <SinceText since={since} /> },
  ],
  invited: [
    {
      head: "By the rules",
      cell: ({ words, outcome }) =>
        outcome === "reached" ? words : <span className="font-semibold text-watch">{words}</span>,
    },
    { head: "What came of it", cell: ({ since }) => <SinceText since={since} /> },
  ],
  below: [
    { head: "Short by", cell: ({ words }) => words },
    { head: "Profile sent, UTC", cell: sent },
    { head: "Since then", cell: ({ since }) => <SinceText since={since} /> },
  ],
  not_eligible: [
    { head: "Why not", cell: ({ words }) => words },
    { head: "Profile sent, UTC", cell: sent },
    { head: "Owner", cell: ({ ownerName }) => ownerName },
  ],
};

function sent({ submittedAt }: ReplayLineDto) {
  return <InstantText instant={submittedAt} zone="UTC" seconds />;
}

interface ReplayTableProps {
  list: ReplayList;
  caption: string;
  lines: readonly ReplayLineDto[];
  /** Boxes to tick, where somebody may decide. */
  tickable?: boolean;
}

/** One list of a replay. */
export function ReplayTable({ list, caption, lines, tickable = false }: ReplayTableProps) {
  const columns = COLUMNS[list];
  return (
    <RowKeys>
      <Table caption={caption}>
        <thead>
          <tr>
            {tickable && (
              <HeadCell>
                <span className="sr-only">Select</span>
              </HeadCell>
            )}
            <HeadCell>Client</HeadCell>
            <HeadCell className={WIDE}>File</HeadCell>
            <HeadCell align="right">CRS</HeadCell>
            {columns.map(({ head }) => (
              <HeadCell key={head}>{head}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.caseId}>
              {tickable && (
                <Cell>
                  {line.recordable && !line.noInvitation && (
                    <CheckboxBox
                      name="caseIds"
                      value={line.caseId}
                      aria-label={`Select ${line.displayName}`}
                    />
                  )}
                </Cell>
              )}
              <RowHead>
                <RowLink href={`/cases/${line.caseNumber}/overview`}>{line.displayName}</RowLink>
                <span className="block text-xs font-normal text-ink-2 md:hidden">{line.caseNumber}</span>
              </RowHead>
              <Cell className={WIDE}>{line.caseNumber}</Cell>
              <Score line={line} />
              {columns.map(({ head, cell }) => (
                <Cell key={head} className="tabular-nums">
                  {cell(line)}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

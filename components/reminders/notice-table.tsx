import { Badge } from "@/components/ui/badge";
import { DateText, InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { formatDaysLeft } from "@/lib/format/dates";
import type { NoticeKind, NoticeLine } from "@/lib/reminders/types";

const KINDS: Readonly<Record<NoticeKind, { label: string; tone: Tone }>> = {
  reminder: { label: "Reminder", tone: "info" },
  missed: { label: "MISSED", tone: "late" },
  escalation: { label: "Still open", tone: "watch" },
};

/** What the viewer was told about dates, the newest first; each line leads to its case. */
export function NoticeTable({ lines, zone }: { lines: readonly NoticeLine[]; zone: string }) {
  return (
    <Table caption="Notices, the newest first">
      <thead>
        <tr>
          <HeadCell>Date</HeadCell>
          <HeadCell>Client</HeadCell>
          <HeadCell>Due</HeadCell>
          <HeadCell>Told</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <RowHead>
              <RowLink href={`/cases/${line.number}/overview`}>{line.title}</RowLink>{" "}
              <Badge tone={KINDS[line.kind].tone}>{KINDS[line.kind].label}</Badge>
              {line.unread && <span className="ml-2 text-xs font-semibold">New</span>}
            </RowHead>
            <Cell>
              {line.displayName}, {line.number}
            </Cell>
            <Cell>
              <DateText date={line.dueOn} />, {formatDaysLeft(line.daysLeft)}
            </Cell>
            <Cell>
              <InstantText instant={line.createdAt} zone={zone} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

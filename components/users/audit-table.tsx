import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";

interface AuditEntry {
  id: string;
  at: Date;
  actor: string;
  role: string;
  event: string;
  outcome: "ok" | "refused";
  object: string;
}

/** `document.returned` as people read it. */
function words(event: string): string {
  const text = event.replace(/[._]/g, " ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export function AuditTable({ entries, zone }: { entries: readonly AuditEntry[]; zone: string }) {
  return (
    <Table caption="Audit log, the latest first">
      <thead>
        <tr>
          <HeadCell>When</HeadCell>
          <HeadCell>Who</HeadCell>
          <HeadCell>What</HeadCell>
          <HeadCell>To what</HeadCell>
          <HeadCell>Outcome</HeadCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id}>
            <RowHead>
              <InstantText instant={entry.at} zone={zone} seconds />
            </RowHead>
            <Cell>
              {entry.actor} <span className="text-xs text-ink-3">{entry.role}</span>
            </Cell>
            <Cell>{words(entry.event)}</Cell>
            <Cell className="text-xs text-ink-2">{entry.object}</Cell>
            <Cell>{entry.outcome === "refused" ? <Badge tone="watch">Refused</Badge> : "Done"}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

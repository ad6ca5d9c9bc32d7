import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

const KINDS = {
  client_invitation: "Invitation of a client",
  staff_invitation: "Invitation of a colleague",
  password_reset: "New password",
  password_changed: "Password changed",
  document_returned: "Document returned",
  document_received: "Document received",
  item_link: "Link for one document",
  message_received: "Message received",
  submission_recorded: "Application submitted",
  application_news: "News of the application",
  assessment_received: "Public assessment received",
  assessment_received_fr: "Public assessment received, in French",
  enquiry_received: "New enquiry",
  invitation_recorded: "Invitation recorded",
  round_news: "Round of invitations",
  deadline_reminder: "Reminder of a date",
  deadline_missed: "A date was missed",
  escalation: "A date in danger",
  incident: "The installation needs attention",
} as const;

const STATES = {
  queued: { label: "Waiting", tone: "watch" },
  kept: { label: "Kept here", tone: "info" },
  sent: { label: "Sent", tone: "ok" },
  failed: { label: "Not sent", tone: "late" },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export interface OutboxEntry {
  id: string;
  kind: keyof typeof KINDS;
  to: string;
  state: keyof typeof STATES;
  createdAt: Date;
  fault: string | null;
}

export function MailState({ state, fault }: Pick<OutboxEntry, "state" | "fault">) {
  const { label, tone } = STATES[state];
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {fault !== null && <span className="ml-2 text-xs text-ink-2">{fault}</span>}
    </>
  );
}

export function OutboxTable({ entries, zone }: { entries: readonly OutboxEntry[]; zone: string }) {
  return (
    <Table caption="Mail, the latest first">
      <thead>
        <tr>
          <HeadCell>Mail</HeadCell>
          <HeadCell>To</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Written</HeadCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id}>
            <RowHead>
              <RowLink href={`/settings/outbox/${entry.id}`}>{KINDS[entry.kind]}</RowLink>
            </RowHead>
            <Cell>{entry.to}</Cell>
            <Cell>
              <MailState state={entry.state} fault={entry.fault} />
            </Cell>
            <Cell>
              <InstantText instant={entry.createdAt} zone={zone} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

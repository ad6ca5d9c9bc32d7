import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { endSessionAction } from "@/lib/users/actions";
import type { SessionSummary } from "@/lib/users/types";

export function SessionTable({ sessions, zone }: { sessions: readonly SessionSummary[]; zone: string }) {
  return (
    <Table caption="Browsers in which you are signed in, the latest first">
      <thead>
        <tr>
          <HeadCell>Signed in</HeadCell>
          <HeadCell>Last seen</HeadCell>
          <HeadCell>Network</HeadCell>
          <HeadCell align="right">Sign out</HeadCell>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <Row key={session.id}>
            <RowHead>
              <InstantText instant={session.startedAt} zone={zone} />
            </RowHead>
            <Cell>
              <InstantText instant={session.lastSeenAt} zone={zone} />
            </Cell>
            <Cell>{session.network ?? "Unknown"}</Cell>
            <Cell align="right">
              {session.current ? (
                <Badge tone="info">This browser</Badge>
              ) : (
                <ActionForm
                  action={endSessionAction}
                  hidden={{ sessionId: session.id }}
                  successMessage="Signed out there"
                  label={`Session of ${session.network ?? "an unknown network"}`}
                >
                  <SubmitButton variant="row" size="sm">
                    End it
                  </SubmitButton>
                </ActionForm>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

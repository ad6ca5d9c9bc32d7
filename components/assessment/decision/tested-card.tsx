import { Card, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { TestedTwice } from "@/lib/express-entry/draws/invitation-decision";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import { VerdictIcon } from "../verdict-icon";

function Tested({ answer }: { answer: TestedTwice["atInvitation"] }) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <VerdictIcon verdict={answer.verdict} />
      <span>{answer.figure}</span>
    </span>
  );
}

interface TestedCardProps {
  criteria: readonly TestedTwice[];
  invitedOn: IsoDate;
  plannedOn: IsoDate;
}

/** The minimum criteria, and the category, tested on both days (IRPA 11.2(1)). */
export function TestedCard({ criteria, invitedOn, plannedOn }: TestedCardProps) {
  return (
    <Card labelledBy="tested">
      <CardHeader id="tested" title="Tested twice" detail="at the invitation and on receipt, IRPA 11.2(1)" />
      <Table caption="Criteria on both days">
        <thead>
          <tr>
            <HeadCell>Criterion</HeadCell>
            <HeadCell>Invitation, {formatDate(invitedOn)}</HeadCell>
            <HeadCell>Planned day, {formatDate(plannedOn)}</HeadCell>
            <HeadCell>Needed</HeadCell>
            <HeadCell>Rule</HeadCell>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Row key={criterion.id}>
              <RowHead className="max-sm:whitespace-normal!">{criterion.label}</RowHead>
              <Cell wrap className="min-w-44">
                <Tested answer={criterion.atInvitation} />
              </Cell>
              <Cell wrap className="min-w-44">
                <Tested answer={criterion.atSubmission} />
              </Cell>
              <Cell wrap className="min-w-52 text-ink-2">
                {criterion.needs}
              </Cell>
              <Cell className="text-ink-2">{criterion.source.section}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

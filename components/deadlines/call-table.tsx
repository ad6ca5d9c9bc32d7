import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { CallList } from "@/lib/deadlines/board/types";
import { formatDateTime, formatDayMonth } from "@/lib/format/dates";

/** A number as telephones dial it: its digits, with the plus of a country in front. */
const dialled = (phone: string) => phone.replace(/[^\d+]/g, "");

function Phone({ phone }: { phone: string | null }) {
  if (phone === null) return <span className="text-ink-2">No number on file</span>;
  return (
    <a href={`tel:${dialled(phone)}`} className="whitespace-nowrap text-link">
      {phone}
    </a>
  );
}

function Asks({ call, today }: { call: CallList["calls"][number]; today: string }) {
  return (
    <ul className="grid gap-1">
      {call.lane.asks.map((ask) => (
        <li key={ask.id}>
          <b className="font-semibold">{ask.title}</b>: {ask.what},{" "}
          <span className={ask.by < today ? "text-late" : "text-ink-2"}>
            by {formatDayMonth(ask.by, today)}
            {ask.by < today && " (passed)"}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whom to ring, what to ask for and by when; the worst window first. On paper each has a box to tick. */
export function CallTable({ list }: { list: CallList }) {
  const { calls, today, timeZone } = list;
  if (calls.length === 0)
    return (
      <Card>
        <EmptyState title="Nobody to ring today">
          Nothing that is with a client has to move within a week.
        </EmptyState>
      </Card>
    );
  return (
    <Card>
      <Table caption="Whom to ring today, the worst window first">
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell>Telephone</HeadCell>
            <HeadCell>What to ask for</HeadCell>
            <HeadCell>Last contact</HeadCell>
            <HeadCell>Owner</HeadCell>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <Row key={call.lane.caseId}>
              <RowHead>
                <span aria-hidden className="mr-2 hidden print:inline">
                  ☐
                </span>
                <RowLink href={`/cases/${call.lane.number}/overview`}>{call.clientName}</RowLink>{" "}
                <span className="block text-xs font-normal text-ink-2">
                  {call.lane.number}, last day {formatDayMonth(call.lane.deadlineDate, today)}
                  {!call.lane.confirmed && <span className="block text-watch">Date not confirmed</span>}
                </span>
              </RowHead>
              <Cell>
                <Phone phone={call.phone} />
              </Cell>
              <Cell wrap className="min-w-60">
                <Asks call={call} today={today} />
              </Cell>
              <Cell>
                {call.lastContact === null ? "None yet" : formatDateTime(call.lastContact, timeZone)}
              </Cell>
              <Cell>{call.lane.owner.name}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

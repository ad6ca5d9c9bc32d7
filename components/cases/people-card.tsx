import { Avatar } from "@/components/ui/avatar";
import { Card, CardHeader } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { PersonLine } from "@/lib/cases/overview/types";
import type { FirmDay } from "@/lib/cases/types";
import { formatDateTime } from "@/lib/format/dates";

interface PeopleCardProps {
  people: readonly PersonLine[];
  lastInPortal: Date | null;
  accountStatus: string | null;
  day: FirmDay;
}

function portalWords({ lastInPortal, accountStatus, day }: Omit<PeopleCardProps, "people">): string {
  if (accountStatus === null) return "Not invited";
  if (lastInPortal === null) return accountStatus === "invited" ? "Invited, not yet" : "Not yet";
  return formatDateTime(lastInPortal, day.timeZone);
}

/** The family of the file, with what is accepted of each. */
export function PeopleCard({ people, ...portal }: PeopleCardProps) {
  return (
    <Card labelledBy="people">
      <CardHeader id="people" title="People in the file" count={people.length} />
      <Table caption="People in the file">
        <thead>
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell>Where</HeadCell>
            <HeadCell>Accepted</HeadCell>
            <HeadCell>Last in portal</HeadCell>
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <Row key={person.id}>
              <RowHead className="h-13">
                <span className="flex items-center gap-2">
                  <Avatar name={person.name} />
                  <span>
                    {person.name}
                    <span className="block text-xs font-normal text-ink-3">{person.detail}</span>
                  </span>
                </span>
              </RowHead>
              <Cell className="text-sm">{person.where ?? <span className="text-ink-3">Not asked</span>}</Cell>
              <Cell className="text-sm">
                {person.required === 0 ? (
                  <span className="text-ink-3">No list yet</span>
                ) : (
                  <span className="flex items-center gap-2">
                    <Meter
                      label={`Accepted, ${person.name}`}
                      value={person.accepted}
                      max={person.required}
                      className="w-18"
                    />
                    {person.accepted} of {person.required}
                  </span>
                )}
              </Cell>
              <Cell className="text-sm text-ink-2">
                {index === 0 ? portalWords(portal) : <span className="text-ink-3">No account</span>}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

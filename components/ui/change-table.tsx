import { Card, CardHeader } from "./card";
import { InstantText } from "./date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "./table";

interface FieldChange {
  id: string;
  /** The field as the screen names it. */
  what: string;
  before: string | null;
  after: string | null;
  /** Where a reason is asked for. */
  reason?: string;
  by: string;
  at: Date;
}

interface ChangeTableProps {
  id: string;
  title: string;
  caption: string;
  changes: readonly FieldChange[];
  /** The firm's. */
  zone: string;
}

/** What fields said before they were changed, newest first, with who and when. Nothing where none ever was. */
export function ChangeTable({ id, title, caption, changes, zone }: ChangeTableProps) {
  if (changes.length === 0) return null;
  const hasReasons = changes.some(({ reason }) => reason !== undefined);
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={title} count={changes.length} detail="newest first" />
      <Table caption={caption}>
        <thead>
          <tr>
            <HeadCell>What</HeadCell>
            <HeadCell>Before</HeadCell>
            <HeadCell>Now</HeadCell>
            {hasReasons && <HeadCell>Why</HeadCell>}
            <HeadCell>By</HeadCell>
            <HeadCell>When</HeadCell>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.id}>
              <RowHead>{change.what}</RowHead>
              <Cell wrap className="tabular-nums">
                {change.before ?? "not said"}
              </Cell>
              <Cell wrap className="tabular-nums">
                {change.after ?? "not said"}
              </Cell>
              {hasReasons && <Cell wrap>{change.reason}</Cell>}
              <Cell>{change.by}</Cell>
              <Cell>
                <InstantText instant={change.at} zone={zone} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

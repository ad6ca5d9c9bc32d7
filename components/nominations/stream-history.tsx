import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { STREAM_FIELDS } from "@/lib/nominations/catalogue/rules";
import type { StreamChangeDto } from "@/lib/nominations/types";

function labelOf(field: string): string {
  return field in STREAM_FIELDS ? STREAM_FIELDS[field as keyof typeof STREAM_FIELDS] : field;
}

/** What a stream said before, who changed it and when. Nothing where it never changed. */
export function StreamHistory({ changes, zone }: { changes: readonly StreamChangeDto[]; zone: string }) {
  if (changes.length === 0) return null;
  return (
    <Card labelledBy="changes">
      <CardHeader id="changes" title="Changes" count={changes.length} detail="newest first" />
      <Table caption="Changes of this stream">
        <thead>
          <tr>
            <HeadCell>What</HeadCell>
            <HeadCell>Before</HeadCell>
            <HeadCell>Now</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell>When</HeadCell>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, field, before, after, by, at }) => (
            <Row key={id}>
              <RowHead>{labelOf(field)}</RowHead>
              <Cell wrap>{before ?? "not said"}</Cell>
              <Cell wrap>{after ?? "not said"}</Cell>
              <Cell>{by}</Cell>
              <Cell>
                <InstantText instant={at} zone={zone} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

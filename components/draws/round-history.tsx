import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { ROUND_FIELDS } from "@/lib/draws/import/rules";
import type { CorrectionDto } from "@/lib/draws/types";

function labelOf(field: string): string {
  return field in ROUND_FIELDS ? ROUND_FIELDS[field as keyof typeof ROUND_FIELDS] : field;
}

/** What a round said before it was put right, by whom and why. Nothing where it never was. */
export function RoundHistory({ corrections, zone }: { corrections: readonly CorrectionDto[]; zone: string }) {
  if (corrections.length === 0) return null;
  return (
    <Card labelledBy="corrections">
      <CardHeader id="corrections" title="Corrections" count={corrections.length} detail="newest first" />
      <Table caption="Corrections of this round">
        <thead>
          <tr>
            <HeadCell>What</HeadCell>
            <HeadCell>Before</HeadCell>
            <HeadCell>Now</HeadCell>
            <HeadCell>Why</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell>When</HeadCell>
          </tr>
        </thead>
        <tbody>
          {corrections.map(({ id, field, before, after, reason, by, at }) => (
            <Row key={id}>
              <RowHead>{labelOf(field)}</RowHead>
              <Cell wrap className="tabular-nums">
                {before ?? "not said"}
              </Cell>
              <Cell wrap className="tabular-nums">
                {after ?? "not said"}
              </Cell>
              <Cell wrap>{reason}</Cell>
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

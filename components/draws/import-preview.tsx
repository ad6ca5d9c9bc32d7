import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { CheckboxBox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { ROUND_FIELDS } from "@/lib/draws/import/rules";
import type { ImportPlan, RoundChange } from "@/lib/draws/import/types";
import { programLabel } from "@/lib/draws/rules";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatNumber } from "@/lib/format/quantities";

interface Column {
  head: string;
  align?: "right";
}

const COLUMNS = {
  faulty: [{ head: "Row" }, { head: "What is wrong" }],
  changed: [{ head: "Take" }, { head: "Round" }, { head: "Recorded now" }, { head: "In the file" }],
  fresh: [
    ...[{ head: "Take" }, { head: "Round" }, { head: "For" }, { head: "Date" }],
    { head: "Invitations", align: "right" },
    { head: "Lowest CRS", align: "right" },
  ],
} as const satisfies Record<string, readonly Column[]>;

interface PreviewTableProps {
  part: keyof typeof COLUMNS;
  title: string;
  count: number;
  detail?: string;
  caption: string;
  children: ReactNode;
}

/** One kind of rows of a file; nothing where it has none. */
function PreviewTable({ part, title, count, detail, caption, children }: PreviewTableProps) {
  if (count === 0) return null;
  const columns: readonly Column[] = COLUMNS[part];
  return (
    <Card labelledBy={part}>
      <CardHeader id={part} title={title} count={count} detail={detail} />
      <Table caption={caption}>
        <thead>
          <tr>
            {columns.map(({ head, align }) => (
              <HeadCell key={head} align={align}>
                {head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </Card>
  );
}

/** One side of what would change, a line for each field. */
function Said({ changes, side }: { changes: readonly RoundChange[]; side: "before" | "after" }) {
  return changes.map((change) => (
    <span key={change.field} className="block">
      {ROUND_FIELDS[change.field]}: {change[side] ?? "not said"}
    </span>
  ));
}

interface ImportPreviewProps {
  fileName: string;
  plan: ImportPlan;
  skip: readonly string[];
  onSkip: (ids: readonly string[]) => void;
  footer: ReactNode;
}

/** What a file would change, row by row; each can be left out. */
export function ImportPreview({ fileName, plan, skip, onSkip, footer }: ImportPreviewProps) {
  const taken = (id: string) => (
    <CheckboxBox
      aria-label={`Take round ${id}`}
      checked={!skip.includes(id)}
      onChange={(event) => onSkip(event.target.checked ? skip.filter((one) => one !== id) : [...skip, id])}
    />
  );
  return (
    <>
      <Notice tone="info" title={`${fileName}: nothing is written yet`}>
        {formatCount(plan.fresh.length, "new round")}, {plan.changed.length} that would change, {plan.same}{" "}
        the same, {plan.faulty.length} with faults.
      </Notice>
      <PreviewTable
        part="faulty"
        title="With faults"
        count={plan.faulty.length}
        detail="these rows are not taken"
        caption="Rows with faults"
      >
        {plan.faulty.map(({ place, label, faults }) => (
          <Row key={place}>
            <RowHead>{label === place ? label : `${label}, ${place}`}</RowHead>
            <Cell wrap>{faults.map(({ message }) => message).join(" ")}</Cell>
          </Row>
        ))}
      </PreviewTable>
      <PreviewTable
        part="changed"
        title="Would change"
        count={plan.changed.length}
        detail="what was recorded stays in the round's history"
        caption="Rounds that would change"
      >
        {plan.changed.map(({ round: { id }, changes }) => (
          <Row key={id}>
            <Cell>{taken(id)}</Cell>
            <RowHead>Round {id}</RowHead>
            <Cell wrap>
              <Said changes={changes} side="before" />
            </Cell>
            <Cell wrap>
              <Said changes={changes} side="after" />
            </Cell>
          </Row>
        ))}
      </PreviewTable>
      <PreviewTable part="fresh" title="New" count={plan.fresh.length} caption="New rounds">
        {plan.fresh.map(({ round: { id, name, program, categoryBased, date, invitations, lowestCrs } }) => (
          <Row key={id}>
            <Cell>{taken(id)}</Cell>
            <RowHead>Round {id}</RowHead>
            <Cell>{categoryBased && name !== null ? name : programLabel(program)}</Cell>
            <Cell>{formatDate(date)}</Cell>
            <Cell align="right">{formatNumber(invitations)}</Cell>
            <Cell align="right">{lowestCrs}</Cell>
          </Row>
        ))}
      </PreviewTable>
      {footer}
    </>
  );
}

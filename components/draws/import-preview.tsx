import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { ROUND_FIELDS } from "@/lib/draws/import/rules";
import type { ImportPlan } from "@/lib/draws/import/types";
import { programLabel } from "@/lib/draws/rules";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatNumber } from "@/lib/format/quantities";

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
    <input
      type="checkbox"
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
      {plan.faulty.length > 0 && (
        <Card labelledBy="faulty">
          <CardHeader
            id="faulty"
            title="With faults"
            count={plan.faulty.length}
            detail="these rows are not taken"
          />
          <Table caption="Rows with faults">
            <thead>
              <tr>
                <HeadCell>Row</HeadCell>
                <HeadCell>What is wrong</HeadCell>
              </tr>
            </thead>
            <tbody>
              {plan.faulty.map(({ place, label, faults }) => (
                <Row key={place}>
                  <RowHead>
                    {label}
                    {label === place ? "" : `, ${place}`}
                  </RowHead>
                  <Cell>{faults.map(({ message }) => message).join(" ")}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {plan.changed.length > 0 && (
        <Card labelledBy="changed">
          <CardHeader
            id="changed"
            title="Would change"
            count={plan.changed.length}
            detail="what was recorded stays in the round's history"
          />
          <Table caption="Rounds that would change">
            <thead>
              <tr>
                <HeadCell>Take</HeadCell>
                <HeadCell>Round</HeadCell>
                <HeadCell>Recorded now</HeadCell>
                <HeadCell>In the file</HeadCell>
              </tr>
            </thead>
            <tbody>
              {plan.changed.map(({ round, changes }) => (
                <Row key={round.id}>
                  <Cell>{taken(round.id)}</Cell>
                  <RowHead>Round {round.id}</RowHead>
                  <Cell>
                    {changes
                      .map(({ field, before }) => `${ROUND_FIELDS[field]}: ${before ?? "not said"}`)
                      .join("; ") || "Pool by score"}
                  </Cell>
                  <Cell>
                    {changes
                      .map(({ field, after }) => `${ROUND_FIELDS[field]}: ${after ?? "not said"}`)
                      .join("; ") || "other figures"}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {plan.fresh.length > 0 && (
        <Card labelledBy="fresh">
          <CardHeader id="fresh" title="New" count={plan.fresh.length} />
          <Table caption="New rounds">
            <thead>
              <tr>
                <HeadCell>Take</HeadCell>
                <HeadCell>Round</HeadCell>
                <HeadCell>For</HeadCell>
                <HeadCell>Date</HeadCell>
                <HeadCell align="right">Invitations</HeadCell>
                <HeadCell align="right">Lowest CRS</HeadCell>
              </tr>
            </thead>
            <tbody>
              {plan.fresh.map(({ round }) => (
                <Row key={round.id}>
                  <Cell>{taken(round.id)}</Cell>
                  <RowHead>Round {round.id}</RowHead>
                  <Cell>{round.categoryBased ? round.name : programLabel(round.program)}</Cell>
                  <Cell>{formatDate(round.date)}</Cell>
                  <Cell align="right">{formatNumber(round.invitations)}</Cell>
                  <Cell align="right">{round.lowestCrs}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {footer}
    </>
  );
}

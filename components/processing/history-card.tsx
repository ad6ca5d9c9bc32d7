import { Card, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { formatDate, formatDateTime } from "@/lib/format/dates";
import type { StepDto } from "@/lib/processing/types";
import { stepWords } from "./words";

/** Every change: what, when it happened, on which paper, who wrote it down when (UTC), and whether the client was told. */
export function HistoryCard({ steps }: { steps: readonly StepDto[] }) {
  return (
    <Card labelledBy="history">
      <CardHeader id="history" title="What happened" />
      <Table caption="What happened with the application">
        <thead>
          <tr>
            <HeadCell>Step</HeadCell>
            <HeadCell>On</HeadCell>
            <HeadCell>Paper</HeadCell>
            <HeadCell>Recorded</HeadCell>
            <HeadCell>Client</HeadCell>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.id}>
              <RowHead>
                {stepWords(step)}
                {step.note !== null && (
                  <span className="block max-w-90 text-sm font-normal whitespace-normal text-ink-2">
                    {step.note}
                  </span>
                )}
              </RowHead>
              <Cell className="whitespace-nowrap">{formatDate(step.happenedOn)}</Cell>
              <Cell>{step.document ? step.document.title : <span className="text-ink-3">None</span>}</Cell>
              <Cell className="text-sm whitespace-nowrap text-ink-2">
                {step.byName}, {formatDateTime(step.at, "UTC", { nameZone: true })}
              </Cell>
              <Cell className="whitespace-nowrap">{step.clientTold ? "Told by mail" : "Has no account"}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

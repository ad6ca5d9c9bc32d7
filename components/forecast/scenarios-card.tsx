import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { ForecastLine, ForecastPage } from "@/lib/assessment/forecast/types";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/quantities";
import { signedPoints } from "@/lib/format/points";
import { LineSample } from "./line-sample";
import { MarginWords } from "./margin-words";
import { ScenarioActions } from "./scenario-actions";

function ScenarioRow({ line, order, page }: { line: ForecastLine; order: number; page: ForecastPage }) {
  const { letter, kind, name, detail, best, gained, margin, weeks, cost, row } = line;
  return (
    <Row className="[&>*]:h-14">
      <Cell className="w-px pr-1!">
        <LineSample letter={letter} order={order} />
      </Cell>
      <RowHead className="min-w-44 whitespace-normal!">
        <span className="block text-sm">
          {name}
          {kind === "tried" && <span className="ml-1.5 font-normal text-ink-2">not kept yet</span>}
        </span>
        <span className="block text-xs font-normal text-ink-2">{detail}</span>
      </RowHead>
      <Cell>
        <span className="block font-semibold tabular-nums">{formatNumber(best.score)}</span>
        <span className="block text-xs text-ink-2">{formatDate(best.on)}</span>
      </Cell>
      <Cell align="right" className="font-semibold">
        {signedPoints(gained)}
      </Cell>
      <Cell className="text-sm">
        <MarginWords margin={margin} />
      </Cell>
      <Cell align="right" className="text-sm">
        {weeks}
      </Cell>
      <Cell align="right" className="text-sm">
        {formatDollars(cost * 100)}
      </Cell>
      {page.allowed.keep && (
        <Cell className="w-px pl-0!">
          {row && <ScenarioActions caseId={page.caseId} name={name} {...row} />}
        </Cell>
      )}
    </Row>
  );
}

/** `Three reach 518 alone: …`, its first words strong. */
function Found({ words }: { words: string }) {
  const end = words.indexOf(":") + 1;
  return (
    <p>
      <b className="font-semibold text-ink">{words.slice(0, end)}</b>
      {words.slice(end)}
    </p>
  );
}

/** The file and its scenarios side by side: the best score of each, what it takes, and how far the last round was. */
export function ScenariosCard({ page }: { page: ForecastPage }) {
  const { lines, ranking, effortLabel, superseded } = page;
  return (
    <Card labelledBy="scenarios" className="flex flex-col">
      <CardHeader id="scenarios" title="Scenarios" detail="best score in 24 months" />
      <Table caption="The file as it stands and its scenarios: best score, gain, last round, weeks and cost">
        <thead>
          <tr>
            <HeadCell>
              <span className="sr-only">Line in the chart</span>
            </HeadCell>
            <HeadCell>Scenario</HeadCell>
            <HeadCell>Best</HeadCell>
            <HeadCell align="right">Gained</HeadCell>
            <HeadCell>Last round</HeadCell>
            <HeadCell align="right">Weeks</HeadCell>
            <HeadCell align="right">Cost</HeadCell>
            {page.allowed.keep && (
              <HeadCell>
                <span className="sr-only">Rename or remove</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, order) => (
            <ScenarioRow key={line.row?.id ?? line.kind} line={line} order={order} page={page} />
          ))}
        </tbody>
      </Table>
      <CardBody className="flex flex-col gap-2 border-t border-line text-sm text-ink-2">
        {ranking?.cutOff && <Found words={ranking.cutOff.words} />}
        <p>
          {effortLabel}
          {superseded &&
            ` No advice under these figures before the table of ${formatDate(superseded.missing)} is entered.`}
        </p>
      </CardBody>
    </Card>
  );
}

import { Cell, GroupRow, HeadCell, Row, Table } from "@/components/ui/table";
import type { ForecastLine, ForecastPage } from "@/lib/assessment/forecast/types";
import { formatDate } from "@/lib/format/dates";
import { signedPoints } from "@/lib/format/points";

function LineRows({ line, start }: { line: ForecastLine; start: string }) {
  const { letter, name, forecast } = line;
  return (
    <>
      <GroupRow
        columns={4}
        title={`${letter}  ${name}`}
        detail={`${forecast.changes.length === 0 ? "nothing changes" : ""}`}
      />
      <Row>
        <Cell>{formatDate(start)}</Cell>
        <Cell align="right" className="font-semibold">
          {forecast.score}
        </Cell>
        <Cell align="right" />
        <Cell wrap className="text-ink-2">
          the first day{forecast.steps[0]?.standing === "not_eligible" && ", under no program"}
        </Cell>
      </Row>
      {forecast.changes.map(({ on, scoreAfter, points, text }) => (
        <Row key={on}>
          <Cell>{formatDate(on)}</Cell>
          <Cell align="right" className="font-semibold">
            {scoreAfter}
          </Cell>
          <Cell align="right">{signedPoints(points)}</Cell>
          <Cell wrap>{text}</Cell>
        </Row>
      ))}
    </>
  );
}

/** The chart as a table: every date of every line, the score from then on, the change and why. */
export function ForecastTable({ page }: { page: ForecastPage }) {
  return (
    <Table caption="The forecast by date: score, change and reason, for the file and each scenario">
      <thead>
        <tr>
          <HeadCell className="w-32">Date</HeadCell>
          <HeadCell align="right" className="w-20">
            Score
          </HeadCell>
          <HeadCell align="right" className="w-20">
            Change
          </HeadCell>
          <HeadCell>Why</HeadCell>
        </tr>
      </thead>
      <tbody>
        {page.lines.map((line) => (
          <LineRows key={line.letter} line={line} start={page.start} />
        ))}
      </tbody>
    </Table>
  );
}

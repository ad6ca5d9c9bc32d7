import { Card, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { ScoreChange } from "@/lib/assessment/score-history/types";
import type { ScoreReason } from "@/lib/assessment/types";
import { signedPoints } from "@/lib/format/points";

const REASONS: Readonly<Record<ScoreReason, string>> = {
  fact: "A fact was changed",
  age: "A birthday",
  experience: "Years of work",
  expiry: "Something is no longer valid",
  rule: "The rules changed",
  time: "Time went by",
};

function difference({ score, previous }: ScoreChange): string {
  if (previous === null) return "first score";
  return score === null ? "no score any more" : signedPoints(score - previous);
}

/** Why the score is what it is: each change with its day, its reason and its rules. */
export function ScoreHistoryCard({ changes }: { changes: readonly ScoreChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Card labelledBy="score-history">
      <CardHeader id="score-history" title="How the score came about" count={changes.length} />
      <Table caption="Changes of the score, newest first">
        <thead>
          <tr>
            <HeadCell>As of</HeadCell>
            <HeadCell align="right">Score</HeadCell>
            <HeadCell align="right">Change</HeadCell>
            <HeadCell>Why</HeadCell>
            <HeadCell>Rules</HeadCell>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.id}>
              <RowHead className="font-normal!">
                <DateText date={change.on} />
              </RowHead>
              <Cell align="right" className="font-semibold">
                {change.score ?? "–"}
              </Cell>
              <Cell align="right">{difference(change)}</Cell>
              <Cell>{REASONS[change.reason]}</Cell>
              <Cell>
                {change.rulesetId}
                {change.superseded && <span className="text-ink-3"> (latest complete)</span>}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type {
  BirthdayExemption,
  InvitationDecision,
  PointsOfLine,
  ScoreOfDay,
} from "@/lib/express-entry/draws/invitation-decision";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

function Points({ line }: { line: PointsOfLine | null }) {
  if (line === null) return <span className="text-ink-3">not counted</span>;
  return (
    <>
      <b className="font-semibold tabular-nums">{line.points}</b>{" "}
      <span className="text-sm text-ink-2">{line.input}</span>
    </>
  );
}

function Total({ score }: { score: ScoreOfDay | null }) {
  if (score === null) return <span className="text-ink-3">no facts known of that day</span>;
  return (
    <>
      <b className="font-semibold tabular-nums">{score.total}</b>{" "}
      <span className="text-sm text-ink-2">
        {score.superseded ? `by ${score.rulesetId}, not IRCC’s score` : score.rulesetId}
      </span>
    </>
  );
}

function Birthday({ birthday }: { birthday: BirthdayExemption }) {
  const { on, from, to, points, keepsClass, source } = birthday;
  return (
    <Notice tone="info" title={`The birthday on ${formatDate(on)} does not count against them`}>
      Age {from} stays, not {to}: {formatCount(Math.max(0, points), "point")} would go otherwise
      {keepsClass && ", and the class would not be met"} ({source.section}).
    </Notice>
  );
}

/** What the score is made of on the day of the profile, of the invitation and of the plan: the lines that differ. */
export function ChangedCard({ decision }: { decision: InvitationDecision }) {
  const { scores, changed, birthday } = decision;
  const days = [
    { head: "Profile", on: scores.profile?.on ?? null },
    { head: "Invitation", on: scores.invitation.on },
    { head: "Planned day", on: scores.submission.on },
  ];
  return (
    <Card labelledBy="changed">
      <CardHeader
        id="changed"
        title="What changed since the profile"
        detail="age and rules of the invitation on the planned day"
      />
      {birthday && (
        <CardBody className="pb-0">
          <Birthday birthday={birthday} />
        </CardBody>
      )}
      <Table caption="Lines of the score that differ between the days">
        <thead>
          <tr>
            <HeadCell>Line</HeadCell>
            {days.map(({ head, on }) => (
              <HeadCell key={head}>{on === null ? head : `${head}, ${formatDate(on)}`}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row>
            <RowHead>Score</RowHead>
            <Cell wrap>
              <Total score={scores.profile} />
            </Cell>
            <Cell wrap>
              <Total score={scores.invitation} />
            </Cell>
            <Cell wrap>
              <Total score={scores.submission} />
            </Cell>
          </Row>
          {changed.map((line) => (
            <Row key={line.id}>
              <RowHead>{line.label}</RowHead>
              <Cell wrap>
                <Points line={line.profile} />
              </Cell>
              <Cell wrap>
                <Points line={line.invitation} />
              </Cell>
              <Cell wrap>
                <Points line={line.submission} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {changed.length === 0 && (
        <p className="px-4 py-3 text-sm text-ink-2">No line differs between these days.</p>
      )}
    </Card>
  );
}

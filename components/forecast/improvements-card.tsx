import { Check, Plus } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { withImprovement } from "@/lib/assessment/forecast/rules";
import type { Query } from "@/lib/assessment/forecast/types";
import type { ForecastPage } from "@/lib/assessment/forecast/types";
import type { Improvement } from "@/lib/express-entry/what-if/types";
import { formatDollars } from "@/lib/format/money";
import { signedPoints } from "@/lib/format/points";
import { formatCount } from "@/lib/format/quantities";

interface ImprovementRowProps {
  improvement: Improvement;
  rank: number;
  base: string;
  query: Query;
  isTried: boolean;
}

function ImprovementRow({ improvement, rank, base, query, isTried }: ImprovementRowProps) {
  const { id, title, detail, gained, pointsPerWeek, weeks, cost } = improvement;
  const label = isTried ? `Take ${title} out again` : `Try ${title}`;
  return (
    <Row className="[&>*]:h-12">
      <Cell className="w-8 pr-0! text-sm text-ink-3 tabular-nums">{rank}</Cell>
      <RowHead className="whitespace-normal!">
        <span className="block text-sm">{title}</span>
        <span className="block text-xs font-normal text-ink-2">{detail}</span>
      </RowHead>
      <Cell align="right" className="px-1.5!">
        <span className="block text-sm font-semibold">{signedPoints(gained)}</span>
        <span className="block text-xs text-ink-2">{pointsPerWeek.toFixed(1)} a week</span>
      </Cell>
      <Cell align="right" className="px-1.5!">
        <span className="block text-sm">{formatCount(weeks, "week")}</span>
        <span className="block text-xs text-ink-2">{formatDollars(cost * 100)}</span>
      </Cell>
      <Cell className="w-11 pr-3!">
        <IconButton
          label={label}
          variant="default"
          size="sm"
          href={`${base}?${withImprovement(query, id, !isTried)}`}
          scroll={false}
          aria-current={isTried ? "true" : undefined}
          icon={isTried ? <Check aria-hidden /> : <Plus aria-hidden />}
        />
      </Cell>
    </Row>
  );
}

/** Rows shown at once; the rest is one click away. */
const SHOWN = 8;

interface ImprovementsCardProps {
  page: ForecastPage;
  base: string;
  query: Query;
}

function Rows({
  improvements,
  offset,
  ...rest
}: Omit<ImprovementsCardProps, never> & {
  improvements: readonly Improvement[];
  offset: number;
}) {
  return (
    <Table caption="Single improvements, by points a week">
      <thead className="sr-only">
        <tr>
          <HeadCell>Rank</HeadCell>
          <HeadCell>Improvement</HeadCell>
          <HeadCell>Points</HeadCell>
          <HeadCell>Time and cost</HeadCell>
          <HeadCell>Try it</HeadCell>
        </tr>
      </thead>
      <tbody>
        {improvements.map((improvement, index) => (
          <ImprovementRow
            key={improvement.id}
            improvement={improvement}
            rank={offset + index + 1}
            base={rest.base}
            query={rest.query}
            isTried={rest.page.choices.add.includes(improvement.id)}
          />
        ))}
      </tbody>
    </Table>
  );
}

/** Everything one thing alone would do, the fastest points first. The plus puts it among what is tried. */
export function ImprovementsCard({ page, base, query }: ImprovementsCardProps) {
  const all = page.ranking?.improvements ?? [];
  const [first, rest] = [all.slice(0, SHOWN), all.slice(SHOWN)];
  return (
    <Card labelledBy="improvements">
      <CardHeader
        id="improvements"
        title="What would raise it"
        actions={
          page.ranking && (
            <span className="pr-1 text-sm text-ink-2">
              {page.superseded ? "earlier rules, by points a week" : "by points a week"}
            </span>
          )
        }
      />
      {first.length === 0 ? (
        <CardBody className="text-sm text-ink-2">
          {page.notRanked ?? "Nothing that one can do alone raises this score in the next 24 months."}
        </CardBody>
      ) : (
        <Rows improvements={first} offset={0} {...{ page, base, query }} />
      )}
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="cursor-pointer px-4 py-2 text-sm text-ink-2">
            {formatCount(rest.length, "more way", "more ways")}
          </summary>
          <Rows improvements={rest} offset={SHOWN} {...{ page, base, query }} />
        </details>
      )}
    </Card>
  );
}

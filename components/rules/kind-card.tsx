import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { KIND_LABELS } from "@/lib/rules/rules";
import type { KindOverview, RuleVersion } from "@/lib/rules/types";
import { SourceText } from "./source-text";
import { StateBadge } from "./state-badge";

function who(version: RuleVersion) {
  if (version.origin === "shipped") return "Shipped with Landfall";
  const { entered, activated } = version;
  return (activated ?? entered)?.by ?? "";
}

function VersionRow({ version, today }: { version: RuleVersion; today: IsoDate }) {
  return (
    <Row active={version.inForce}>
      <RowHead>
        <RowLink href={`/settings/rules/${version.id}`}>{version.key}</RowLink>
      </RowHead>
      <Cell>
        <StateBadge version={version} today={today} />
      </Cell>
      <Cell>
        <DateText date={version.effectiveFrom} />
      </Cell>
      <Cell>{version.effectiveTo === null ? "" : <DateText date={version.effectiveTo} />}</Cell>
      <Cell>{who(version)}</Cell>
      <Cell wrap className="min-w-64 text-sm text-ink-2">
        <span className="line-clamp-2">
          <SourceText source={version.source} />
        </span>
      </Cell>
    </Row>
  );
}

interface KindCardProps {
  overview: KindOverview;
  today: IsoDate;
  mayEnter: boolean;
}

/** One kind of dated table with its versions, the newest first. */
export function KindCard({ overview: { kind, versions }, today, mayEnter }: KindCardProps) {
  const { title, one, what } = KIND_LABELS[kind];
  return (
    <Card labelledBy={`kind-${kind}`}>
      <CardHeader
        id={`kind-${kind}`}
        title={title}
        detail={what}
        actions={
          mayEnter ? (
            <Button size="sm" variant="quiet" href={`/settings/rules/new?kind=${kind}`}>
              New<span className="sr-only"> {one}</span>
            </Button>
          ) : undefined
        }
      />
      <Table caption={`${title}: versions, the newest first`}>
        <thead>
          <tr>
            <HeadCell>Version</HeadCell>
            <HeadCell>Today</HeadCell>
            <HeadCell>From</HeadCell>
            <HeadCell>Until</HeadCell>
            <HeadCell>Entered by</HeadCell>
            <HeadCell>Source</HeadCell>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <VersionRow key={version.id} version={version} today={today} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

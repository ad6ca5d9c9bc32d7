import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/format/quantities";
import type { StreamPage } from "@/lib/nominations/types";
import { Conditions } from "./conditions";

function coverage({ compared, truncated }: StreamPage): string {
  const clients = formatCount(compared, "client");
  return truncated ? `of the best-ranked ${clients} in the pool` : `of ${clients} in the pool`;
}

/** The viewer's clients in the pool whose dated facts fit a stream, or may, each with its reason. */
export function StreamMatches({ page }: { page: StreamPage }) {
  const { matches } = page;
  return (
    <Card labelledBy="matches">
      <CardHeader
        id="matches"
        title="Clients who fit"
        count={matches.length > 0 ? matches.length : undefined}
        detail={coverage(page)}
      />
      {matches.length === 0 ? (
        <EmptyState title="Nobody fits today">
          Whoever comes into the pool, or whose facts change, is compared each time this page is opened.
        </EmptyState>
      ) : (
        <Table caption="Clients in the pool who fit this stream">
          <thead>
            <tr>
              <HeadCell>Client</HeadCell>
              <HeadCell align="right">CRS</HeadCell>
              <HeadCell>Fit</HeadCell>
              <HeadCell>Why</HeadCell>
              <HeadCell>Owner</HeadCell>
            </tr>
          </thead>
          <tbody>
            {matches.map(({ caseId, number, displayName, score, ownerName, fit }) => (
              <Row key={caseId}>
                <RowHead className="whitespace-normal!">
                  <RowLink href={`/cases/${number}/overview/nomination`}>{displayName}</RowLink>{" "}
                  <span className="text-xs font-normal text-ink-2">{number}</span>
                </RowHead>
                <Cell align="right" className="font-semibold">
                  {score}
                </Cell>
                <Cell>
                  {fit.verdict === "met" ? (
                    <Badge tone="ok">Fits</Badge>
                  ) : (
                    <Badge tone="watch">To check</Badge>
                  )}
                </Cell>
                <Cell wrap className="min-w-64 py-1.5">
                  <Conditions fit={fit} />
                </Cell>
                <Cell>{ownerName}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

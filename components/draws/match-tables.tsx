import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { RowKeys } from "@/components/ui/row-keys";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { Button } from "@/components/ui/button";
import type { RoundMatch } from "@/lib/draws/types";

interface MatchTableProps {
  caption: string;
  rows: readonly RoundMatch[];
  why: string;
  roundId: string;
  /** Offers the ITA form of the case, where none is recorded. */
  offerInvitation?: boolean;
}

function MatchTable({ caption, rows, why, roundId, offerInvitation }: MatchTableProps) {
  return (
    <RowKeys>
      <Table caption={caption}>
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell>File</HeadCell>
            <HeadCell align="right">CRS</HeadCell>
            <HeadCell>{why}</HeadCell>
            <HeadCell>Profile sent, UTC</HeadCell>
            <HeadCell>Owner</HeadCell>
            {offerInvitation && (
              <HeadCell>
                <span className="sr-only">Invitation</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((match) => (
            <Row key={match.profileId}>
              <RowHead>
                <RowLink href={`/cases/${match.caseNumber}/overview`}>{match.displayName}</RowLink>
              </RowHead>
              <Cell>{match.caseNumber}</Cell>
              <Cell align="right">{match.crsScore}</Cell>
              <Cell className={match.outcome === "near_miss" ? "font-semibold text-watch" : undefined}>
                {match.reason}
              </Cell>
              <Cell className="tabular-nums">
                <InstantText instant={match.submittedAt} zone="UTC" seconds />
              </Cell>
              <Cell>{match.ownerName}</Cell>
              {offerInvitation && (
                <Cell align="right">
                  {match.invitation.recorded ? (
                    <Badge tone="ok">ITA recorded</Badge>
                  ) : (
                    <Button
                      variant="row"
                      href={`/cases/${match.caseNumber}/overview?round=${roundId}#invitation`}
                    >
                      Record ITA
                    </Button>
                  )}
                </Cell>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

interface MatchGroupsProps {
  matches: readonly RoundMatch[];
  roundId: string;
  mayRecord: boolean;
}

/** A round against our clients: whom it reached, who missed by how little, who did not compete in it. */
export function MatchGroups({ matches, roundId, mayRecord }: MatchGroupsProps) {
  const invited = matches.filter((match) => match.outcome === "invited");
  const near = matches.filter((match) => match.outcome === "near_miss");
  const others = matches.filter((match) => match.outcome === "not_in_round");
  const unrecorded = invited.filter((match) => !match.invitation.recorded).length;
  return (
    <div className="grid gap-4">
      <Card labelledBy="invited">
        <CardHeader
          id="invited"
          title="Reached by this round"
          count={invited.length}
          detail={
            unrecorded === 0
              ? "every one has its ITA recorded"
              : `${unrecorded} without a recorded ITA: look in each IRCC account today`
          }
        />
        {invited.length === 0 ? (
          <EmptyState title="None of our clients">
            Nobody in the pool then had this score, or competed in this round.
          </EmptyState>
        ) : (
          <MatchTable
            caption="Clients this round reached"
            rows={invited}
            why="Why the round reached them"
            roundId={roundId}
            offerInvitation={mayRecord}
          />
        )}
      </Card>
      {near.length > 0 && (
        <Card labelledBy="near">
          <CardHeader
            id="near"
            title="Near misses"
            count={near.length}
            detail="within 20 points, closest first"
          />
          <MatchTable caption="Clients who missed by little" rows={near} why="Missed by" roundId={roundId} />
        </Card>
      )}
      {others.length > 0 && (
        <Card labelledBy="others">
          <CardHeader
            id="others"
            title="High enough, not in this round"
            count={others.length}
            detail="their program or category was not drawn"
          />
          <MatchTable caption="Clients who did not compete" rows={others} why="Why not" roundId={roundId} />
        </Card>
      )}
    </div>
  );
}

import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { MatchGroups } from "@/components/draws/match-tables";
import { PoolBands } from "@/components/draws/pool-bands";
import { RoundHistory } from "@/components/draws/round-history";
import { RoundsChart } from "@/components/draws/rounds-chart";
import { PageHead } from "@/components/layout/page-head";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import { StatCells } from "@/components/ui/stat-cells";
import { loadRoundPage } from "@/lib/draws/loaders";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatNumber } from "@/lib/format/quantities";

interface RoundPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: RoundPageProps): Promise<Metadata> {
  const { round } = await loadRoundPage((await params).id);
  return { title: `${round.title}, ${formatDate(round.date)}` };
}

/** One round against the clients the viewer sees: whom it reached, tie-break to the second included. */
export default async function RoundPage({ params }: RoundPageProps) {
  const page = await loadRoundPage((await params).id);
  const { round, matches, live, truncated, allowed } = page;
  const name = round.number === null ? "Recorded round" : `Round ${round.id}`;
  return (
    <>
      <PageHead
        title={`${round.title}, ${formatDate(round.date)}`}
        breadcrumbs={[{ label: "Draws", href: "/draws" }, { label: name }]}
        actions={
          allowed.correct && (
            <Button href={`/draws/${encodeURIComponent(round.id)}/correct`} icon={<Pencil aria-hidden />}>
              Correct
            </Button>
          )
        }
      />
      <StatCells
        className="mb-4"
        items={[
          {
            label: "Invited by IRCC",
            value: formatNumber(round.invitations),
            reason:
              round.poolTotal === null
                ? "size of the pool not published"
                : `of ${formatNumber(round.poolTotal)} in the pool`,
          },
          {
            label: "Lowest score",
            value: round.lowestCrs,
            reason: "an equal score is decided by the tie-break",
          },
          {
            label: "Tie-break: profile sent by",
            value: round.tieBreakAt ? (
              <InstantText instant={round.tieBreakAt} zone="UTC" seconds />
            ) : (
              "not published"
            ),
            aside: round.tieBreakAt ? "UTC" : undefined,
            reason: "an equal score sent later was not reached",
          },
          ...(allowed.matches
            ? [
                {
                  label: "Our clients then",
                  value: formatCount(live, "profile"),
                  reason: "in the pool on that day, by their recorded score",
                },
              ]
            : []),
        ]}
      />
      <Card labelledBy="same-program" className="mb-4">
        <CardHeader
          id="same-program"
          title="Lowest score, this kind of round"
          detail="a year before and after"
        />
        <RoundsChart rounds={page.sameProgram.toReversed()} marked={round.id} />
      </Card>
      {truncated && (
        <Notice tone="watch" title="The 200 highest scores are shown">
          More clients were near this round than fit here.
        </Notice>
      )}
      {allowed.matches && (
        <MatchGroups matches={matches} roundId={round.id} mayRecord={allowed.recordInvitation} />
      )}
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-2">
        <PoolBands round={round} />
        <RoundHistory corrections={page.corrections} zone={page.timeZone} />
      </div>
      <p className="mt-3 text-xs text-ink-3">
        {round.at !== null && (
          <>
            Held on <InstantText instant={round.at} zone="UTC" seconds /> UTC, as published.{" "}
          </>
        )}
        {round.covers !== null && `Covered: ${round.covers}. `}
        Rank required: {formatNumber(round.invitations)}. Source: {round.source}. A score equal to the lowest
        counts when the profile was sent at or before the tie-break.
      </p>
    </>
  );
}

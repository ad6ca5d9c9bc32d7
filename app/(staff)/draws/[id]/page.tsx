import type { Metadata } from "next";
import { MatchGroups } from "@/components/draws/match-tables";
import { PageHead } from "@/components/layout/page-head";
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
  const { round, matches, live, truncated, allowed } = await loadRoundPage((await params).id);
  const name = round.number === null ? "Recorded round" : `Round ${round.id}`;
  return (
    <>
      <PageHead
        title={`${round.title}, ${formatDate(round.date)}`}
        breadcrumbs={[{ label: "Draws", href: "/draws" }, { label: name }]}
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
      {truncated && (
        <Notice tone="watch" title="The 200 highest scores are shown">
          More clients were near this round than fit here.
        </Notice>
      )}
      {allowed.matches && (
        <MatchGroups matches={matches} roundId={round.id} mayRecord={allowed.recordInvitation} />
      )}
      <p className="mt-3 text-xs text-ink-3">
        Source: {round.source}. A score equal to the lowest counts when the profile was sent at or before the
        tie-break.
      </p>
    </>
  );
}

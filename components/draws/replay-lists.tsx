import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { EmptyState } from "@/components/ui/empty-state";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { INVITATION_DAYS } from "@/lib/express-entry/timing/invitation-window";
import { usualMessageInstant } from "@/lib/draws/replay/rules";
import type { ReplayList, ReplayPage } from "@/lib/draws/replay/types";
import type { RoundPage } from "@/lib/draws/types";
import { formatDate } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/quantities";
import { ReachedForm, ReachedSign } from "./replay-reached";
import { ReplayTable } from "./replay-table";

interface ListProps {
  page: RoundPage;
  replay: ReplayPage;
}

function More({
  page,
  list,
  shown,
  label,
}: {
  page: RoundPage;
  list: ReplayList;
  shown: number;
  label: string;
}) {
  const count = page.replay?.counts[list] ?? 0;
  if (count <= shown) return null;
  return (
    <CardFooter>
      <a
        href={`/draws/${encodeURIComponent(page.round.id)}?list=${list}`}
        className="font-semibold underline underline-offset-2"
      >
        {label.replace("%", formatNumber(count))}
      </a>
    </CardFooter>
  );
}

/** Act now: by the rules there is an ITA in these accounts. */
export function ReachedCard({ page, replay }: ListProps) {
  const { round, today, allowed } = page;
  const lines = replay.lists.reached;
  if (lines.length === 0) return null;
  const lastDay = addDays(round.date, INVITATION_DAYS);
  const table = (
    <ReplayTable
      list="reached"
      caption="Clients this round reached, with no ITA recorded"
      lines={lines}
      tickable={allowed.recordInvitation}
    />
  );
  return (
    <Card labelledBy="reached" tone="late" className="mb-4">
      <CardHeader
        id="reached"
        className="rounded-t-lg bg-late-soft"
        title={
          <span className="inline-flex items-center gap-2">
            <ReachedSign />
            Reached, but no ITA recorded
          </span>
        }
        count={replay.counts.reached}
        detail={`Look in each IRCC account today: an invitation from this round ${lastDay < today ? "ended" : "ends"} on ${formatDate(lastDay)}.`}
      />
      {allowed.recordInvitation && lines.some(({ recordable }) => recordable) ? (
        <ReachedForm
          roundId={round.id}
          receivedAt={usualMessageInstant(round).toISOString().slice(0, 19).replace("T", " ")}
        >
          {table}
        </ReachedForm>
      ) : (
        table
      )}
      <More page={page} list="reached" shown={lines.length} label="Show all %" />
    </Card>
  );
}

export function NearCard({ page, replay }: ListProps) {
  const lines = replay.lists.near_miss;
  return (
    <Card labelledBy="near" className="mb-4">
      <CardHeader
        id="near"
        title="Near misses"
        count={replay.counts.near_miss}
        detail="within 20 points, or some weeks of listed work, closest first"
      />
      {lines.length === 0 ? (
        <EmptyState title="Nobody missed it by little">
          No client was within 20 points of this round, or within weeks of its category.
        </EmptyState>
      ) : (
        <ReplayTable list="near_miss" caption="Clients who missed by little" lines={lines} />
      )}
      <More page={page} list="near_miss" shown={lines.length} label="Show all % near misses" />
      <More page={page} list="below" shown={0} label="Show the % further below" />
    </Card>
  );
}

export function InvitedCard({ page, replay }: ListProps) {
  const lines = replay.lists.invited;
  const { disagreeing } = replay;
  return (
    <Card labelledBy="invited" tone={disagreeing > 0 ? "watch" : undefined}>
      <CardHeader
        id="invited"
        title="Invited"
        count={replay.counts.invited}
        detail={
          disagreeing > 0
            ? `${disagreeing} of the recorded ITAs the rules do not explain: look at facts and dates`
            : "every recorded ITA agrees with the rules"
        }
      />
      {lines.length === 0 ? (
        <EmptyState title="No ITA of this round">
          An invitation that is recorded for this round stands here.
        </EmptyState>
      ) : (
        <ReplayTable list="invited" caption="Clients with an ITA of this round" lines={lines} />
      )}
      <More page={page} list="invited" shown={lines.length} label="Show all %" />
    </Card>
  );
}

/** Why clients with a profile could not be reached, by reason. */
export function NotEligibleCard({ page, replay }: ListProps) {
  const most = Math.max(1, ...replay.reasons.map(({ count }) => count));
  return (
    <Card labelledBy="not-eligible">
      <CardHeader
        id="not-eligible"
        title="Not eligible"
        count={replay.counts.not_eligible}
        detail="by reason"
      />
      {replay.reasons.length === 0 ? (
        <EmptyState title="Everybody competed">Each client with a profile then was in this round.</EmptyState>
      ) : (
        <Table caption="Why clients were not in this round">
          <thead>
            <tr>
              <HeadCell>Reason</HeadCell>
              <HeadCell>
                <span className="sr-only">Share</span>
              </HeadCell>
              <HeadCell align="right">People</HeadCell>
            </tr>
          </thead>
          <tbody>
            {replay.reasons.map(({ reason, label, count }) => (
              <Row key={reason}>
                <RowHead className="font-normal!">{label}</RowHead>
                <Cell className="w-28">
                  <span
                    aria-hidden
                    className="block h-1.5 rounded-sm bg-ink-3"
                    style={{ width: `${Math.max(4, (count / most) * 100)}%` }}
                  />
                </Cell>
                <Cell align="right">{formatNumber(count)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <More page={page} list="not_eligible" shown={0} label="Show the % people" />
    </Card>
  );
}

const TITLES: Readonly<Record<ReplayList, string>> = {
  reached: "Reached, but no ITA recorded",
  near_miss: "Near misses",
  invited: "Invited",
  below: "Further below",
  not_eligible: "Not eligible",
};

/** One list by itself, as far as a page goes. */
export function WholeList({ page, replay, list }: ListProps & { list: ReplayList }) {
  const lines = replay.lists[list];
  return (
    <Card labelledBy="whole">
      <CardHeader
        id="whole"
        title={TITLES[list]}
        count={replay.counts[list]}
        detail={lines.length < replay.counts[list] ? `the first ${formatNumber(lines.length)}` : undefined}
        actions={
          <a
            href={`/draws/${encodeURIComponent(page.round.id)}`}
            className="text-sm underline underline-offset-2"
          >
            All lists
          </a>
        }
      />
      {lines.length === 0 ? (
        <EmptyState title="Nobody">None of your clients is in this list.</EmptyState>
      ) : (
        <ReplayTable list={list} caption={TITLES[list]} lines={lines} />
      )}
    </Card>
  );
}

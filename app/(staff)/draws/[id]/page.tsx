import { ChevronLeft, ChevronRight, Download, History, Pencil } from "lucide-react";
import type { Metadata } from "next";
import { PoolBands } from "@/components/draws/pool-bands";
import { ReplayButton } from "@/components/draws/replay-button";
import { ReplayFigures } from "@/components/draws/replay-figures";
import {
  InvitedCard,
  NearCard,
  NotEligibleCard,
  ReachedCard,
  WholeList,
} from "@/components/draws/replay-lists";
import { RoundHistory } from "@/components/draws/round-history";
import { SameKindCard } from "@/components/draws/same-kind-card";
import { PageHead } from "@/components/layout/page-head";
import { RunProgress } from "@/components/rules/run-progress";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { loadRoundPage } from "@/lib/draws/loaders";
import { REPLAY_LISTS, type ReplayList, type ReplayPage } from "@/lib/draws/replay/types";
import type { RoundPage } from "@/lib/draws/types";
import { formatDate, formatDateTime } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/quantities";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ list?: string | string[]; show?: string | string[] }>;
}

const pathOf = (id: string) => `/draws/${encodeURIComponent(id)}`;

/** The page of a round in one of its states: the list it shows whole, the chart as a table. */
function hrefOf(id: string, state: { list: ReplayList | null; show?: "table" }): string {
  const given = Object.entries(state).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? pathOf(id) : `${pathOf(id)}?${new URLSearchParams(given).toString()}`;
}

async function read({
  params,
  searchParams,
}: PageProps): Promise<{ page: RoundPage; list: ReplayList | null; asTable: boolean }> {
  const { list: asked, show } = await searchParams;
  const list = REPLAY_LISTS.find((known) => known === asked) ?? null;
  return { page: await loadRoundPage((await params).id, list), list, asTable: show === "table" };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { round } = (await read(props)).page;
  return { title: `${round.title}, ${formatDate(round.date)}` };
}

function Actions({ page }: { page: RoundPage }) {
  const { round, sameProgram, allowed, replay } = page;
  const place = sameProgram.findIndex(({ id }) => id === round.id);
  const [before, after] = [sameProgram[place - 1], sameProgram[place + 1]];
  return (
    <>
      {allowed.correct && (
        <Button href={`${pathOf(round.id)}/correct`} icon={<Pencil aria-hidden />}>
          Correct
        </Button>
      )}
      {replay?.judgedAt && (
        <a href={`/api/rounds/${encodeURIComponent(round.id)}/replay.csv`} className={buttonClass()} download>
          <Download aria-hidden />
          CSV
        </a>
      )}
      {allowed.replay && replay && <ReplayButton roundId={round.id} again />}
      {before && (
        <IconButton
          variant="default"
          href={pathOf(before.id)}
          label={`The one before: ${formatDate(before.date)}`}
          icon={<ChevronLeft aria-hidden />}
        />
      )}
      {after && (
        <IconButton
          variant="default"
          href={pathOf(after.id)}
          label={`The next one: ${formatDate(after.date)}`}
          icon={<ChevronRight aria-hidden />}
        />
      )}
    </>
  );
}

function Lists({ page, replay, list }: { page: RoundPage; replay: ReplayPage; list: ReplayList | null }) {
  if (replay.judgedAt === null) return null;
  if (list !== null) return <WholeList page={page} replay={replay} list={list} />;
  if (replay.clients === 0) {
    return (
      <Card>
        <EmptyState title="None of our clients had a profile then">
          A client whose Express Entry profile was in the pool on that day would stand here.
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      <ReachedCard page={page} replay={replay} />
      <NearCard page={page} replay={replay} />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <InvitedCard page={page} replay={replay} />
        <NotEligibleCard page={page} replay={replay} />
      </div>
    </>
  );
}

function SmallPrint({ page: { round, replay } }: { page: RoundPage }) {
  return (
    <p className="mt-3 text-xs text-ink-3">
      {replay?.rulesetId && `Ruleset ${replay.rulesetId}, in force that day. `}
      {round.at !== null && (
        <>
          Held on <InstantText instant={round.at} zone="UTC" seconds /> UTC, as published.{" "}
        </>
      )}
      {round.covers !== null && `Covered: ${round.covers}. `}
      Rank required: {formatNumber(round.invitations)}. Source: {round.source}. A score equal to the lowest
      counts when the profile was sent at or before the tie-break.
    </p>
  );
}

/** A round and what its replay says of the viewer's clients: reached, near, invited, not eligible and why. */
export default async function RoundPageView(props: PageProps) {
  const { page, list, asTable } = await read(props);
  const { round, replay, allowed, timeZone } = page;
  const name = round.number === null ? "Recorded round" : `Round ${round.id}`;
  return (
    <>
      <PageHead
        title={`${round.title}, ${formatDate(round.date)}`}
        breadcrumbs={[{ label: "Draws", href: "/draws" }, { label: name }]}
        badge={
          replay?.judgedAt && (
            <Badge icon={<History aria-hidden />}>Replayed {formatDateTime(replay.judgedAt, timeZone)}</Badge>
          )
        }
        actions={<Actions page={page} />}
      />
      <div className="mb-4 grid items-stretch gap-4 xl:grid-cols-[5fr_4fr]">
        <ReplayFigures page={page} />
        <SameKindCard
          rounds={page.sameProgram}
          marked={round.id}
          asTable={asTable}
          hrefs={{ chart: hrefOf(round.id, { list }), table: hrefOf(round.id, { list, show: "table" }) }}
        />
      </div>
      {replay && replay.state !== "done" && (
        <div className="mb-4">
          <RunProgress
            run={{ ...replay, state: "running" }}
            label={replay.judgedAt ? "Working out what would have been enough" : "Replaying the round"}
            of="clients judged"
            href={pathOf(round.id)}
          />
        </div>
      )}
      {replay?.superseded && (
        <Notice tone="watch" title="Computed under the rules before">
          The rules of that day have no values yet: scores are those of {replay.rulesetId}, not IRCC’s of that
          day.
        </Notice>
      )}
      {replay?.stale && (
        <Notice tone="watch" title="The round was corrected since">
          These lists are of the figures before. Replay the round once more.
        </Notice>
      )}
      {allowed.matches && !replay && (
        <Card>
          <EmptyState
            title="Not replayed yet"
            action={allowed.replay && <ReplayButton roundId={round.id} again={false} />}
          >
            A replay puts this round to every client as they stood on that day: profile, program, score and
            second.
          </EmptyState>
        </Card>
      )}
      {replay && <Lists page={page} replay={replay} list={list} />}
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-2">
        <PoolBands round={round} />
        <RoundHistory corrections={page.corrections} zone={timeZone} />
      </div>
      <SmallPrint page={page} />
    </>
  );
}

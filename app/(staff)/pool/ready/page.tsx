import type { Metadata } from "next";
import { OnDate } from "@/components/assessment/on-date";
import { PageHead } from "@/components/layout/page-head";
import { PoolTabs } from "@/components/nominations/pool-tabs";
import { ReadyTable } from "@/components/readiness/ready-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { StatCells } from "@/components/ui/stat-cells";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { loadReadyPage } from "@/lib/readiness/loaders";
import type { ReadyPage } from "@/lib/readiness/types";

export const metadata: Metadata = { title: "Ready if invited" };

interface ReadyIfInvitedPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

function Counts({ page }: { page: ReadyPage }) {
  const { counts } = page;
  return (
    <StatCells
      className="mb-4"
      items={[
        { label: "In the pool", value: page.total, reason: "live profiles you see" },
        {
          label: "Likely to be invited",
          value: counts.likely,
          reason: "at most 10 points under a latest cut-off",
        },
        { label: "Of these not ready", value: counts.likelyUnready, reason: "documents are missing" },
        {
          label: "Of these after day 60",
          value: counts.tooLate,
          reason: "by the usual days, all asked for today",
          ...(counts.tooLate > 0 ? { tone: "late" as const } : {}),
        },
      ]}
    />
  );
}

/** Every client in the pool as if invited on a day: how complete the file is, and how long the rest takes. */
export default async function ReadyIfInvitedPage({ searchParams }: ReadyIfInvitedPageProps) {
  const { on, after } = await searchParams;
  const page = await loadReadyPage(one(on), one(after));
  const { invitedOn, targetOn, deadline, today, next } = page;
  const shown = formatCount(page.clients.length, "profile");
  return (
    <>
      <PageHead
        title="Ready if invited"
        context={`As if invited on ${formatDate(invitedOn)}: day 50 is ${formatDate(targetOn)}, day 60 ${formatDate(deadline)}`}
        actions={<OnDate base="/pool/ready" on={invitedOn} today={today} />}
      />
      <PoolTabs />
      {page.clients.length === 0 ? (
        <Card>
          <EmptyState title="Nobody in the pool">
            A client with a live Express Entry profile stands here with what an invitation would call for.
          </EmptyState>
        </Card>
      ) : (
        <>
          <Counts page={page} />
          <Card>
            <ReadyTable page={page} />
          </Card>
          <Pagination
            previousHref={null}
            nextHref={
              next ? `/pool/ready?${new URLSearchParams({ on: invitedOn, after: next }).toString()}` : null
            }
            summary={page.total > page.clients.length ? `${shown} of ${page.total}, by score` : shown}
          />
        </>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { PoolTable } from "@/components/profiles/pool-table";
import { PageHead } from "@/components/layout/page-head";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { StatCells } from "@/components/ui/stat-cells";
import { formatCount } from "@/lib/format/quantities";
import { loadPoolPage } from "@/lib/profiles/pool/loaders";

export const metadata: Metadata = { title: "Pool" };

interface PoolPageProps {
  searchParams: Promise<{ after?: string }>;
}

/** `482|2026-06-16T09:41:00.000Z|id`, as the link to the next page writes it; anything else is the first page. */
function readCursor(text: string | undefined) {
  const [score, at, id] = (text ?? "").split("|");
  const submittedAt = new Date(at ?? "");
  if (
    !score ||
    !id ||
    !/^\d+$/.test(score) ||
    !/^[0-9a-f-]{36}$/.test(id) ||
    Number.isNaN(submittedAt.getTime())
  )
    return null;
  return { score: Number(score), submittedAt, id };
}

/** Clients in the pool, ranked like IRCC ranks them, with the distance to the latest cut-offs. */
export default async function PoolPage({ searchParams }: PoolPageProps) {
  const pool = await loadPoolPage(readCursor((await searchParams).after));
  const { next } = pool;
  return (
    <>
      <PageHead
        title="Pool"
        context={`${formatCount(pool.total, "profile")}, ranked by score, then by who was first`}
      />
      {pool.entries.length === 0 ? (
        <Card>
          <EmptyState title="Nobody in the pool">
            A recorded Express Entry profile stands here until its invitation or its last day.
          </EmptyState>
        </Card>
      ) : (
        <>
          <StatCells
            className="mb-4"
            items={pool.within.map(({ points, count }) => ({
              label: points === 0 ? "At or over their latest cut-off" : `In at ${points} points lower`,
              value: count,
              reason: points === 0 ? "of the rounds they compete in" : "of the same rounds",
            }))}
          />
          <Card>
            <PoolTable entries={pool.entries} today={pool.today} timeZone={pool.timeZone} />
          </Card>
          <Pagination
            previousHref={null}
            nextHref={
              next
                ? `/pool?after=${encodeURIComponent(`${next.score}|${next.submittedAt}|${next.id}`)}`
                : null
            }
            summary={formatCount(pool.entries.length, "profile")}
          />
        </>
      )}
    </>
  );
}

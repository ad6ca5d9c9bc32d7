import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { PoolTabs } from "@/components/nominations/pool-tabs";
import { PoolSlider } from "@/components/profiles/pool-slider";
import { PoolTable } from "@/components/profiles/pool-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { StatCells } from "@/components/ui/stat-cells";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { loadPoolPage } from "@/lib/profiles/pool/loaders";
import type { PoolPage } from "@/lib/profiles/types";

export const metadata: Metadata = { title: "Pool" };

interface Asked {
  after?: string | string[];
  /** A program or a category. */
  for?: string | string[];
  /** A cut-off, from the slider. */
  at?: string | string[];
}

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

function hrefOf(parts: Record<string, string | null>): string {
  const given = Object.entries(parts).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const query = new URLSearchParams(given).toString();
  return query === "" ? "/pool" : `/pool?${query}`;
}

/** As of when, and under which rules, the scores of the page stand. */
function AsOf({ entries }: { entries: PoolPage["entries"] }) {
  const [first] = entries;
  if (!first) return null;
  const oldest = entries.reduce(
    (day, { scoredOn }) => (scoredOn !== null && scoredOn < day ? scoredOn : day),
    first.scoredOn ?? "",
  );
  const waiting = entries.filter(({ scoredOn }) => scoredOn === null).length;
  return (
    <>
      {oldest !== "" && `Scores as of ${formatDate(oldest)} under ${first.rulesetId}. `}
      {waiting > 0 &&
        `${formatCount(waiting, "score")} as last recorded from the account: ours is computed within the hour. `}
      “Recorded” is the score last seen in the account where it differs.
    </>
  );
}

function KindChips({ pool }: { pool: PoolPage }) {
  const kinds = pool.cutOffs.filter(({ program }) => program !== "general");
  return (
    <FilterChips
      label="Kind of round"
      items={[
        { href: "/pool", label: "Everybody", current: pool.held === null },
        ...kinds.map(({ program, label }) => ({
          href: hrefOf({ for: program }),
          label,
          current: pool.held === program,
        })),
      ]}
    />
  );
}

/** Clients in the pool, ranked like IRCC ranks them, with the distance to the latest cut-offs. */
export default async function PoolPageView({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const at = /^\d{1,4}$/.test(textOf(asked.at)) ? Number(textOf(asked.at)) : null;
  const pool = await loadPoolPage(textOf(asked.after), textOf(asked.for));
  const { next, entries, held } = pool;
  const latest = pool.cutOffs.filter(({ program }) => held === null || program === held);
  const newest = latest.reduce<(typeof latest)[number] | undefined>(
    (kept, one) => (kept === undefined || one.date > kept.date ? one : kept),
    undefined,
  );
  return (
    <>
      <PageHead
        title="Pool"
        context={`${formatCount(pool.total, "profile")}, ranked by score, then by who was first`}
      />
      <PoolTabs />
      {pool.total === 0 && held === null ? (
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
          {entries.some(({ superseded }) => superseded) && (
            <div className="mb-4">
              <Notice tone="watch" title="Computed under the rules before">
                The rules of today have no values yet: these scores are those of the latest complete ones.
              </Notice>
            </div>
          )}
          <div className="mb-3">
            <KindChips pool={pool} />
          </div>
          <Card>
            <PoolSlider
              key={held}
              scores={pool.scores}
              initial={at ?? newest?.lowestCrs ?? pool.scores[0]?.score ?? 500}
              held={held}
            />
            {entries.length === 0 ? (
              <EmptyState title="Nobody competes in this kind of round">
                By their facts none of your clients in the pool could be invited in it.
              </EmptyState>
            ) : (
              <PoolTable entries={entries} today={pool.today} timeZone={pool.timeZone} cutOff={at} />
            )}
          </Card>
          <p className="mt-2 text-xs text-ink-3">
            <AsOf entries={entries} />
          </p>
          <Pagination
            previousHref={null}
            nextHref={
              next
                ? hrefOf({
                    for: held,
                    at: at === null ? null : String(at),
                    after: next,
                  })
                : null
            }
            summary={formatCount(entries.length, "profile")}
          />
        </>
      )}
    </>
  );
}

import { FileUp, Plus } from "lucide-react";
import type { Metadata } from "next";
import { DrawFilters } from "@/components/draws/draw-filters";
import { RoundsChart } from "@/components/draws/rounds-chart";
import { RoundsTable } from "@/components/draws/rounds-table";
import { PageHead } from "@/components/layout/page-head";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RowKeys } from "@/components/ui/row-keys";
import { loadRounds } from "@/lib/draws/loaders";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Draws" };

interface DrawsPageProps {
  searchParams: Promise<{ program?: string; year?: string }>;
}

/** Rounds of invitations since 2015, a year at a time. */
export default async function DrawsPage({ searchParams }: DrawsPageProps) {
  const { program = "", year: asked = "" } = await searchParams;
  const { year, years, rounds, allowed } = await loadRounds(
    program || null,
    asked === "all" ? "all" : /^\d{4}$/.test(asked) ? Number(asked) : null,
  );
  return (
    <>
      <PageHead
        title="Draws"
        context={`${formatCount(rounds.length, "round")} ${year === null ? "since 2015" : `in ${year}`}`}
        actions={
          allowed.record && (
            <>
              <Button href="/draws/import" icon={<FileUp aria-hidden />}>
                Import
              </Button>
              <Button variant="primary" href="/draws/new" icon={<Plus aria-hidden />}>
                Record a round
              </Button>
            </>
          )
        }
      />
      <DrawFilters year={year} years={years} program={program} />
      {rounds.length === 0 ? (
        <Card>
          <EmptyState title="No round here">
            No round of this kind is recorded {year === null ? "at all" : `in ${year}`}.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-4">
          <Card labelledBy="lowest">
            <CardHeader
              id="lowest"
              title="Lowest scores"
              detail="one line for each kind of round; the larger the dot, the more invitations"
            />
            <RoundsChart rounds={rounds} />
          </Card>
          <RowKeys>
            <Card>
              <RoundsTable rounds={rounds} />
            </Card>
          </RowKeys>
        </div>
      )}
      <p className="mt-3 text-xs text-ink-3">
        Source: Immigration, Refugees and Citizenship Canada, Express Entry rounds of invitations. Rounds
        after 1 Oct 2026 are those recorded here.
      </p>
    </>
  );
}

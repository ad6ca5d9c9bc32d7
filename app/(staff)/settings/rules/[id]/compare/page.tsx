import type { Metadata } from "next";
import { ComparisonHead } from "@/components/rules/comparison-head";
import { ComparisonTable } from "@/components/rules/comparison-table";
import { FaultNotice } from "@/components/rules/fault-notice";
import { RunProgress } from "@/components/rules/run-progress";
import { CompareButton } from "@/components/rules/version-actions";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadComparison } from "@/lib/rules/comparison/loaders";
import { COMPARISON_VIEWS } from "@/lib/rules/types";

export const metadata: Metadata = { title: "Who gains, who loses" };

interface ComparePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ view?: string | string[]; after?: string | string[] }>;
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const { id } = await params;
  const { view: asked, after } = await searchParams;
  const view = COMPARISON_VIEWS.find((known) => known === asked) ?? "all";
  const page = await loadComparison(id, view, typeof after === "string" ? after : null);
  const { version, run, clients, next } = page;
  const path = `/settings/rules/${version.id}`;
  const here = `${path}/compare`;
  const mayAsk = page.allowed.edit && page.faults.length === 0;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <Breadcrumbs
          items={[
            { label: "Rules", href: "/settings/rules" },
            { label: version.key, href: path },
            { label: "Who gains, who loses" },
          ]}
        />
        {mayAsk && run?.state !== "running" && (
          <span className="ml-auto">
            <CompareButton version={version} again={run !== null} />
          </span>
        )}
      </div>
      <FaultNotice faults={page.allowed.edit ? page.faults : []} />
      {run === null && (
        <EmptyState title="Not compared yet">
          The comparison scores every client in the pool under this version and under what is in force.
        </EmptyState>
      )}
      {run && <RunProgress run={run} label="Comparing the pool" of="clients" href={here} />}
      {run?.state === "done" && (
        <>
          <ComparisonHead page={{ ...page, run }} />
          {clients.length === 0 ? (
            <EmptyState title="Nobody">No client in the pool would see a difference of this kind.</EmptyState>
          ) : (
            <ComparisonTable page={page} />
          )}
          <div className="mt-3">
            <Pagination
              previousHref={after === undefined ? null : `${here}?view=${view}`}
              nextHref={next === null ? null : `${here}?view=${view}&after=${next}`}
            />
          </div>
        </>
      )}
    </>
  );
}

import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "@/components/layout/page-head";
import { FactsTable } from "@/components/reports/facts-table";
import { periodWords } from "@/components/reports/period-words";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { RowKeys } from "@/components/ui/row-keys";
import { formatNumber } from "@/lib/format/quantities";
import { loadFacts } from "@/lib/reports/loaders";
import { figureQuery, REPORTS, reportQuery } from "@/lib/reports/rules";

export const metadata: Metadata = { title: "Behind a figure" };

interface FactsPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a figure counts, row by row: as many as it says, each leading to its case. */
export default async function FactsPage({ params, searchParams }: FactsPageProps) {
  const list = await loadFacts((await params).name, await searchParams);
  const { name, state, figure, total, rows, next, isFirst } = list;
  const here = `/reports/${name}/cases`;
  return (
    <>
      <PageHead
        breadcrumbs={[
          {
            label: `Reports: ${REPORTS[name].label.toLowerCase()}`,
            href: `/reports/${name}${reportQuery(state)}`,
          },
        ]}
        title={list.title}
        context={`${formatNumber(total)}, ${periodWords(list)}`}
        actions={
          list.allowed.export &&
          total > 0 && (
            <a
              href={`/api/reports/${name}/cases.csv${figureQuery(state, figure)}`}
              className={buttonClass()}
              download
            >
              <Download aria-hidden />
              CSV
            </a>
          )
        }
      />
      <RowKeys>
        <Card>
          <FactsTable list={list} />
        </Card>
      </RowKeys>
      <div className="mt-3 grid gap-2">
        {!isFirst && (
          <Link prefetch={false} href={`${here}${figureQuery(state, figure)}`} className="text-sm text-link">
            Back to the first page
          </Link>
        )}
        <Pagination
          previousHref={null}
          nextHref={next === null ? null : `${here}${figureQuery(state, figure, next)}`}
          summary={`${formatNumber(rows.length)} of ${formatNumber(total)} shown`}
        />
      </div>
    </>
  );
}

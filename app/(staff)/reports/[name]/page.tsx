import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { PeriodFilter } from "@/components/reports/period-filter";
import { periodWords } from "@/components/reports/period-words";
import { ReportCard } from "@/components/reports/report-card";
import { ReportTabs } from "@/components/reports/report-tabs";
import { loadReport } from "@/lib/reports/loaders";
import { readReportName, REPORTS } from "@/lib/reports/rules";

interface ReportPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const name = readReportName((await params).name);
  return { title: name === null ? "Reports" : `${REPORTS[name].label}, reports` };
}

/** One report: its figures as charts and tables, each figure a link to what it counts. All choices are in the address. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const report = await loadReport((await params).name, await searchParams);
  const { name, headline, tables } = report;
  return (
    <>
      <PageHead title={`Reports: ${REPORTS[name].label.toLowerCase()}`} context={periodWords(report)} />
      <ReportTabs state={report.state} current={name} />
      <PeriodFilter report={report} />
      <p className="mb-4 max-w-prose text-md font-[550]">{headline}</p>
      <div className="grid gap-4">
        {tables.map((table) => (
          <ReportCard key={table.id} report={report} table={table} />
        ))}
      </div>
      <p className="mt-3 text-xs text-ink-3">
        Medians and rates are said of five and more. Revenue is not in it: agreements’ fees are not kept in
        Landfall yet.
      </p>
    </>
  );
}

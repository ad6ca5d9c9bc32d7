import type { Metadata } from "next";
import { PeriodFilter } from "@/components/reports/period-filter";
import { ReportCard } from "@/components/reports/report-card";
import { ReportHead } from "@/components/reports/report-head";
import { ReportTabs } from "@/components/reports/report-tabs";
import { loadReport } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: "Reports" };

interface ReportPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One report: its figures as charts and tables, each figure a link to what it counts. All choices are in the address. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const report = await loadReport((await params).name, await searchParams);
  return (
    <>
      <ReportHead report={report} />
      <ReportTabs state={report.state} current={report.name} />
      <PeriodFilter report={report} />
      <p className="mb-4 max-w-prose text-md font-[550]">{report.headline}</p>
      <div className="grid gap-4">
        {report.tables.map((table) => (
          <ReportCard key={table.id} report={report} table={table} />
        ))}
      </div>
      <p className="mt-3 text-xs text-ink-3">
        Medians and rates are said of five and more. Revenue is not in it: fees are not kept in Landfall yet.
      </p>
    </>
  );
}

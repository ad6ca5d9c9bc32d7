import type { Metadata } from "next";
import { DeadlineTabs } from "@/components/deadlines/deadline-tabs";
import { MonthGrid } from "@/components/deadlines/month-grid";
import { LandscapePrint } from "@/components/layout/landscape-print";
import { PageHead } from "@/components/layout/page-head";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { loadDeadlineMonth } from "@/lib/deadlines/board/loaders";
import { formatMonth, zoneName } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Deadlines by month" };

interface MonthPageProps {
  searchParams: Promise<{ month?: string }>;
}

/** All open clocks of a month, day by day. */
export default async function MonthPage({ searchParams }: MonthPageProps) {
  const month = await loadDeadlineMonth((await searchParams).month);
  const name = `${formatMonth(`${month.month}-01`)}`;
  return (
    <>
      <LandscapePrint />
      <PageHead
        title={`Deadlines, ${name} ${month.month.slice(0, 4)}`.replace(/(\d{4}) \1/, "$1")}
        context={`${formatCount(month.count, "date")}, ${zoneName(month.timeZone)}`}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <Button href={`/deadlines/month?month=${month.previous}`}>Previous month</Button>
            <Button href="/deadlines/month">This month</Button>
            <Button href={`/deadlines/month?month=${month.next}`}>Next month</Button>
          </span>
        }
      />
      <DeadlineTabs current="month" />
      {month.truncated && (
        <Notice tone="watch" title="The month shows its first 1,500 dates">
          See the other lists for the rest.
        </Notice>
      )}
      <MonthGrid month={month} />
    </>
  );
}

import type { Metadata } from "next";
import { DateFilters } from "@/components/deadlines/date-filters";
import { DeadlineTable } from "@/components/deadlines/deadline-table";
import { DeadlineTabs } from "@/components/deadlines/deadline-tabs";
import { PageHead } from "@/components/layout/page-head";
import { loadOtherDates } from "@/lib/deadlines/loaders";
import { formatWeekdayDate, zoneName } from "@/lib/format/dates";

export const metadata: Metadata = { title: "Tests, papers and answers" };

interface DatesPageProps {
  searchParams: Promise<{ kind?: string; days?: string }>;
}

/** Every clock that is neither a window nor a profile: what has passed, then what ends next. */
export default async function DatesPage({ searchParams }: DatesPageProps) {
  const { kind, days } = await searchParams;
  const dates = await loadOtherDates(kind, days);
  return (
    <>
      <PageHead
        title="Deadlines"
        context={`${formatWeekdayDate(dates.today)}, ${zoneName(dates.timeZone)}`}
      />
      <DeadlineTabs current="dates" />
      <DateFilters dates={dates} />
      <DeadlineTable
        rows={dates.rows}
        today={dates.today}
        more={dates.more}
        empty="A language test, an assessment of a credential, a passport, a permit, or an answer to IRCC or a province stands here by its last day."
      />
    </>
  );
}

import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { FirmWindowsCard } from "@/components/deadlines/firm-windows-card";
import { PageHead } from "@/components/layout/page-head";
import { CaseloadCard } from "@/components/today/caseload-card";
import { ColleagueChoice } from "@/components/today/colleague-choice";
import { ThingQueue } from "@/components/today/thing-queue";
import { WeekCard } from "@/components/today/week-card";
import { WindowsCard } from "@/components/today/windows-card";
import { Button } from "@/components/ui/button";
import { loadWindowBoard } from "@/lib/deadlines/loaders";
import { loadToday } from "@/lib/tasks/today/loaders";
import { formatWeekdayDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Today" };

interface TodayPageProps {
  /** A colleague, for a manager. */
  searchParams: Promise<{ of?: string | string[] }>;
}

/** The staff's home: one list of what needs me now, and the week beside it. */
export default async function TodayPage({ searchParams }: TodayPageProps) {
  const { of } = await searchParams;
  const [today, board] = await Promise.all([
    loadToday(typeof of === "string" && of !== "" ? of : null),
    loadWindowBoard(),
  ]);
  const things = today.total === 0 ? "Nothing waits" : formatCount(today.total, "thing");
  return (
    <>
      <PageHead
        title={today.of.self ? "Today" : `Today of ${today.of.name}`}
        context={`${formatWeekdayDate(today.today)}. ${things}`}
        actions={
          <>
            <ColleagueChoice today={today} />
            {today.allowed.createCase && (
              <Button href="/cases/new" icon={<Plus aria-hidden />}>
                New enquiry
              </Button>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_18.5rem]">
        <div>
          <FirmWindowsCard board={board} />
          <ThingQueue today={today} />
        </div>
        <div className="grid gap-8 md:max-xl:grid-cols-2">
          <WeekCard today={today} />
          <WindowsCard today={today} />
          <CaseloadCard today={today} ownerId={today.of.id} />
        </div>
      </div>
    </>
  );
}

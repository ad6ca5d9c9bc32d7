import type { Metadata } from "next";
import { BoardFilters, WAITING, waitingOn, type Waiting } from "@/components/deadlines/board-filters";
import { BoardStats } from "@/components/deadlines/board-stats";
import { DeadlineTabs } from "@/components/deadlines/deadline-tabs";
import { WindowBoard, type GroupBy } from "@/components/deadlines/window-board";
import { PageHead } from "@/components/layout/page-head";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { loadDeadlines, loadWindowBoard } from "@/lib/deadlines/loaders";
import { formatWeekdayDate, zoneName } from "@/lib/format/dates";

export const metadata: Metadata = { title: "Deadlines" };

interface DeadlinesPageProps {
  searchParams: Promise<{ waiting?: string; group?: string }>;
}

/** Every open 60-day window the viewer may see, worst first. */
export default async function DeadlinesPage({ searchParams }: DeadlinesPageProps) {
  const { waiting: asked, group } = await searchParams;
  const waiting: Waiting = asked !== undefined && asked in WAITING ? (asked as Waiting) : "all";
  const groupBy: GroupBy = group === "consultant" ? "consultant" : "risk";
  const [board, profiles] = await Promise.all([loadWindowBoard(), loadDeadlines("profile")]);
  const lanes = board.lanes.filter((lane) => waiting === "all" || waitingOn(lane) === waiting);
  return (
    <>
      <PageHead
        title="Deadlines"
        context={`${formatWeekdayDate(board.today)}, ${zoneName(board.timeZone)}`}
      />
      <DeadlineTabs current="windows" counts={{ windows: board.lanes.length, profiles: profiles.length }} />
      <BoardStats board={board} />
      <BoardFilters lanes={board.lanes} waiting={waiting} groupBy={groupBy} />
      {board.truncated && (
        <Notice tone="watch" title="The board shows the 500 windows that end first">
          Filter by consultant in Cases to see the rest.
        </Notice>
      )}
      {lanes.length === 0 ? (
        <Card>
          <EmptyState title={board.lanes.length === 0 ? "No open window" : "No window here"}>
            An invitation to apply opens a window of 60 days. Record it on the case, and it stands here until
            the application is sent.
          </EmptyState>
        </Card>
      ) : (
        <WindowBoard board={board} lanes={lanes} groupBy={groupBy} />
      )}
    </>
  );
}

import type { Metadata } from "next";
import { BoardFilters } from "@/components/deadlines/board-filters";
import { BoardRefresh } from "@/components/deadlines/board-refresh";
import { BoardStats } from "@/components/deadlines/board-stats";
import { DeadlineTabs } from "@/components/deadlines/deadline-tabs";
import { WindowBoard } from "@/components/deadlines/window-board";
import { LandscapePrint } from "@/components/layout/landscape-print";
import { PageHead } from "@/components/layout/page-head";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Button } from "@/components/ui/button";
import { loadAssignees } from "@/lib/cases/loaders";
import { loadAskedBoard } from "@/lib/deadlines/board/loaders";
import { loadDeadlines } from "@/lib/deadlines/loaders";
import { formatWeekdayDate, zoneName } from "@/lib/format/dates";

export const metadata: Metadata = { title: "Deadlines" };

interface DeadlinesPageProps {
  searchParams: Promise<Record<string, string | string[]>>;
}

/** Every open 60-day window the viewer may see, worst first. */
export default async function DeadlinesPage({ searchParams }: DeadlinesPageProps) {
  const params = await searchParams;
  const [{ board, asked, lanes }, profiles, colleagues] = await Promise.all([
    loadAskedBoard(params),
    loadDeadlines("profile"),
    loadAssignees(),
  ]);
  const risky = (risk: string) => board.lanes.filter((lane) => lane.risk === risk).length;
  const query = new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  return (
    <>
      <LandscapePrint />
      <PageHead
        title="Deadlines"
        context={`${formatWeekdayDate(board.today)}, ${zoneName(board.timeZone)}`}
        actions={<Button href={`/deadlines/calls?${query.toString()}`}>Call list</Button>}
      />
      <BoardRefresh
        summary={`${board.lanes.length} open windows, ${risky("past_saving")} past saving, ${risky("at_risk")} at risk`}
      />
      <DeadlineTabs current="windows" counts={{ windows: board.lanes.length, profiles: profiles.length }} />
      <BoardStats board={board} />
      <BoardFilters lanes={board.lanes} asked={asked} shown={lanes.length} />
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
        <WindowBoard
          lanes={lanes}
          today={board.today}
          groupBy={asked.group}
          mayAssign={board.allowed.assign}
          managers={colleagues.filter(({ role }) => role === "manager")}
        />
      )}
    </>
  );
}

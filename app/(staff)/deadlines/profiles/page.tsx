import type { Metadata } from "next";
import { DeadlineTable } from "@/components/deadlines/deadline-table";
import { DeadlineTabs } from "@/components/deadlines/deadline-tabs";
import { PageHead } from "@/components/layout/page-head";
import { loadDeadlines, loadWindowBoard } from "@/lib/deadlines/loaders";
import { formatWeekdayDate, zoneName } from "@/lib/format/dates";

export const metadata: Metadata = { title: "Profile expiry" };

/** Profiles in the pool by the day their year ends. */
export default async function ProfileExpiryPage() {
  const [board, profiles] = await Promise.all([loadWindowBoard(), loadDeadlines("profile")]);
  return (
    <>
      <PageHead
        title="Deadlines"
        context={`${formatWeekdayDate(board.today)}, ${zoneName(board.timeZone)}`}
      />
      <DeadlineTabs current="profiles" counts={{ windows: board.lanes.length, profiles: profiles.length }} />
      <DeadlineTable
        rows={profiles}
        today={board.today}
        empty="A profile lives one year in the pool; its last day stands here."
      />
    </>
  );
}

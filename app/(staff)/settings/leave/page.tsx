import type { Metadata } from "next";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LeaveForm } from "@/components/users/leave-form";
import { LeaveTable } from "@/components/users/leave-table";
import { UncoveredNotice } from "@/components/users/uncovered-notice";
import { loadLeaveScreen } from "@/lib/users/leave/loaders";

export const metadata: Metadata = { title: "Leave" };

export default async function LeavePage() {
  const screen = await loadLeaveScreen();
  return (
    <div className="flex flex-col gap-4">
      <UncoveredNotice clocks={screen.uncovered} today={screen.today} />
      <Card labelledBy="leave">
        <CardHeader id="leave" title="Who is away" count={screen.leaves.length} />
        <LeaveTable leaves={screen.leaves} covers={screen.covers} />
      </Card>
      <Card labelledBy="enter-leave">
        <CardHeader id="enter-leave" title="Enter leave" />
        <CardBody>
          <LeaveForm people={screen.people} covers={screen.covers} today={screen.today} />
        </CardBody>
      </Card>
    </div>
  );
}

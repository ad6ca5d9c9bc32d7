import type { Metadata } from "next";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InviteStaffForm } from "@/components/users/invite-staff-form";
import { StaffTable } from "@/components/users/staff-table";
import { loadStaff } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Staff" };

export default async function StaffPage() {
  const { staff, allowed, firm } = await loadStaff();
  return (
    <div className="flex flex-col gap-4">
      <Card labelledBy="staff">
        <CardHeader id="staff" title="Staff" count={staff.length} />
        <StaffTable staff={staff} mayManage={allowed.manageStaff} zone={firm.timeZone} />
      </Card>
      {allowed.manageStaff && (
        <Card labelledBy="invite">
          <CardHeader id="invite" title="Invite a colleague" />
          <CardBody>
            <InviteStaffForm />
          </CardBody>
        </Card>
      )}
    </div>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { formatDate } from "@/lib/format/dates";
import { changeLeaveAction, removeLeaveAction } from "@/lib/users/leave/actions";
import type { LeaveLine } from "@/lib/users/leave/types";
import { LeaveFields } from "./leave-form";

interface LeaveTableProps {
  leaves: readonly LeaveLine[];
  covers: readonly { id: string; name: string }[];
}

export function LeaveTable({ leaves, covers }: LeaveTableProps) {
  if (leaves.length === 0) {
    return (
      <EmptyState title="Nobody is away">
        A leave that is entered here gives the cases to a colleague for its days, and to nobody longer.
      </EmptyState>
    );
  }
  return (
    <Table caption="Leaves that last or lie ahead, the nearest first">
      <thead>
        <tr>
          <HeadCell>Who</HeadCell>
          <HeadCell>From</HeadCell>
          <HeadCell>To and including</HeadCell>
          <HeadCell>Who covers</HeadCell>
          <HeadCell>Note</HeadCell>
          <HeadCell align="right">Change</HeadCell>
        </tr>
      </thead>
      <tbody>
        {leaves.map((leave) => (
          <Row key={leave.id}>
            <RowHead>
              {leave.name} {leave.now && <Badge tone="info">Away today</Badge>}
            </RowHead>
            <Cell>
              <DateText date={leave.fromOn} />
            </Cell>
            <Cell>
              <DateText date={leave.toOn} />
            </Cell>
            <Cell>{leave.cover ?? "Nobody"}</Cell>
            <Cell wrap>{leave.note ?? ""}</Cell>
            <Cell align="right">{leave.allowed.change && <ChangeLeave leave={leave} covers={covers} />}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function ChangeLeave({ leave, covers }: { leave: LeaveLine; covers: LeaveTableProps["covers"] }) {
  const hidden = { leaveId: leave.id, version: leave.version };
  return (
    <Dialog
      title={`Leave of ${leave.name}`}
      description="To end it early, change its last day."
      trigger={{
        label: `Change the leave of ${leave.name} from ${formatDate(leave.fromOn)}`,
        variant: "row",
      }}
    >
      <ActionForm action={changeLeaveAction} hidden={hidden} successMessage="Leave changed" label="Leave">
        <FormStack>
          <LeaveFields covers={covers.filter(({ id }) => id !== leave.userId)} leave={leave} />
          <FormActions>
            <SubmitButton pendingLabel="Checking the deadlines…">Save the leave</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <div className="mt-5 border-t border-line pt-4">
        <ActionForm
          action={removeLeaveAction}
          hidden={hidden}
          successMessage="Leave taken out"
          label="Take out"
        >
          <SubmitButton variant="danger">Take this leave out</SubmitButton>
        </ActionForm>
      </div>
    </Dialog>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { TextareaField } from "@/components/ui/textarea";
import type { Tone } from "@/components/ui/tone";
import { changeRoleAction, disableUserAction, enableUserAction } from "@/lib/users/actions";
import { SPREAD } from "@/lib/users/schemas";
import { ROLE_LABELS, STAFF_ROLES, STATE_LABELS } from "@/lib/users/rules";
import type { StaffMember, UserState } from "@/lib/users/types";

const STATE_TONES: Readonly<Record<UserState, Tone>> = {
  invited: "watch",
  active: "ok",
  disabled: "neutral",
};

interface StaffTableProps {
  staff: readonly StaffMember[];
  mayManage: boolean;
  /** IANA zone of the firm. */
  zone: string;
}

/** Colleagues who could take a member's cases over. */
function successorsOf(staff: readonly StaffMember[], member: StaffMember) {
  return staff
    .filter(({ id, role, state }) => id !== member.id && state === "active" && role !== "administrator")
    .map(({ id, name }) => ({ value: id, label: name }));
}

export function StaffTable({ staff, mayManage, zone }: StaffTableProps) {
  return (
    <Table caption="Staff of the firm, by name">
      <thead>
        <tr>
          <HeadCell>Name</HeadCell>
          <HeadCell>E-mail</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>College number</HeadCell>
          <HeadCell>Account</HeadCell>
          <HeadCell>Last seen</HeadCell>
          {mayManage && <HeadCell align="right">Change</HeadCell>}
        </tr>
      </thead>
      <tbody>
        {staff.map((member) => (
          <Row key={member.id}>
            <RowHead>{member.name}</RowHead>
            <Cell>{member.email}</Cell>
            <Cell>{ROLE_LABELS[member.role]}</Cell>
            <Cell>{member.licenceNumber ?? ""}</Cell>
            <Cell>
              <Badge tone={STATE_TONES[member.state]}>{STATE_LABELS[member.state]}</Badge>
            </Cell>
            <Cell>
              {member.lastSeenAt ? <InstantText instant={member.lastSeenAt} zone={zone} /> : "Never"}
            </Cell>
            {mayManage && (
              <Cell align="right">
                {member.self ? (
                  "You"
                ) : (
                  <ChangeMember member={member} successors={successorsOf(staff, member)} />
                )}
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

interface ChangeMemberProps {
  member: StaffMember;
  /** Who can own a case, but this one. */
  successors: readonly { value: string; label: string }[];
}

function ChangeMember({ member, successors }: ChangeMemberProps) {
  const hidden = { userId: member.id, version: member.version };
  return (
    <Dialog
      title={member.name}
      description="A new role or a disabled account signs this person out everywhere, at once."
      trigger={{ label: `Change ${member.name}`, variant: "row" }}
    >
      <ActionForm action={changeRoleAction} hidden={hidden} successMessage="Role changed" label="Role">
        <FormStack>
          <SelectField
            name="role"
            label="Role"
            defaultValue={member.role}
            options={STAFF_ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
          />
          <FormActions>
            <SubmitButton pendingLabel="Saving…">Change the role</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <div className="mt-5 border-t border-line pt-4">
        {member.state === "disabled" ? (
          <ActionForm
            action={enableUserAction}
            hidden={hidden}
            successMessage="Account enabled"
            label="Account"
          >
            <SubmitButton variant="default">Enable the account</SubmitButton>
          </ActionForm>
        ) : (
          <ActionForm
            action={disableUserAction}
            hidden={hidden}
            successMessage="Account disabled"
            label="Account"
          >
            <FormStack>
              <SelectField
                name="successor"
                label="Who takes over"
                hint="Every open case, its tasks and its deadlines go there with this step, and the account ends. May stay empty only where nothing is in hand."
                emptyLabel="Nobody"
                options={[{ value: SPREAD, label: "Whoever has most room, case by case" }, ...successors]}
                optional
              />
              <TextareaField
                name="note"
                label="What the new owners should know"
                hint="Kept with each case that moves."
                optional
              />
              <FormActions>
                <SubmitButton variant="danger">Disable the account</SubmitButton>
              </FormActions>
            </FormStack>
          </ActionForm>
        )}
      </div>
    </Dialog>
  );
}

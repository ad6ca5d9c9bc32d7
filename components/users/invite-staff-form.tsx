import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { inviteStaffAction } from "@/lib/users/actions";
import { ROLE_LABELS, STAFF_ROLES } from "@/lib/users/rules";

export function InviteStaffForm() {
  return (
    <ActionForm
      action={inviteStaffAction}
      successMessage="Invitation queued"
      resetOnSuccess
      label="Invite a colleague"
      className="flex flex-col gap-4"
    >
      <FormRow>
        <TextField name="name" label="Name" autoComplete="off" required />
        <TextField name="email" label="E-mail address" type="email" autoComplete="off" required />
      </FormRow>
      <FormRow>
        <SelectField
          name="role"
          label="Role"
          emptyLabel="Choose…"
          options={STAFF_ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
          required
        />
        <TextField name="licenceNumber" label="College number" hint="RCIC or RISIA." optional />
      </FormRow>
      <FormActions>
        <SubmitButton pendingLabel="Inviting…">Invite</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { changeFirmAction } from "@/lib/users/actions";
import type { FirmSettings } from "@/lib/users/types";

export function FirmForm({ firm }: { firm: FirmSettings }) {
  return (
    <ActionForm
      action={changeFirmAction}
      hidden={{ version: firm.version }}
      successMessage="Saved"
      label="Firm"
    >
      <FormStack>
        <TextField name="name" label="Firm's name" defaultValue={firm.name} required />
        <TextField name="address" label="Address" defaultValue={firm.address ?? ""} optional />
        <TextField name="phone" label="Telephone" type="tel" defaultValue={firm.phone ?? ""} optional />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          hint="The sender of every mail."
          defaultValue={firm.email ?? ""}
          optional
        />
        <TextField
          name="timeZone"
          label="Time zone"
          hint="Times are shown in it; a deadline's own zone is on the deadline."
          defaultValue={firm.timeZone}
          required
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

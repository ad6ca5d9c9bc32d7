"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/input";
import { TextareaField } from "@/components/ui/textarea";
import { changeInvitationDateAction } from "@/lib/profiles/actions";

interface ChangeDateProps {
  caseId: string;
  /** `2026-11-20 14:05:09`, UTC. */
  receivedAt: string;
  shownExpiry: string | null;
}

/** Enters the date anew, with the reason; it is a first key again. */
export function ChangeDateForm({ caseId, receivedAt, shownExpiry }: ChangeDateProps) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={changeInvitationDateAction}
      hidden={{ caseId }}
      successMessage="Date changed, to be confirmed by somebody else"
      label="Change the date of the invitation"
      onSuccess={close}
    >
      <FormStack>
        <TextField name="receivedAt" label="ITA message sent, UTC" defaultValue={receivedAt} required />
        <DateField
          name="shownExpiry"
          label="Last day shown in the account"
          defaultValue={shownExpiry}
          optional
        />
        <TextareaField name="reason" label="Why the date changes" hint="Kept in the timeline" required />
        <FormActions>
          <SubmitButton variant="primary">Change the date</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

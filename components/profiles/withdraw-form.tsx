"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { withdrawProfileAction } from "@/lib/profiles/actions";

/** Takes the profile out of the pool. A new one gets a new timestamp, so this is asked twice. */
export function WithdrawForm({ caseId }: { caseId: string }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={withdrawProfileAction}
      hidden={{ caseId }}
      successMessage="Profile withdrawn"
      onSuccess={close}
    >
      <FormStack>
        <TextareaField name="reason" label="Why it is withdrawn" hint="Kept in the timeline" required />
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Withdrawing…">
            Withdraw the profile
          </SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

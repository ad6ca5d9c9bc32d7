"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { declineInvitationAction } from "@/lib/profiles/actions";

/** Declines in time: the case goes back to the pool with its old timestamp. */
export function DeclineForm({ caseId }: { caseId: string }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={declineInvitationAction}
      hidden={{ caseId }}
      successMessage="Invitation declined, the case is back in the pool"
      onSuccess={close}
    >
      <FormStack>
        <TextareaField name="reason" label="Why it is declined" hint="Kept in the timeline" required />
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Declining…">
            Decline the invitation
          </SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

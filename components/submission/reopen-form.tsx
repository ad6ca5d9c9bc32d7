"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { reopenPreparationAction } from "@/lib/submission/actions";

export function ReopenForm({ caseId }: { caseId: string }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={reopenPreparationAction}
      hidden={{ caseId }}
      successMessage="Back in preparation"
      onSuccess={close}
    >
      <FormStack>
        <TextareaField
          name="reason"
          label="Why it goes back"
          hint="Sign-off and confirmation must be given again"
          required
        />
        <FormActions>
          <SubmitButton pendingLabel="Going back…">Back to preparation</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

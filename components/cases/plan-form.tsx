"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { planSubmissionAction } from "@/lib/cases/actions";
import type { CaseHeader } from "@/lib/cases/types";
import { formatDate } from "@/lib/format/dates";

/** The day on which the application should be sent: every validity is judged on it. */
export function PlanForm({ file }: { file: CaseHeader }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={planSubmissionAction}
      hidden={{ caseId: file.id, version: file.version }}
      successMessage="Plan saved"
      onSuccess={close}
    >
      <FormStack>
        <DateField
          name="plannedOn"
          label="Planned submission"
          hint={
            file.window
              ? `Between today and ${formatDate(file.window.endsOn)}, the last day. Leave it empty for no plan.`
              : "Only while an invitation is open."
          }
          defaultValue={file.plannedSubmissionOn}
          min={file.day.today}
          max={file.window?.endsOn}
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save the plan</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

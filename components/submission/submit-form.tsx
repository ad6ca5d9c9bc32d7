import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { recordSubmissionAction } from "@/lib/submission/actions";

/** Records what IRCC's system shows after "submit": the instant is the application date. */
export function SubmitForm({ caseId }: { caseId: string }) {
  return (
    <ActionForm
      action={recordSubmissionAction}
      hidden={{ caseId }}
      successMessage="Submission recorded, the client is told"
      label="Record the submission"
    >
      <FormStack>
        <FormRow>
          <TextField
            name="submittedAt"
            label="Submitted, UTC"
            hint="As IRCC’s system shows it, such as 2026-11-20 14:05:09"
            required
          />
          <TextField
            name="confirmationNumber"
            label="Application number"
            hint="Such as E001234567"
            required
          />
        </FormRow>
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Recording…">
            Record submission
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

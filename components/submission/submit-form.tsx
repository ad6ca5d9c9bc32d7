import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { recordSubmissionAction } from "@/lib/submission/actions";
import type { SubmissionDto } from "@/lib/submission/types";

/** Records what IRCC's system shows after "submit": the instant is the application date. */
export function SubmitForm({ caseId, packages }: Pick<SubmissionDto, "caseId" | "packages">) {
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
        {packages.length > 0 && (
          <SelectField
            name="packageId"
            label="What was sent"
            hint="The frozen package answers the question in five years"
            options={packages.map(({ id, number }) => ({ value: id, label: `Package ${number}` }))}
            emptyLabel="Something else"
            defaultValue={packages[0]?.id}
            optional
          />
        )}
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Recording…">
            Record submission
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/ui/textarea";
import { startPreparationAction } from "@/lib/profiles/actions";

/** Takes the invitation up: the reason is kept, the checklist is made. */
export function AcceptForm({ caseId }: { caseId: string }) {
  return (
    <ActionForm
      action={startPreparationAction}
      hidden={{ caseId }}
      successMessage="Accepted, the checklist is ready"
      label="Accept the invitation"
    >
      <FormStack>
        <TextareaField name="reason" label="Why it is accepted" hint="Kept with the figures above" required />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Making the checklist…">
            Accept and start preparing
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

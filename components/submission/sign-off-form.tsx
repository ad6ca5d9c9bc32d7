import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/ui/textarea";
import { signOffAction } from "@/lib/submission/actions";

interface SignOffFormProps {
  caseId: string;
  /** What is claimed and not proven, in a sentence; null: nothing. */
  unproven: string | null;
}

/** The consultant's sign-off; where something is not proven, with the reason that they sign for. */
export function SignOffForm({ caseId, unproven }: SignOffFormProps) {
  return (
    <ActionForm
      action={signOffAction}
      hidden={{ caseId }}
      label="Sign off"
      successMessage="Signed off; the client can confirm now"
    >
      <FormStack>
        {unproven !== null && (
          <TextareaField
            name="reason"
            label="Why it goes out although something is not proven"
            hint={`${unproven} What you write here is kept with your name.`}
            required
            maxLength={1000}
            rows={3}
          />
        )}
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Signing off…">
            {unproven === null ? "Sign off" : "Sign off with this reason"}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

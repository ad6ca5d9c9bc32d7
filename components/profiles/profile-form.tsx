import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { NumberField, TextField } from "@/components/ui/input";
import { recordProfileAction } from "@/lib/profiles/actions";
import type { PoolStep } from "@/lib/profiles/types";

/** Records the Express Entry profile as IRCC's account shows it. */
export function ProfileForm({ step }: { step: PoolStep }) {
  return (
    <ActionForm
      action={recordProfileAction}
      hidden={{ caseId: step.caseId }}
      successMessage="Profile recorded, the case is in the pool"
      label="Record the Express Entry profile"
    >
      <FormStack>
        <FormRow>
          <TextField name="profileNumber" label="Profile number" hint="Such as E001234567" required />
          <NumberField
            name="crsScore"
            label="CRS score IRCC shows"
            defaultValue={step.derivedScore ?? undefined}
            required
          />
        </FormRow>
        <TextField
          name="submittedAt"
          label="Submitted, UTC"
          hint="To the second, such as 2026-01-07 15:20:33. It decides a tie-break."
          required
        />
        <Checkbox name="historic" label="Record as history: the profile’s year is over already" />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Recording…">
            Record profile
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

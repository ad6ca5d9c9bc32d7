"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { useToasts } from "@/components/ui/toast";
import { confirmInvitationAction } from "@/lib/profiles/actions";

/** The second key: what the letter says, typed by somebody who is not told what was entered. */
export function ConfirmDateForm({ caseId }: { caseId: string }) {
  const toasts = useToasts();
  return (
    <ActionForm
      action={confirmInvitationAction}
      hidden={{ caseId }}
      label="Confirm the date"
      resetOnSuccess
      onSuccess={({ confirmed }) =>
        toasts.say(confirmed ? "Date confirmed" : "The two readings differ: both are shown")
      }
    >
      <FormStack>
        <FormRow>
          <DateField
            name="issuedOn"
            label="Date of the letter"
            entry="text"
            hint="Open the letter and type what it says"
            required
          />
          <DateField name="shownExpiry" label="Last day, if the letter shows one" entry="text" optional />
        </FormRow>
        <FormActions>
          <SubmitButton variant="primary">Confirm the date</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

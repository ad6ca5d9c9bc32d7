import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { ROUND_PROGRAM_LABELS } from "@/lib/draws/rules";
import { CATEGORIES } from "@/lib/express-entry/draws/categories";
import { recordInvitationAction } from "@/lib/profiles/actions";
import { INVITATION_CLASSES } from "@/lib/profiles/schemas";
import type { PoolStep } from "@/lib/profiles/types";

/** Records an ITA from IRCC's message and account: three facts decide everything that follows. */
export function InvitationForm({ step, roundId }: { step: PoolStep; roundId: string | null }) {
  const from = step.reached.find((round) => round.roundId === roundId) ?? step.reached[0];
  return (
    <ActionForm
      action={recordInvitationAction}
      hidden={{ caseId: step.caseId }}
      successMessage="Invitation recorded, the 60 days are running"
      label="Record the invitation to apply"
    >
      <FormStack>
        <FormRow>
          <TextField
            name="receivedAt"
            label="ITA message sent, UTC"
            hint="The instant IRCC’s message shows, such as 2026-11-20 14:05:09"
            required
          />
          <DateField
            name="shownExpiry"
            label="Last day shown in the account"
            optional
            hint="The earlier of this and 60 days rules"
          />
        </FormRow>
        <FormRow>
          <SelectField
            name="invitationClass"
            label="Invited under"
            defaultValue={from?.invitationClass ?? step.likelyClass ?? ""}
            emptyLabel="Choose…"
            options={INVITATION_CLASSES.map((value) => ({ value, label: ROUND_PROGRAM_LABELS[value] }))}
            required
          />
          <SelectField
            name="category"
            label="Category round"
            optional
            defaultValue={from?.category ?? ""}
            emptyLabel="None"
            options={CATEGORIES.map((value) => ({ value, label: ROUND_PROGRAM_LABELS[value] }))}
          />
        </FormRow>
        <FormRow>
          <SelectField
            name="roundId"
            label="Round"
            optional
            defaultValue={from?.roundId ?? ""}
            emptyLabel="Not recorded yet"
            options={step.rounds.map((round) => ({ value: round.id, label: round.label }))}
          />
          <NumberField
            name="crsScore"
            label="CRS score at the invitation"
            defaultValue={step.profile?.crsScore}
            required
          />
        </FormRow>
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Starting the clock…">
            Record ITA
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { endNominationAction } from "@/lib/nominations/actions";
import { OUTCOME_LABELS } from "@/lib/nominations/track/rules";
import type { NominationOutcome, NominationTrack } from "@/lib/nominations/types";

interface EndFormProps {
  caseId: string;
  track: NominationTrack;
  outcomes: readonly NominationOutcome[];
  today: string;
}

/** How a track ended: by the province's word, or by the client's. */
export function EndForm({ caseId, track, outcomes, today }: EndFormProps) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={endNominationAction}
      hidden={{ caseId, nominationId: track.id, version: track.version }}
      successMessage="Recorded"
      onSuccess={close}
      label="Record how it ended"
    >
      <FormStack>
        <SelectField
          name="outcome"
          label="What happened"
          options={outcomes.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
          defaultValue={outcomes[0]}
          required
        />
        <DateField name="endedOn" label="On" max={today} required />
        <TextareaField name="reason" label="Why" hint="Kept in the timeline" required />
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Saving…">
            Record the end
          </SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

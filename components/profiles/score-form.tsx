"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { NumberField } from "@/components/ui/input";
import { changeProfileScoreAction } from "@/lib/profiles/actions";
import type { ProfileDto } from "@/lib/profiles/types";

/** IRCC re-scored the profile: the new score is recorded, the timestamp stays. */
export function ScoreForm({ caseId, profile }: { caseId: string; profile: ProfileDto }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={changeProfileScoreAction}
      hidden={{ caseId, profileId: profile.id, version: profile.version }}
      successMessage="Score recorded"
      onSuccess={close}
    >
      <FormStack>
        <NumberField
          name="crsScore"
          label="CRS score IRCC shows now"
          defaultValue={profile.crsScore}
          required
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save the score</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

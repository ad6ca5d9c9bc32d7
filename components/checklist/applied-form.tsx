"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { sayAppliedAction } from "@/lib/checklist/actions";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** In the words of the page that it stands on. */
export interface AppliedTexts {
  day: string;
  hint: string;
  save: string;
  saved: string;
  takeBack: string;
  takenBack: string;
}

interface AppliedFormProps {
  requirementId: string;
  version: number;
  appliedOn: IsoDate | null;
  today: IsoDate;
  texts: AppliedTexts;
  onSuccess?: () => void;
}

/** On which day a document was applied for: from then on whoever issues it has the ball. */
export function AppliedForm({
  requirementId,
  version,
  appliedOn,
  today,
  texts,
  onSuccess,
}: AppliedFormProps) {
  const form = { action: sayAppliedAction, onSuccess };
  const hidden = { requirementId, version };
  return (
    <FormStack>
      <ActionForm {...form} hidden={hidden} successMessage={texts.saved}>
        <FormStack>
          <DateField
            name="appliedOn"
            label={texts.day}
            hint={texts.hint}
            defaultValue={appliedOn ?? today}
            max={today}
            required
          />
          <FormActions>
            <SubmitButton>{texts.save}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      {appliedOn !== null && (
        <ActionForm {...form} hidden={hidden} successMessage={texts.takenBack} label={texts.takeBack}>
          <Button type="submit" variant="quiet">
            {texts.takeBack}
          </Button>
        </ActionForm>
      )}
    </FormStack>
  );
}

"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { assignDeadlineAction } from "@/lib/deadlines/dates/actions";
import type { CaseClock, CaseDates } from "@/lib/deadlines/dates/types";

/** Gives one clock to a colleague who is at work. */
export function AssignDeadlineForm({ clock, people }: { clock: CaseClock; people: CaseDates["people"] }) {
  const close = useDialogClose();
  const others = people.filter(({ id }) => id !== clock.responsible.id);
  return (
    <ActionForm
      action={assignDeadlineAction}
      hidden={{ deadlineId: clock.id, version: clock.version }}
      successMessage="Date given to somebody else"
      onSuccess={close}
    >
      <FormStack>
        <SelectField
          name="ownerId"
          label="Who answers for it"
          hint={`${clock.responsible.name} does now. The case keeps its owner.`}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Choose…"
          required
        />
        <FormActions>
          <SubmitButton>Give it</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

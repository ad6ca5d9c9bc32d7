"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { assignCaseAction } from "@/lib/cases/actions";
import type { CaseHeader, Colleague } from "@/lib/cases/types";

/** Gives the case to somebody else; the consultant who had it no longer sees it. */
export function AssignForm({ file, assignees }: { file: CaseHeader; assignees: readonly Colleague[] }) {
  const close = useDialogClose();
  const others = assignees.filter((one) => one.id !== file.owner.id);
  return (
    <ActionForm
      action={assignCaseAction}
      hidden={{ caseId: file.id }}
      successMessage="Case reassigned"
      onSuccess={close}
    >
      <FormStack>
        <SelectField
          name="ownerId"
          label="New owner"
          hint={`${file.owner.name} has it now and will no longer see it, unless as a manager.`}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          emptyLabel="Choose…"
          required
        />
        <TextareaField
          name="note"
          label="What the new owner should know"
          hint="Stands on the handover sheet."
          optional
        />
        <FormActions>
          <SubmitButton pendingLabel="Reassigning…">Reassign</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

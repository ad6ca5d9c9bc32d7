"use client";

import { Plus, RefreshCw } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { addRequirementAction, regenerateChecklistAction } from "@/lib/checklist/actions";

interface RefreshButtonProps {
  caseId: string;
  first?: boolean;
}

/** Compares the list with the facts as they are now. */
export function RefreshButton({ caseId, first }: RefreshButtonProps) {
  return (
    <ActionForm
      action={regenerateChecklistAction}
      hidden={{ caseId }}
      successMessage={first ? "The checklist is ready" : "The checklist follows the facts again"}
      label="Refresh the checklist"
    >
      <SubmitButton
        variant={first ? "primary" : "quiet"}
        size={first ? "md" : "sm"}
        pendingLabel={first ? "Making the list…" : "Comparing…"}
        icon={<RefreshCw aria-hidden />}
      >
        {first ? "Make the checklist" : "Compare with the facts"}
      </SubmitButton>
    </ActionForm>
  );
}

interface AddItemProps {
  caseId: string;
  people: readonly { id: string; name: string }[];
}

/** An item that no rule calls for. */
export function AddItem({ caseId, people }: AddItemProps) {
  return (
    <Dialog
      title="Add an item"
      description="For what no rule calls for: a letter from IRCC, or experience. It stays when the list is refreshed."
      trigger={{ label: "Add item", size: "sm", icon: <Plus aria-hidden /> }}
    >
      <AddForm caseId={caseId} people={people} />
    </Dialog>
  );
}

function AddForm({ caseId, people }: AddItemProps) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={addRequirementAction}
      hidden={{ caseId }}
      successMessage="Item added"
      onSuccess={close}
    >
      <FormStack>
        <TextField name="title" label="What is needed" required maxLength={120} />
        <TextField name="reason" label="Why" hint="The client reads this too." required maxLength={200} />
        <SelectField
          name="personId"
          label="Whose"
          emptyLabel="Whole family"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="responsible"
          label="Who gets it"
          options={[
            { value: "client", label: "The client" },
            { value: "other", label: "Somebody the client has to ask" },
            { value: "firm", label: "We do" },
          ]}
        />
        <TextareaField name="goodExample" label="What a good one is" rows={2} maxLength={600} optional />
        <NumberField name="leadDays" label="Usual days to get it" optional unit="days" />
        <Checkbox name="required" label="The application cannot be sent without it" defaultChecked />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Adding…">Add it</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

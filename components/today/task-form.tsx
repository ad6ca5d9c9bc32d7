"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextField } from "@/components/ui/input";
import { Select, SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { addTaskAction, editTaskAction } from "@/lib/tasks/actions";
import { REPEAT_LABELS, REPEATS } from "@/lib/tasks/rules";
import type { CaseTask, TaskChoices } from "@/lib/tasks/types";

const REPEAT_OPTIONS = REPEATS.map((value) => ({ value, label: REPEAT_LABELS[value] }));

/** What a task says, when it is due, and whether it comes again. */
function Words({ task }: { task?: CaseTask }) {
  const [repeat, setRepeat] = useState<string>(task?.repeat ?? "none");
  return (
    <>
      <TextField
        name="title"
        label="What has to be done"
        defaultValue={task?.title}
        maxLength={200}
        required
      />
      <TextareaField name="note" label="Note" rows={2} defaultValue={task?.note ?? ""} optional />
      <FormRow>
        <DateField
          name="dueOn"
          label="Due"
          defaultValue={task?.dueOn}
          optional={repeat === "none"}
          required={repeat !== "none"}
        />
        <Field name="repeat" label="How often">
          <Select
            options={REPEAT_OPTIONS}
            value={repeat}
            onChange={(event) => setRepeat(event.target.value)}
          />
        </Field>
        {repeat !== "none" && (
          <DateField name="repeatUntil" label="Last day" defaultValue={task?.repeatUntil} optional />
        )}
      </FormRow>
    </>
  );
}

interface AddTaskFormProps {
  choices: TaskChoices;
  /** Where it hangs from the start: an item or a clock. */
  on?: { requirementId?: string; deadlineId?: string };
}

/** A new task of this case. Must stand in a dialog, which it closes. */
export function AddTaskForm({ choices, on = {} }: AddTaskFormProps) {
  const close = useDialogClose();
  const options = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      action={addTaskAction}
      hidden={{ caseId: choices.caseId }}
      successMessage="Task added"
      onSuccess={close}
      label="Add a task"
    >
      <FormStack>
        <Words />
        <SelectField
          name="assigneeId"
          label="Who does it"
          options={options(choices.assignees)}
          defaultValue={choices.ownerId}
        />
        <FormRow>
          <SelectField
            name="requirementId"
            label="Checklist item"
            emptyLabel="None"
            options={options(choices.items)}
            defaultValue={on.requirementId}
            optional
          />
          <SelectField
            name="deadlineId"
            label="Date"
            emptyLabel="None"
            options={options(choices.clocks)}
            defaultValue={on.deadlineId}
            optional
          />
        </FormRow>
        <FormActions>
          <DialogClose />
          <SubmitButton variant="primary" pendingLabel="Adding…">
            Add
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** Changes an open task. Must stand in a dialog, which it closes. */
export function EditTaskForm({ task }: { task: CaseTask }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={editTaskAction}
      hidden={{ taskId: task.id, version: task.version }}
      successMessage="Task changed"
      onSuccess={close}
    >
      <FormStack>
        <Words task={task} />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

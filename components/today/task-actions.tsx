"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { assignTaskAction, dropTaskAction } from "@/lib/tasks/actions";
import type { CaseTask, TaskChoices } from "@/lib/tasks/types";
import { DoneButton } from "./done-button";
import { EditTaskForm } from "./task-form";
import { useTaskUndo } from "./use-task-undo";

function AssignForm({ task, choices }: { task: CaseTask; choices: TaskChoices }) {
  const close = useDialogClose();
  const undo = useTaskUndo(task.title);
  const others = choices.assignees.filter(({ id }) => id !== task.assigneeId);
  return (
    <ActionForm
      action={assignTaskAction}
      hidden={{ taskId: task.id, version: task.version }}
      onSuccess={(given) => {
        close();
        undo.given(given);
      }}
    >
      <FormStack>
        <SelectField
          name="assigneeId"
          label="Who does it"
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Giving…">Give</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function DropForm({ task }: { task: CaseTask }) {
  const close = useDialogClose();
  const undo = useTaskUndo(task.title);
  return (
    <ActionForm
      action={dropTaskAction}
      hidden={{ taskId: task.id, version: task.version }}
      onSuccess={(dropped) => {
        close();
        undo.settled(dropped, "dropped");
      }}
    >
      <FormStack>
        <TextareaField name="reason" label="Why it is not done" rows={2} maxLength={300} required />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Dropping…">Drop it</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** Done, and behind the dots what is rarer: change it, give it to somebody, drop it. */
export function TaskActions({ task, choices }: { task: CaseTask; choices: TaskChoices }) {
  const [asked, setAsked] = useState<"change" | "give" | "drop" | null>(null);
  const dialog = (name: typeof asked) => ({
    open: asked === name,
    onOpenChange: (open: boolean) => setAsked(open ? name : null),
  });
  return (
    <span className="inline-flex items-center gap-1">
      <DoneButton task={task} />
      <Menu
        label={`More for ${task.title}`}
        size="sm"
        items={[
          { label: "Change…", onSelect: () => setAsked("change") },
          { label: "Give to somebody…", onSelect: () => setAsked("give") },
          { label: "Drop…", onSelect: () => setAsked("drop") },
        ]}
      />
      <Dialog title={`Change: ${task.title}`} {...dialog("change")}>
        <EditTaskForm task={task} />
      </Dialog>
      <Dialog
        title={`Give to somebody: ${task.title}`}
        description="To whoever can open this case: its owner and managers."
        size="sm"
        {...dialog("give")}
      >
        <AssignForm task={task} choices={choices} />
      </Dialog>
      <Dialog
        title={`Drop: ${task.title}`}
        description={
          task.repeat === "none"
            ? "It is left undone. The reason stays with it."
            : "It is left undone and does not come again. The reason stays with it."
        }
        size="sm"
        {...dialog("drop")}
      >
        <DropForm task={task} />
      </Dialog>
    </span>
  );
}

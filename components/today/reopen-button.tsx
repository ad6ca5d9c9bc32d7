"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { reopenTaskAction } from "@/lib/tasks/actions";

/** Opens a settled task again. */
export function ReopenButton({ task }: { task: { id: string; title: string; version: number } }) {
  return (
    <ActionForm
      action={reopenTaskAction}
      hidden={{ taskId: task.id, version: task.version }}
      successMessage={`${task.title}: open again`}
      label={`Open again: ${task.title}`}
    >
      <SubmitButton variant="row" size="sm">
        Open again
        <span className="sr-only">: {task.title}</span>
      </SubmitButton>
    </ActionForm>
  );
}

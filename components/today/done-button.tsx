"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { formatDate } from "@/lib/format/dates";
import { completeTaskAction } from "@/lib/tasks/actions";
import { useTaskUndo } from "./use-task-undo";

/** Says that a task is done, with the way back; of a repeating one it says when the next is due. */
export function DoneButton({ task }: { task: { id: string; title: string; version: number } }) {
  const undo = useTaskUndo(task.title);
  return (
    <ActionForm
      action={completeTaskAction}
      hidden={{ taskId: task.id, version: task.version }}
      label={`Done: ${task.title}`}
      onSuccess={(done) =>
        undo.settled(done, done.next === null ? "done" : `done, the next on ${formatDate(done.next)}`)
      }
    >
      <SubmitButton variant="row" size="sm">
        Done
        <span className="sr-only">: {task.title}</span>
      </SubmitButton>
    </ActionForm>
  );
}

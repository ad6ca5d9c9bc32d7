"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { PageKeys } from "@/components/layout/commands";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { TaskChoices } from "@/lib/tasks/types";
import { AddTaskForm } from "./task-form";

const KEYS = [
  { keys: "n", label: "Add a task" },
  { keys: "j", label: "Next task" },
  { keys: "k", label: "Task before" },
] as const;

interface AddTaskProps {
  choices: TaskChoices;
  /** The item or the clock that the reader came from: the form is open with it. */
  on: { requirementId?: string; deadlineId?: string };
  /** The tasks without a form open. */
  here: string;
}

/** The button and the key `n`; opens by itself where the reader came from an item or a date to add one. */
export function AddTask({ choices, on, here }: AddTaskProps) {
  const asked = on.requirementId !== undefined || on.deadlineId !== undefined;
  const [open, setOpen] = useState(asked);
  const router = useRouter();
  useShortcut("n", () => setOpen(true));
  function turn(next: boolean) {
    setOpen(next);
    // A reload would open it again.
    if (!next && asked) router.replace(here);
  }
  return (
    <>
      <PageKeys keys={KEYS} />
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen(true)}>
        Add a task
      </Button>
      <Dialog title="Add a task" open={open} onOpenChange={turn}>
        <AddTaskForm choices={choices} on={on} />
      </Dialog>
    </>
  );
}

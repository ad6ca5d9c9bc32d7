"use client";

import { useRouter } from "next/navigation";
import { useToasts } from "@/components/ui/toast";
import { assignTaskAction, reopenTaskAction } from "@/lib/tasks/actions";

interface Changed {
  taskId: string;
  version: number;
}

function formOf(fields: Readonly<Record<string, string | number>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}

/** The undo bar after a task was done, dropped or given to somebody: each has its way back. */
export function useTaskUndo(title: string) {
  const toasts = useToasts();
  const router = useRouter();

  async function takeBack(call: () => Promise<{ ok: true } | { ok: false; message: string }>) {
    try {
      const result = await call();
      if (result.ok) toasts.say(`${title}: taken back`);
      else toasts.say(result.message, "late");
    } catch {
      toasts.say("We could not reach the server. Nothing was taken back.", "late");
    }
    router.refresh();
  }

  return {
    /** After done or dropped. */
    settled({ taskId, version }: Changed, said: string) {
      const undo = () => takeBack(() => reopenTaskAction(null, formOf({ taskId, version })));
      toasts.offerUndo({ message: `${title}: ${said}`, undo });
    },
    given({ taskId, version, from, to }: Changed & { from: string; to: string }) {
      const undo = () =>
        takeBack(() => assignTaskAction(null, formOf({ taskId, version, assigneeId: from })));
      toasts.offerUndo({ message: `${title}: given to ${to}`, undo });
    },
  };
}

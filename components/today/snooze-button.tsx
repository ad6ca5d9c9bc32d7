"use client";

import { AlarmClock } from "lucide-react";
import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { useToasts } from "@/components/ui/toast";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import { snoozeThingAction, unsnoozeThingAction } from "@/lib/tasks/actions";
import type { ListedThing } from "@/lib/tasks/today/types";

interface SnoozeProps {
  thing: Pick<ListedThing, "key" | "title" | "due">;
  today: string;
  /** The last day that may be chosen. */
  last: string;
}

function SnoozeForm({ thing, today, last }: SnoozeProps) {
  const close = useDialogClose();
  const toasts = useToasts();
  const router = useRouter();
  async function takeBack(snoozeId: string) {
    const form = new FormData();
    form.set("snoozeId", snoozeId);
    try {
      const result = await unsnoozeThingAction(null, form);
      toasts.say(result.ok ? `${thing.title}: back on Today` : result.message, result.ok ? "ok" : "late");
    } catch {
      toasts.say("We could not reach the server. Nothing was taken back.", "late");
    }
    router.refresh();
  }
  return (
    <ActionForm
      action={snoozeThingAction}
      hidden={{ key: thing.key }}
      onSuccess={({ snoozeId }) => {
        close();
        toasts.offerUndo({ message: `${thing.title}: snoozed`, undo: () => takeBack(snoozeId) });
      }}
    >
      <FormStack>
        <DateField
          name="until"
          label="Until"
          hint={`${formatDate(last)} at the latest. It comes back at once if something happens to it.`}
          min={addDays(today, 1)}
          max={last}
          required
        />
        <TextareaField name="reason" label="Why it can wait" rows={2} maxLength={300} required />
        <FormActions>
          <DialogClose />
          <SubmitButton pendingLabel="Snoozing…">Snooze</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** Puts a thing off until a day, with a reason. */
export function SnoozeButton(props: SnoozeProps) {
  const { title } = props.thing;
  return (
    <span data-snooze="">
      <Dialog
        title={`Snooze: ${title}`}
        size="sm"
        trigger={{
          label: "",
          ariaLabel: `Snooze ${title}`,
          icon: <AlarmClock aria-hidden />,
          variant: "quiet",
          size: "sm",
        }}
      >
        <SnoozeForm {...props} />
      </Dialog>
    </span>
  );
}

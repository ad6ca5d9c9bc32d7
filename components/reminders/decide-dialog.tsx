"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog, useDialogClose } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/textarea";
import { acknowledgeEscalationAction } from "@/lib/reminders/actions";

interface DecideDialogProps {
  escalationId: string;
  /** Whose file it is. */
  name: string;
}

function DecideForm({ escalationId }: { escalationId: string }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={acknowledgeEscalationAction}
      hidden={{ escalationId }}
      successMessage="The decision is recorded"
      onSuccess={close}
    >
      <TextareaField
        name="reason"
        label="What was decided, and why"
        hint="It is kept with the file. Nobody is told about this date every morning any more."
        required
        maxLength={1000}
      />
      <SubmitButton pendingLabel="Recording…" className="mt-4">
        Record the decision
      </SubmitButton>
    </ActionForm>
  );
}

/** Ends the daily telling of one date by a decision with its reason. */
export function DecideDialog({ escalationId, name }: DecideDialogProps) {
  return (
    <Dialog
      title={`Decide: ${name}`}
      description="The telling stops when somebody acts on the date, or by a decision with its reason."
      trigger={{
        label: (
          <>
            Decide<span className="sr-only">: {name}</span>
          </>
        ),
        size: "sm",
      }}
    >
      <DecideForm escalationId={escalationId} />
    </Dialog>
  );
}

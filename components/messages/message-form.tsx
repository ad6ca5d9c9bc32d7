"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/ui/textarea";
import { sendMessageAction } from "@/lib/messages/actions";

interface MessageFormProps {
  caseId: string;
  /** Who will read it: `Maria`, `your consultant`. */
  to: string;
}

/** Writes to the other side. */
export function MessageForm({ caseId, to }: MessageFormProps) {
  return (
    <ActionForm
      action={sendMessageAction}
      hidden={{ caseId }}
      successMessage="Message sent"
      resetOnSuccess
      label="New message"
    >
      <TextareaField name="body" label={`Message to ${to}`} rows={3} maxLength={5000} required />
      <div className="mt-2">
        <SubmitButton pendingLabel="Sending…">Send</SubmitButton>
      </div>
    </ActionForm>
  );
}

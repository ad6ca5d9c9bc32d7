"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { retryMailAction } from "@/lib/queue/actions";

/** Sends a mail that failed for good once more. */
export function RetryMailButton({ mailId }: { mailId: string }) {
  return (
    <ActionForm
      action={retryMailAction}
      hidden={{ mailId }}
      successMessage="It is sent again"
      label="Send this mail again"
      className="mt-4"
    >
      <SubmitButton pendingLabel="Sending…">Send it again</SubmitButton>
    </ActionForm>
  );
}

"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { markNoticesReadAction } from "@/lib/reminders/actions";

/** Says that everything on the page has been read; what came meanwhile stays new. */
export function ReadButton({ upTo }: { upTo: string }) {
  return (
    <ActionForm
      action={markNoticesReadAction}
      hidden={{ upTo }}
      successMessage="Read"
      label="Mark all as read"
    >
      <SubmitButton variant="row" size="sm">
        Mark all as read
      </SubmitButton>
    </ActionForm>
  );
}

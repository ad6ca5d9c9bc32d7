"use client";

import { Send } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import type { CaseHeader } from "@/lib/cases/types";
import { inviteClientAction } from "@/lib/users/actions";

/** Mails the client a link to their portal; sending it again replaces the older link. */
export function InviteClient({ file }: { file: CaseHeader }) {
  const again = file.accountStatus === "invited";
  return (
    <ActionForm
      action={inviteClientAction}
      hidden={{ caseId: file.id }}
      successMessage="Invitation sent"
      label="Invite the client"
      className="space-y-2"
    >
      {file.clientEmail === null && (
        <TextField
          name="email"
          label="Client’s e-mail"
          type="email"
          hint="The invitation goes there."
          required
        />
      )}
      <SubmitButton variant="default" pendingLabel="Sending…" icon={<Send aria-hidden />}>
        {again ? "Send the invitation again" : "Invite the client to the portal"}
      </SubmitButton>
    </ActionForm>
  );
}

"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SelectField } from "@/components/ui/select";
import { attachInvitationLetterAction } from "@/lib/profiles/actions";

interface AttachLetterProps {
  caseId: string;
  documents: readonly { id: string; title: string }[];
}

/** Says which document of the case is IRCC's letter. */
export function AttachLetterForm({ caseId, documents }: AttachLetterProps) {
  return (
    <ActionForm
      action={attachInvitationLetterAction}
      hidden={{ caseId }}
      successMessage="Letter attached"
      label="Attach the letter"
      className="flex flex-wrap items-center gap-2"
    >
      <SelectField
        name="documentId"
        label="Which document is the letter"
        hideLabel
        emptyLabel="Choose the letter…"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        className="w-64"
      />
      <SubmitButton variant="default">Attach</SubmitButton>
    </ActionForm>
  );
}

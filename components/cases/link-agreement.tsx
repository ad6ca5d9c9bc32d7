"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SelectField } from "@/components/ui/select";
import { linkAgreementAction } from "@/lib/cases/actions";

interface LinkAgreementProps {
  caseId: string;
  agreementId: string;
  documents: readonly { id: string; title: string }[];
}

/** Says which document of the case is the signed paper. */
export function LinkAgreement({ caseId, agreementId, documents }: LinkAgreementProps) {
  return (
    <ActionForm
      action={linkAgreementAction}
      hidden={{ caseId, agreementId }}
      successMessage="Document linked"
      label="Link the signed document"
      className="mt-1 flex flex-wrap items-center gap-2"
    >
      <SelectField
        name="documentId"
        label="Signed document"
        hideLabel
        emptyLabel="Choose the signed document…"
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        className="w-64"
      />
      <SubmitButton variant="default">Link</SubmitButton>
    </ActionForm>
  );
}

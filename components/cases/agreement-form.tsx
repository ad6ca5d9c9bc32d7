"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { recordConsultationAction, recordServiceAgreementAction } from "@/lib/cases/actions";
import type { CaseHeader } from "@/lib/cases/types";

interface AgreementFormProps {
  file: CaseHeader;
  kind: "consultation" | "service";
  /** Documents of the case that could be the signed paper. */
  documents: readonly { id: string; title: string }[];
}

/** A signed agreement: its date, and the signed paper where it is in the file already. */
export function AgreementForm({ file, kind, documents }: AgreementFormProps) {
  const consultation = kind === "consultation";
  return (
    <ActionForm
      action={consultation ? recordConsultationAction : recordServiceAgreementAction}
      hidden={{ caseId: file.id }}
      successMessage={consultation ? "Consultation recorded" : "Agreement recorded"}
      label={consultation ? "Record the consultation" : "Record the service agreement"}
    >
      <FormStack>
        <DateField
          name="signedOn"
          label={consultation ? "Consultation agreement signed on" : "Signed by both on"}
          max={file.day.today}
          required
        />
        {documents.length > 0 && (
          <SelectField
            name="documentId"
            label="Signed document"
            hint="It can be added later, on Documents."
            emptyLabel="Not in the file yet"
            options={documents.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        {consultation && <TextareaField name="note" label="What was advised" optional rows={3} />}
        <FormActions>
          <SubmitButton pendingLabel="Recording…">
            {consultation ? "Record the consultation" : "Record the agreement"}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

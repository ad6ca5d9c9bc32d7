"use client";

import { useState, type ReactNode } from "react";
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
  /** Where the signed paper can be sent now. */
  attach: ReactNode;
}

/** A signed agreement: its date, and the signed paper, added here or chosen from the file. */
export function AgreementForm({ file, kind, documents, attach }: AgreementFormProps) {
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
        {attach}
        <SignedPaper documents={documents} />
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

/** Names the signed paper among the documents of the file. What was just sent is chosen by itself. */
function SignedPaper({ documents }: Pick<AgreementFormProps, "documents">) {
  const [known] = useState(() => new Set(documents.map(({ id }) => id)));
  const sent = documents.find(({ id }) => !known.has(id));
  if (documents.length === 0) return null;
  return (
    <SelectField
      key={sent?.id}
      name="documentId"
      label="Signed document"
      hint="It can be added later, on Documents."
      emptyLabel="Not in the file yet"
      defaultValue={sent?.id}
      options={documents.map((document) => ({ value: document.id, label: document.title }))}
    />
  );
}

"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/input";
import { TextareaField } from "@/components/ui/textarea";
import { editEnquiryAction } from "@/lib/cases/actions";
import type { CaseHeader } from "@/lib/cases/types";

/** How to reach the client, and what the enquiry was about. Names and dated facts are edited on Assessment. */
export function EditEnquiryForm({ file }: { file: CaseHeader }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={editEnquiryAction}
      hidden={{ caseId: file.id, version: file.version, clientVersion: file.clientVersion }}
      successMessage="Saved"
      onSuccess={close}
    >
      <FormStack>
        <FormRow>
          <TextField name="email" label="E-mail" type="email" defaultValue={file.clientEmail ?? ""} />
          <TextField name="phone" label="Phone" type="tel" optional defaultValue={file.clientPhone ?? ""} />
        </FormRow>
        <TextField name="source" label="How they found us" optional defaultValue={file.source ?? ""} />
        <TextareaField
          name="enquiryNote"
          label="What it is about"
          optional
          defaultValue={file.enquiryNote ?? ""}
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

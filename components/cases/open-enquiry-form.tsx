"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { UnsavedGuard } from "@/components/forms/unsaved-guard";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useFormState } from "@/components/ui/form-state";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { openEnquiryAction } from "@/lib/cases/actions";
import type { Colleague } from "@/lib/cases/types";

/** Asked only after the conflict check found files under the same address. */
function OpenAnyway() {
  const { fieldErrors } = useFormState();
  if (fieldErrors.openAnyway === undefined) return null;
  return (
    <Checkbox
      name="openAnyway"
      label="Open another file anyway"
      hint="For another person who shares the address, or a second matter of the same client."
    />
  );
}

interface OpenEnquiryFormProps {
  /** Who could take it; empty for those who open files for themselves. */
  assignees: readonly Colleague[];
  viewerId: string;
}

/** A new client's first lines. The dated facts come later, on Assessment. */
export function OpenEnquiryForm({ assignees, viewerId }: OpenEnquiryFormProps) {
  return (
    <ActionForm action={openEnquiryAction} label="New enquiry">
      <UnsavedGuard />
      <FormStack>
        <FormRow>
          <TextField name="givenName" label="Given names" autoComplete="off" optional />
          <TextField name="familyName" label="Family name" autoComplete="off" required />
        </FormRow>
        <FormRow>
          <TextField name="email" label="E-mail" type="email" autoComplete="off" required />
          <TextField name="phone" label="Phone" type="tel" autoComplete="off" optional />
        </FormRow>
        <OpenAnyway />
        <TextField
          name="source"
          label="How they found us"
          optional
          placeholder="Referral, website, walk-in"
        />
        <TextareaField name="enquiryNote" label="What it is about" optional />
        {assignees.length > 0 && (
          <SelectField
            name="ownerId"
            label="Consultant"
            options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={assignees.some((one) => one.id === viewerId) ? viewerId : undefined}
            emptyLabel="Choose…"
          />
        )}
        <FormActions>
          <SubmitButton pendingLabel="Opening…">Open the file</SubmitButton>
          <Button href="/cases" variant="quiet">
            Cancel
          </Button>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

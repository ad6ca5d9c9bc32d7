import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { setLeadTimeAction } from "@/lib/checklist/actions";
import type { LeadTimeSettings } from "@/lib/checklist/lead-times/types";
import { countryOptions } from "@/lib/format/countries";

/** Sets the firm's own days of one kind of document; an entry is never changed, a later one takes its place. */
export function LeadTimeForm({ settings }: { settings: LeadTimeSettings }) {
  return (
    <ActionForm action={setLeadTimeAction} successMessage="Saved" resetOnSuccess label="Set a lead time">
      <FormStack>
        <FormRow>
          <SelectField
            name="kind"
            label="Document"
            emptyLabel="Choose…"
            options={settings.lines.map(({ kind, label }) => ({ value: kind, label }))}
            required
          />
          <SelectField
            name="country"
            label="Country"
            emptyLabel="Every country"
            options={countryOptions()}
            optional
          />
        </FormRow>
        <FormRow>
          <NumberField
            name="days"
            label="Usual days"
            unit="days"
            hint="Empty: the shipped days hold again"
            optional
          />
          <DateField name="effectiveFrom" label="From" defaultValue={settings.today} required />
        </FormRow>
        <TextField name="note" label="Where the figure comes from" required />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            Set
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

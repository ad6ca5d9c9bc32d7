import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select";
import { NumberField, TextField } from "@/components/ui/input";
import { recordRoundAction } from "@/lib/draws/actions";
import { ROUND_PROGRAM_LABELS, ROUND_PROGRAMS } from "@/lib/draws/rules";

/** Records a round as IRCC published it. */
export function RoundForm({ today }: { today: string }) {
  return (
    <ActionForm action={recordRoundAction} label="Record a round">
      <FormStack>
        <FormRow>
          <NumberField name="number" label="Round number" optional hint="As on IRCC’s page" />
          <DateField name="date" label="Date of the round" defaultValue={today} required />
        </FormRow>
        <SelectField
          name="program"
          label="Who it was for"
          options={ROUND_PROGRAMS.map((program) => ({
            value: program,
            label: ROUND_PROGRAM_LABELS[program],
          }))}
          emptyLabel="Choose…"
          required
        />
        <TextField
          name="name"
          label="Name on IRCC’s page"
          optional
          hint="For a category: its name and version"
        />
        <FormRow>
          <NumberField name="invitations" label="Invitations issued" required />
          <NumberField name="lowestCrs" label="Lowest CRS" required />
        </FormRow>
        <TextField
          name="tieBreakAt"
          label="Tie-break, UTC"
          optional
          hint="To the second, such as 2025-06-10 15:59:25"
        />
        <TextField
          name="source"
          label="Where it was published"
          defaultValue="canada.ca, Express Entry rounds of invitations"
          required
        />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Matching…">
            Record and match
          </SubmitButton>
          <Button href="/draws">Cancel</Button>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

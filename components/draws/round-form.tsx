import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select";
import { NumberField, TextField } from "@/components/ui/input";
import { correctRoundAction, recordRoundAction } from "@/lib/draws/actions";
import { ROUND_PROGRAM_LABELS, ROUND_PROGRAMS } from "@/lib/draws/rules";
import type { PublishedRoundDto } from "@/lib/draws/types";

/** `2025-06-10 15:59:25`, as the field takes it. */
function typedInstant(at: Date | null): string {
  return at === null ? "" : at.toISOString().slice(0, 19).replace("T", " ");
}

/** What IRCC publishes of a round, empty or as it is recorded. */
function PublishedFields({ today, round }: { today: string; round?: PublishedRoundDto }) {
  return (
    <>
      <SelectField
        name="program"
        label="Who it was for"
        options={ROUND_PROGRAMS.map((program) => ({ value: program, label: ROUND_PROGRAM_LABELS[program] }))}
        defaultValue={round?.program}
        emptyLabel="Choose…"
        required
      />
      <TextField
        name="name"
        label="Name on IRCC’s page"
        optional
        defaultValue={round?.name}
        hint="For a category: its name and version"
      />
      <FormRow>
        <DateField
          name="date"
          label="Date of the round"
          hint="The day IRCC gives it, in Ottawa"
          defaultValue={round?.date ?? today}
          max={today}
          required
        />
        <TextField
          name="at"
          label="Time of the round, UTC"
          optional
          defaultValue={typedInstant(round?.at ?? null)}
          hint="Such as 2026-01-07 15:20:33"
        />
      </FormRow>
      <FormRow>
        <NumberField
          name="invitations"
          label="Invitations issued"
          defaultValue={round?.invitations}
          required
        />
        <NumberField name="lowestCrs" label="Lowest CRS" defaultValue={round?.lowestCrs} required />
      </FormRow>
      <TextField
        name="tieBreakAt"
        label="Tie-break, UTC"
        optional
        defaultValue={typedInstant(round?.tieBreakAt ?? null)}
        hint="To the second, such as 2025-06-10 15:59:25"
      />
    </>
  );
}

/** Records a round as IRCC published it. */
export function RoundForm({ today }: { today: string }) {
  return (
    <ActionForm action={recordRoundAction} label="Record a round">
      <FormStack>
        <NumberField name="number" label="Round number" optional hint="As on IRCC’s page" />
        <PublishedFields today={today} />
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

/** Puts a recorded round right; what it says now stays in its history. */
export function CorrectRoundForm({ today, round }: { today: string; round: PublishedRoundDto }) {
  return (
    <ActionForm
      action={correctRoundAction}
      hidden={{ id: round.id, version: round.version }}
      label="Correct the round"
    >
      <FormStack>
        <PublishedFields today={today} round={round} />
        <TextField
          name="reason"
          label="Why it is corrected"
          hint="Such as: IRCC changed its page on 8 Jan 2026"
          maxLength={300}
          required
        />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            Save the correction
          </SubmitButton>
          <Button href={`/draws/${round.id}`}>Cancel</Button>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { recordLeaveAction } from "@/lib/users/leave/actions";

interface PersonChoice {
  id: string;
  name: string;
}

const choices = (people: readonly PersonChoice[]) =>
  people.map(({ id, name }) => ({ value: id, label: name }));

interface LeaveFieldsProps {
  covers: readonly PersonChoice[];
  /** What is entered already. */
  leave?: { fromOn: string; toOn: string; coverUserId: string | null; note: string | null };
  today?: string;
}

/** Days, cover and note of a leave, for a new one and for one that changes. */
export function LeaveFields({ covers, leave, today }: LeaveFieldsProps) {
  return (
    <>
      <FormRow>
        <DateField name="fromOn" label="First day away" defaultValue={leave?.fromOn} min={today} required />
        <DateField name="toOn" label="Last day away" defaultValue={leave?.toOn} min={today} required />
      </FormRow>
      <FormRow>
        <SelectField
          name="coverUserId"
          label="Who covers"
          hint="Sees and works on the cases for as long as the leave lasts. Required where a hard deadline falls in it."
          emptyLabel="Nobody"
          defaultValue={leave?.coverUserId ?? ""}
          options={choices(covers)}
          optional
        />
        <TextField
          name="note"
          label="Note"
          hint="Every colleague can read it."
          defaultValue={leave?.note ?? ""}
          optional
        />
      </FormRow>
    </>
  );
}

interface LeaveFormProps {
  /** For whom; one person: oneself. */
  people: readonly PersonChoice[];
  covers: readonly PersonChoice[];
  today: string;
}

export function LeaveForm({ people, covers, today }: LeaveFormProps) {
  const [only] = people;
  return (
    <ActionForm
      action={recordLeaveAction}
      hidden={people.length === 1 && only ? { userId: only.id } : {}}
      successMessage="Leave entered"
      resetOnSuccess
      label="Enter leave"
      className="flex flex-col gap-4"
    >
      {people.length > 1 && (
        <FormRow>
          <SelectField
            name="userId"
            label="Who is away"
            defaultValue={only?.id}
            options={choices(people)}
            required
          />
        </FormRow>
      )}
      <LeaveFields covers={covers} today={today} />
      <FormActions>
        <SubmitButton pendingLabel="Checking the deadlines…">Enter the leave</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

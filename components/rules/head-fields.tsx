import { FormRow } from "@/components/forms/form-row";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { TextareaField } from "@/components/ui/textarea";

interface HeadFieldsProps {
  name: string;
  effectiveFrom: string;
  source: string;
  note: string | null;
}

/** Name, first day and source of a draft. */
export function HeadFields({ name, effectiveFrom, source, note }: HeadFieldsProps) {
  return (
    <>
      <FormRow>
        <TextField
          name="key"
          label="Name"
          hint="Scores keep it for good."
          defaultValue={name}
          autoComplete="off"
          required
        />
        <DateField
          name="effectiveFrom"
          label="First day in force"
          hint="As published."
          defaultValue={effectiveFrom}
          required
        />
      </FormRow>
      <TextField
        name="source"
        label="Source"
        hint="An address, or the instrument with its date. Needed to activate."
        defaultValue={source}
        optional
      />
      <TextareaField name="note" label="Note" defaultValue={note ?? ""} rows={2} optional />
    </>
  );
}

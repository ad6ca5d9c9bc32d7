import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { ROUND_PROGRAM_LABELS } from "@/lib/draws/rules";
import { CATEGORIES } from "@/lib/express-entry/draws/categories";
import { addStreamAction, changeStreamAction } from "@/lib/nominations/actions";
import { NOMINATING_PROVINCES, STUDY_LABELS } from "@/lib/nominations/catalogue/rules";
import type { StreamDto } from "@/lib/nominations/types";

const CATEGORY_OPTIONS = CATEGORIES.map((value) => ({ value, label: ROUND_PROGRAM_LABELS[value] }));
const STUDY_OPTIONS = [
  { value: "canada", label: STUDY_LABELS.canada },
  { value: "province", label: STUDY_LABELS.province },
];

function TargetFields({ stream }: { stream?: StreamDto }) {
  return (
    <>
      <TextareaField
        name="nocCodes"
        label="Occupations, NOC 2021"
        optional
        rows={3}
        defaultValue={stream?.nocCodes.join(", ")}
        hint="Codes of five digits, such as 21231, 21232. Work in any one of them is enough"
      />
      <FormRow>
        <NumberField
          name="workMonths"
          label="Least work in them"
          unit="months"
          optional
          defaultValue={stream?.workMonths ?? undefined}
        />
        <NumberField
          name="workYears"
          label="Within the last"
          unit="years"
          optional
          defaultValue={stream?.workYears ?? undefined}
        />
      </FormRow>
      <FormRow>
        <SelectField
          name="category"
          label="Category"
          optional
          emptyLabel="Any"
          options={CATEGORY_OPTIONS}
          defaultValue={stream?.category ?? ""}
        />
        <SelectField
          name="study"
          label="Study"
          optional
          emptyLabel="Any"
          options={STUDY_OPTIONS}
          defaultValue={stream?.study ?? ""}
        />
      </FormRow>
      <FormRow>
        <NumberField name="minCrs" label="Least CRS" optional defaultValue={stream?.minCrs ?? undefined} />
        <NumberField
          name="minLevel"
          label="Least CLB or NCLC"
          optional
          hint="In all four abilities"
          defaultValue={stream?.minLevel ?? undefined}
        />
      </FormRow>
    </>
  );
}

function SourceFields({ today, stream }: { today: string; stream?: StreamDto }) {
  return (
    <>
      <FormRow>
        <DateField name="opensOn" label="Opens" optional defaultValue={stream?.opensOn} />
        <DateField name="closesOn" label="Closes" optional defaultValue={stream?.closesOn} />
      </FormRow>
      <TextareaField name="notes" label="Notes" optional defaultValue={stream?.notes ?? undefined} />
      <TextField
        name="link"
        label="The province’s page"
        type="url"
        optional
        defaultValue={stream?.link ?? undefined}
        hint="Begins with https://"
      />
      <FormRow>
        <DateField
          name="asOf"
          label="As of"
          hint="The day on which you read it"
          defaultValue={stream?.asOf ?? today}
          max={today}
          required
        />
        <TextField
          name="source"
          label="Where it is from"
          defaultValue={stream?.source ?? "The province’s page"}
          required
        />
      </FormRow>
    </>
  );
}

/** Enters a stream, or changes one; what it said before stays in its history. */
export function StreamForm({ today, stream }: { today: string; stream?: StreamDto }) {
  return (
    <ActionForm
      action={stream ? changeStreamAction : addStreamAction}
      hidden={stream ? { streamId: stream.id, version: stream.version } : {}}
      label={stream ? "Change the stream" : "Add a stream"}
    >
      <FormStack>
        <SelectField
          name="province"
          label="Province"
          emptyLabel="Choose…"
          options={NOMINATING_PROVINCES}
          defaultValue={stream?.province ?? ""}
          required
        />
        <TextField name="name" label="Stream" defaultValue={stream?.name} maxLength={160} required />
        <TargetFields stream={stream} />
        <SourceFields today={today} stream={stream} />
        <FormActions>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            {stream ? "Save the change" : "Add the stream"}
          </SubmitButton>
          <Button href={stream ? `/pool/nominations/${stream.id}` : "/pool/nominations"}>Cancel</Button>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { saveItemAction } from "@/lib/checklist/actions";
import { CONDITION_LABELS, OWNER_LABELS } from "@/lib/checklist/template/rules";
import {
  ITEM_CONDITIONS,
  ITEM_OWNERS,
  type ItemStart,
  type TemplateItem,
} from "@/lib/checklist/template/types";
import { PROVINCES } from "@/lib/express-entry/facts";

interface TemplateItemFormProps {
  /** The one to change; null: a new one. */
  item: TemplateItem | null;
  /** What a new one is begun with: an item that was added to a file by hand. */
  start: ItemStart | null;
  draftVersion: number;
}

/** An item of the firm's own: what, why, in which files, of whom, and how it is judged. */
export function TemplateItemForm({ item, start, draftVersion }: TemplateItemFormProps) {
  const from = item ?? start;
  return (
    <ActionForm
      action={saveItemAction}
      hidden={{ version: draftVersion, itemId: item?.id ?? "" }}
      label={item ? "Change the item" : "Add an item"}
    >
      <FormStack>
        <TextField name="title" label="What is needed" defaultValue={from?.title} required maxLength={120} />
        <TextField
          name="reason"
          label="Why"
          hint="The client reads this too."
          defaultValue={from?.reason}
          required
          maxLength={200}
        />
        <FormRow>
          <SelectField
            name="condition"
            label="In which files"
            defaultValue={item?.condition ?? "always"}
            options={ITEM_CONDITIONS.map((value) => ({ value, label: CONDITION_LABELS[value] }))}
          />
          <SelectField
            name="province"
            label="Nominated by"
            emptyLabel="Any province"
            defaultValue={item?.province ?? ""}
            options={PROVINCES.map((value) => ({ value, label: value }))}
            hint="For provincial nominees alone"
            optional
          />
        </FormRow>
        <FormRow>
          <SelectField
            name="owner"
            label="Of whom"
            defaultValue={from?.owner ?? "principal"}
            options={ITEM_OWNERS.map((value) => ({ value, label: OWNER_LABELS[value] }))}
          />
          <SelectField
            name="responsible"
            label="Who gets it"
            defaultValue={from?.responsible ?? "client"}
            options={[
              { value: "client", label: "The client" },
              { value: "other", label: "Somebody the client has to ask" },
              { value: "firm", label: "We do" },
            ]}
          />
        </FormRow>
        <NumberField
          name="leadDays"
          label="Usual days to get it"
          defaultValue={from === null ? undefined : String(from.leadDays)}
          unit="days"
          optional
        />
        <Checkbox
          name="required"
          label="The application cannot be sent without it"
          defaultChecked={from?.required ?? true}
        />
        <TextareaField
          name="goodExample"
          label="What a good one is"
          hint="For the client"
          defaultValue={from?.goodExample ?? undefined}
          rows={2}
          maxLength={600}
          optional
        />
        <TextareaField
          name="points"
          label="Acceptance points"
          hint="What a reviewer ticks, one a line, beside that it is complete, readable and translated"
          defaultValue={from?.points.join("\n")}
          rows={3}
          optional
        />
        <FormActions>
          <Button href="/settings/checklist">Cancel</Button>
          <SubmitButton variant="primary" pendingLabel="Saving…">
            Save in the draft
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

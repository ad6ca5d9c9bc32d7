import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/input";
import { TextareaField } from "@/components/ui/textarea";
import { saveWordingAction } from "@/lib/checklist/actions";
import type { TemplateSettings, TemplateWording } from "@/lib/checklist/template/types";

interface TemplateWordsFormProps {
  kind: TemplateSettings["kinds"][number];
  own: TemplateWording | null;
  draftVersion: number;
}

/** The firm's words for one kind of document, beside the shipped ones. Empty: as shipped. */
export function TemplateWordsForm({ kind, own, draftVersion }: TemplateWordsFormProps) {
  return (
    <ActionForm
      action={saveWordingAction}
      hidden={{ version: draftVersion, kind: kind.kind }}
      label={`Words of ${kind.label}`}
    >
      <FormStack>
        <TextField
          name="title"
          label="Title"
          hint={`As shipped: ${kind.label}. What it is about follows by itself, as a country or an employer.`}
          defaultValue={own?.title ?? undefined}
          maxLength={80}
          optional
        />
        <TextareaField
          name="goodExample"
          label="What a good one is"
          hint={`As shipped: ${kind.goodExample}`}
          defaultValue={own?.goodExample ?? undefined}
          rows={3}
          maxLength={600}
          optional
        />
        <TextareaField
          name="points"
          label="Further acceptance points"
          hint={`One a line, ticked besides: ${kind.points.join("; ")}`}
          defaultValue={own?.points.join("\n")}
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

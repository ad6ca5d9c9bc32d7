import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { SelectField } from "@/components/ui/select";
import { arrangePackageAction, sayLanguageAction } from "@/lib/packages/actions";
import { LANGUAGE_LABELS } from "@/lib/packages/rules";
import type { PackageView, SlotView } from "@/lib/packages/types";

interface SlotFormProps {
  view: PackageView;
  slot: SlotView;
}

/** In which language the paper is: nothing in the file tells. */
export function LanguageForm({ view, slot }: SlotFormProps) {
  const options = Object.entries(LANGUAGE_LABELS).map(([value, label]) => ({ value, label }));
  return (
    <ActionForm
      // Said anew, it shows what was said.
      key={`${slot.id}-${slot.language ?? ""}`}
      action={sayLanguageAction}
      hidden={{ packageId: view.id, version: view.version, slotId: slot.id }}
      successMessage="Language kept"
      label={`Language of ${slot.title}`}
    >
      <FormStack>
        <SelectField
          name="language"
          label="Language of the paper"
          hint="What is not in English or French needs a translation with the translator’s affidavit, or a certified translator’s stamp"
          options={options}
          emptyLabel="Choose…"
          defaultValue={slot.language ?? undefined}
          required
        />
        <FormActions>
          <SubmitButton size="sm" variant="default" pendingLabel="Keeping…">
            Keep
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** Moves the page that is looked at, or all of them, into another slot: one file per slot, so merge. */
export function MergeForm({ view, slot, place }: SlotFormProps & { place: number | null }) {
  const options = view.slots
    .filter(({ id, slotKey }) => id !== slot.id && slotKey !== "index")
    .map(({ id, number, title, personName }) => ({
      value: id,
      label: `${String(number).padStart(2, "0")} ${title}${personName === null ? "" : `, ${personName}`}`,
    }));
  const hidden = { packageId: view.id, version: view.version, slotId: slot.id };
  return (
    <ActionForm
      action={arrangePackageAction}
      hidden={place === null ? hidden : { ...hidden, place }}
      successMessage="Moved"
      label="Merge with another slot"
    >
      <FormStack>
        <SelectField
          name="target"
          label="Move into another slot"
          hint="IRCC takes one file per slot: what belongs together is merged"
          options={options}
          emptyLabel="Choose…"
          required
        />
        <FormActions>
          <SubmitButton size="sm" variant="default" name="move" value="all_to">
            Move all pages
          </SubmitButton>
          {place !== null && (
            <SubmitButton size="sm" variant="quiet" name="move" value="to">
              Move page {place + 1} only
            </SubmitButton>
          )}
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

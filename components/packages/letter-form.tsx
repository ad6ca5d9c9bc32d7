import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextareaField } from "@/components/ui/textarea";
import { saveLetterAction } from "@/lib/packages/actions";
import type { PackageView } from "@/lib/packages/types";

/** The letter of explanation: drafted from the file, in the consultant's words before it goes out. */
export function LetterCard({ view, editable }: { view: PackageView; editable: boolean }) {
  if (!editable && view.letter === "") return null;
  const detail = view.letterEdited ? "changed by hand" : "drafted from the gaps, changes and missing papers";
  return (
    <Card labelledBy="letter">
      <CardHeader id="letter" title="Letter of explanation" detail={detail} />
      <CardBody>
        {editable ? (
          <ActionForm
            key={view.letter}
            action={saveLetterAction}
            hidden={{ packageId: view.id, version: view.version }}
            successMessage="Letter kept"
            label="Letter of explanation"
          >
            <FormStack>
              <TextareaField
                name="letter"
                label="Text"
                hint="What stands in [brackets] is for you to say. Empty: no letter goes out"
                defaultValue={view.letter}
                rows={view.letter === "" ? 4 : 16}
                maxLength={20_000}
                optional
              />
              <FormActions>
                <SubmitButton variant="default" pendingLabel="Keeping…">
                  Keep the letter
                </SubmitButton>
              </FormActions>
            </FormStack>
          </ActionForm>
        ) : (
          <p className="whitespace-pre-wrap">{view.letter}</p>
        )}
      </CardBody>
    </Card>
  );
}

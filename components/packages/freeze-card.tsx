import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { TextareaField } from "@/components/ui/textarea";
import { formatCount } from "@/lib/format/quantities";
import { freezePackageAction } from "@/lib/packages/actions";
import type { PackageView } from "@/lib/packages/types";
import { lateProblems } from "./package-words";

/** The last look: approved, the package is closed for good. */
export function FreezeCard({ view }: { view: PackageView }) {
  const late = lateProblems(view);
  return (
    <Card labelledBy="approve">
      <CardHeader
        id="approve"
        title="Approve"
        detail="then it never changes again; a correction is a new package"
      />
      <CardBody>
        <ActionForm
          action={freezePackageAction}
          hidden={{ packageId: view.id, version: view.version }}
          successMessage={`Package ${view.number} is frozen`}
          label="Approve the package"
        >
          <FormStack>
            {late > 0 && (
              <TextareaField
                name="despite"
                label="Why it goes out all the same"
                hint={`${formatCount(late, "problem")} still stand. The reason is kept with the package`}
                rows={3}
                maxLength={500}
                required
              />
            )}
            <Checkbox
              name="confirmed"
              label="I have looked at these files, and they are what goes to IRCC"
              required
            />
            <FormActions>
              <SubmitButton variant="primary" pendingLabel="Freezing…">
                Approve and freeze
              </SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
